import Casework

/// The graph around a selection as a tree: which nodes are open, and what was read of them so far.
///
/// A node stands in it by its way from the root, since one account may be reached over many values. Children are read
/// when their node is opened, a step at a time.
struct GraphTree: Sendable {
    /// The nodes from below the root to the one meant; empty for the root.
    typealias Way = [GraphNode]

    /// Children that are read at a time.
    static let step = 12

    /// What is known of the children of a node.
    struct Branch: Sendable {
        fileprivate(set) var rows: [GraphRow] = []
        /// Nil until the first answer.
        fileprivate(set) var total: Int?
        fileprivate(set) var notes: [String] = []
        fileprivate(set) var failure: String?
        fileprivate var wanted = GraphTree.step
        fileprivate var pending: Token?
        fileprivate var isStale = false

        /// Children that are not shown yet.
        var left: Int { max(0, (total ?? 0) - rows.count) }
        var isWaiting: Bool { pending != nil }

        fileprivate var window: Range<Int>? {
            guard pending == nil, failure == nil || isStale else { return nil }
            if isStale { return 0..<max(wanted, rows.count) }
            let end = min(wanted, total ?? wanted)
            return rows.count < end ? rows.count..<end : nil
        }
    }

    let root: GraphNode
    private var branches: [Way: Branch] = [[]: Branch()]
    /// Open nodes in the order in which they were opened; one that hides in a closed one stays open there.
    private(set) var expansions: [Way] = []

    init(_ root: GraphNode) { self.root = root }

    subscript(way: Way) -> Branch? { branches[way] }

    func isExpanded(_ way: Way) -> Bool { way.isEmpty || expansions.contains(way) }

    // MARK: - Opening and closing

    mutating func expand(_ way: Way) {
        guard !isExpanded(way) else { return }
        expansions.append(way)
        if branches[way] == nil { branches[way] = Branch() }
        // What could not be read is tried once more.
        if branches[way]?.failure != nil { branches[way]?.isStale = true }
    }

    /// False where it was not open.
    mutating func collapse(_ way: Way) -> Bool {
        guard let place = expansions.firstIndex(of: way) else { return false }
        expansions.remove(at: place)
        return true
    }

    /// Reads some more children of an open node.
    mutating func showMore(of way: Way) {
        guard let branch = branches[way], branch.left > 0, !branch.isWaiting else { return }
        branches[way]?.wanted = branch.rows.count + GraphTree.step
    }

    /// Closes the node that was opened last among those in sight, and gives its way; nil where none is open.
    mutating func collapseLast() -> Way? {
        guard let last = expansions.last(where: isVisible) else { return nil }
        _ = collapse(last)
        return last
    }

    private func isVisible(_ way: Way) -> Bool {
        way.indices.dropLast().allSatisfy { expansions.contains(Array(way[...$0])) }
    }

    // MARK: - Reading

    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        var intents: [Intent] = []
        for way in [[]] + expansions where isVisible(way) {
            guard let window = branches[way]?.window else { continue }
            let token = tokens.next()
            branches[way]?.pending = token
            let node = way.last ?? root
            let origin = way.isEmpty ? nil : way.dropLast().last ?? root
            intents.append(
                .load(.neighbours(NeighboursRequest(of: node, from: origin, window: window)), token))
        }
        return intents
    }

    mutating func receive(_ answer: GraphNeighbours, for token: Token) -> Bool {
        guard let way = way(waitingFor: token), var branch = branches[way] else { return false }
        branch.pending = nil
        branch.failure = nil
        branch.isStale = false
        branch.notes = answer.notes
        branch.rows.removeSubrange(min(max(0, answer.start), branch.rows.count)...)
        branch.rows += answer.rows
        // Fewer than were promised: there are no more to ask for.
        branch.total = answer.rows.isEmpty ? branch.rows.count : max(answer.total, branch.rows.count)
        branches[way] = branch
        return true
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        guard let way = way(waitingFor: token) else { return false }
        branches[way]?.pending = nil
        branches[way]?.isStale = false
        branches[way]?.failure = message
        return true
    }

    /// What is open is read anew; until then it stays as it is.
    mutating func forget() {
        for way in branches.keys {
            if isExpanded(way) { branches[way]?.isStale = true } else { branches[way] = nil }
        }
    }

    private func way(waitingFor token: Token) -> Way? {
        branches.first { $0.value.pending == token }?.key
    }
}
