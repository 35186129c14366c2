internal import CYara

/// A bound on the work that a pattern can cause at one place of a text.
///
/// libyara follows all ways through a pattern at once. Per byte it compares each way with each other to drop
/// equal ones, so the work is the square of the ways times the bytes that the pattern can run over.
struct PatternCost {
    /// Ways that can be open at once.
    private(set) var ways: Int
    /// Bytes that a match can have.
    private(set) var length: Int

    /// More than any limit; products stay within `Int`.
    private static let ceiling = 1 << 20
    /// Brackets in brackets beyond this count as too costly; it keeps the recursion short.
    private static let deepest = 100
    /// libyara gives a pattern up after so many bytes.
    private static let longestRun = Int(YR_RE_SCAN_LIMIT)

    var steps: Int { ways * ways * length }

    init(_ node: UnsafePointer<RE_NODE>) {
        self.init(node, depth: 0)
    }

    private init(_ node: UnsafePointer<RE_NODE>, depth: Int) {
        guard depth < Self.deepest else {
            self.init(ways: Self.ceiling, length: Self.longestRun)
            return
        }
        let parts = Self.children(of: node).map { PatternCost($0, depth: depth + 1) }
        switch node.pointee.type {
        case RE_NODE_ALT:
            self.init(ways: parts.map(\.branch).reduce(0, +), length: parts.map(\.length).max() ?? 0)
        case RE_NODE_CONCAT:
            self.init(ways: parts.map(\.ways).reduce(0, +), length: parts.map(\.length).reduce(0, +))
        case RE_NODE_STAR, RE_NODE_PLUS:
            self.init(ways: parts.first?.branch ?? 1, length: Self.longestRun)
        case RE_NODE_RANGE, RE_NODE_RANGE_ANY:
            let most = Int(cyara_node_range_end(node))
            self.init(ways: (parts.first?.branch ?? 1) * most, length: (parts.first?.length ?? 1) * most)
        case RE_NODE_EMPTY, RE_NODE_ANCHOR_START, RE_NODE_ANCHOR_END, RE_NODE_WORD_BOUNDARY,
            RE_NODE_NON_WORD_BOUNDARY:
            self.init(ways: 0, length: 0)
        default:
            // One byte in a row of bytes: no choice, no second way.
            self.init(ways: 0, length: 1)
        }
    }

    /// The ways of a part that is one of several choices: at least its own.
    private var branch: Int { max(ways, 1) }

    private init(ways: Int, length: Int) {
        self.ways = min(max(ways, 0), Self.ceiling)
        self.length = min(max(length, 0), Self.longestRun)
    }

    private static func children(of node: UnsafePointer<RE_NODE>) -> [UnsafePointer<RE_NODE>] {
        var children: [UnsafePointer<RE_NODE>] = []
        var next = node.pointee.children_head
        while let child = next {
            children.append(UnsafePointer(child))
            next = child.pointee.next_sibling
        }
        return children
    }
}
