import Casework

/// A line of the tree in sight.
struct GraphLine: Hashable, Sendable {
    enum Content: Hashable, Sendable {
        case node(GraphRow)
        /// So many more children than are shown.
        case more(Int)
        case reading
        case failure(String)
        case note(String)
        /// An open node without children.
        case nothing
    }

    /// Of a node the way to it; of what stands below a node the way to that.
    var way: GraphTree.Way
    var depth: Int
    var content: Content

    /// Whether the cursor can stand on it.
    var isChoice: Bool {
        switch content {
        case .node, .more: true
        case .reading, .failure, .note, .nothing: false
        }
    }
}

extension GraphTree {
    /// Everything in sight from the top. O(lines).
    var lines: [GraphLine] {
        var lines: [GraphLine] = []
        add(below: [], to: &lines)
        return lines
    }

    private func add(below way: Way, to lines: inout [GraphLine]) {
        guard let branch = self[way] else { return }
        for row in branch.rows {
            let child = way + [row.node]
            lines.append(GraphLine(way: child, depth: way.count, content: .node(row)))
            if isExpanded(child) { add(below: child, to: &lines) }
        }
        func say(_ content: GraphLine.Content) {
            lines.append(GraphLine(way: way, depth: way.count, content: content))
        }
        if let failure = branch.failure { return say(.failure(failure)) }
        if branch.total == nil { return say(.reading) }
        if branch.left > 0 { say(.more(branch.left)) }
        if branch.rows.isEmpty { say(.nothing) }
        for note in branch.notes { say(.note(note)) }
    }
}
