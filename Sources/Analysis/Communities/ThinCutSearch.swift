/// The search for thin cuts through one connected bipartite community, see `ThinCut`.
struct ThinCutSearch {
    /// A part cut off and the weight of its boundary.
    struct Cut: Equatable {
        let part: Int
        let weight: Double
    }

    enum Finding {
        case wellConnected
        /// Given up after `passLimit` passes.
        case undecided
        case parts(NodePartition, [Cut])
    }

    /// Ordinary communities need fewer than 10 passes; hostile ones must not cost quadratic time.
    static let passLimit = 200
    /// When a pass shrinks the graph by less than this share, fringes are joined to their likeliest neighbour.
    private static let stuckShare = 0.05
    /// Parts to try one by one when all at once do not make a valid split.
    private static let singleTries = 8

    let bound: Double
    private let leastAccounts: Double
    private let accountCount: Double
    private var graph: ContractedGraph
    /// Node of `graph` that each node of the community is in.
    private var place: [Int32]

    /// The first `accountCount` nodes of `community` are its accounts.
    init(_ community: WeightedGraph, accountCount: Int, bound: Double, leastAccounts: Int) {
        self.bound = bound
        self.leastAccounts = Double(leastAccounts)
        self.accountCount = Double(accountCount)
        graph = ContractedGraph(
            community, masses: (0..<community.nodeCount).map { [$0 < accountCount ? 1 : 0, 0] })
        place = NodePartition.singletons(community.nodeCount).membership
    }

    mutating func run() -> Finding {
        var isStuck = false
        for _ in 0..<Self.passLimit {
            guard graph.nodeCount > 1 else { return .wellConnected }
            let ties = HeaviestTies(graph)
            let candidates = thinNodes(ties)
            if let finding = split(at: candidates) { return finding }
            var forest = CapacityForest(graph, limit: bound.nextUp)
            let mustGuess = isStuck || forest.joinCount == 0
            joinFringes(ties, guessing: mustGuess, into: &forest)
            let groups = forest.contractions()
            let shrunk = graph.nodeCount - groups.communityCount
            isStuck = Double(shrunk) < Self.stuckShare * Double(graph.nodeCount)
            graph = graph.aggregated(group: groups.membership, groupCount: groups.communityCount)
            for node in place.indices { place[node] = groups.membership[Int(place[node])] }
        }
        return graph.nodeCount > 1 ? .undecided : .wellConnected
    }

    /// Nodes that are thinly tied and have enough accounts, as has the rest; lightest first.
    private func thinNodes(_ ties: HeaviestTies) -> [Int32] {
        let nodes = (0..<Int32(graph.nodeCount)).filter {
            let mass = graph.masses[Int($0)].x
            return ties.degree[Int($0)] <= bound && mass >= leastAccounts
                && accountCount - mass >= leastAccounts
        }
        return nodes.sorted { (ties.degree[Int($0)], $0) < (ties.degree[Int($1)], $1) }
    }

    private func split(at candidates: [Int32]) -> Finding? {
        guard !candidates.isEmpty else { return nil }
        if let finding = parts(cutting: candidates) { return finding }
        for candidate in candidates.prefix(Self.singleTries) where candidates.count > 1 {
            if let finding = parts(cutting: [candidate]) { return finding }
        }
        return nil
    }

    /// The split into the chosen nodes and what is left of the rest; nil unless valid.
    ///
    /// A left-over piece with too few accounts goes to the chosen node it is tied to most.
    private func parts(cutting chosen: [Int32]) -> Finding? {
        var isChosen = [Bool](repeating: false, count: graph.nodeCount)
        for node in chosen { isChosen[Int(node)] = true }
        let pieces = graph.pieces(avoiding: isChosen)
        var label = pieces.membership
        let hasRest = attachSmallPieces(&label, of: pieces, isChosen)
        let partition = NodePartition(labels: label)
        guard partition.communityCount > 1 else { return nil }
        let boundary = graph.aggregated(
            group: partition.membership, groupCount: partition.communityCount
        ).strengths()
        var reported = chosen
        if !hasRest, let largest = chosen.max(by: { mass($0) < mass($1) }) {
            // Nothing but chosen parts: the largest is what the others were cut from.
            reported.removeAll { $0 == largest }
        }
        let cuts = reported.map { node -> Cut in
            let part = Int(partition.membership[Int(node)])
            return Cut(part: part, weight: boundary[part])
        }
        guard cuts.allSatisfy({ $0.weight <= bound }) else { return nil }
        return finding(partition, cuts)
    }

    private func mass(_ node: Int32) -> Double { graph.masses[Int(node)].x }

    /// Gives every left-over piece with too few accounts to the chosen node it is tied to most; true when a
    /// piece remains that can stand alone.
    private func attachSmallPieces(_ label: inout [Int32], of pieces: NodePartition, _ isChosen: [Bool])
        -> Bool
    {
        // Pieces have no ties but to chosen nodes, each of which is a piece of its own here.
        let contracted = graph.aggregated(group: pieces.membership, groupCount: pieces.communityCount)
        let ties = HeaviestTies(contracted)
        var hasRest = false
        for node in label.indices where !isChosen[node] {
            let piece = Int(pieces.membership[node])
            if contracted.masses[piece].x < leastAccounts {
                label[node] = ties.neighbour[piece]
            } else {
                hasRest = true
            }
        }
        return hasRest
    }

    private func finding(_ partition: NodePartition, _ cuts: [Cut]) -> Finding {
        let labels = place.map { partition.membership[Int($0)] }
        return .parts(NodePartition(labels: labels), cuts)
    }

    /// Joins fringes to where they are tied most.
    ///
    /// More than half of a node's ties to one place: no least cut parts the two (Padberg and Rinaldi 1990). A
    /// value tied evenly to two may go to either at the same cost. When guessing, every thinly tied node goes,
    /// but each joined one only once a pass, so that a chain grows into parts and does not vanish at a stroke.
    private func joinFringes(_ ties: HeaviestTies, guessing: Bool, into forest: inout CapacityForest) {
        var isTaken = [Bool](repeating: false, count: graph.nodeCount)
        for node in 0..<graph.nodeCount where ties.weight[node] > 0 {
            let target = Int(ties.neighbour[node])
            let (mass, degree) = (graph.masses[node].x, ties.degree[node])
            let isOutweighed = mass < leastAccounts && ties.weight[node] > degree / 2
            let isEvenValue = mass == 0 && ties.weight[node] >= degree / 2 && graph.masses[target].x > 0
            if isOutweighed || isEvenValue {
                forest.join(Int32(node), Int32(target))
            } else if guessing, degree <= bound, mass == 0 || !isTaken[node] && !isTaken[target] {
                forest.join(Int32(node), Int32(target))
                isTaken[node] = true
                isTaken[target] = true
            }
        }
    }
}

/// Degree and heaviest neighbour of every node (the smaller of equals). O(edges).
struct HeaviestTies {
    private(set) var degree: [Double]
    private(set) var neighbour: [Int32]
    /// Weight of the tie to `neighbour`; 0 for an isolated node.
    private(set) var weight: [Double]

    init(_ graph: ContractedGraph) {
        degree = graph.strengths()
        neighbour = [Int32](repeating: 0, count: graph.nodeCount)
        weight = [Double](repeating: 0, count: graph.nodeCount)
        for node in 0..<graph.nodeCount {
            for place in graph.offsets[node]..<graph.offsets[node + 1] {
                let (other, tie) = (graph.neighbours[place], graph.weights[place])
                guard tie > weight[node] || tie == weight[node] && other < neighbour[node] else { continue }
                neighbour[node] = other
                weight[node] = tie
            }
        }
    }
}
