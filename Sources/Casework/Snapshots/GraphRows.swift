/// Something in the graph of accounts and of what they share.
public enum GraphNode: Hashable, Sendable, Codable {
    case account(AccountID)
    case artifact(Artifact)
    /// A campaign or look-alike by its id.
    case group(String)
    /// Accounts that somebody chose; their neighbours are they themselves.
    case accounts([AccountID])
}

/// A node with what there is to know before it is opened.
public struct GraphRow: Hashable, Sendable {
    public var node: GraphNode
    /// Of a value: accounts that hold it, and flagged ones among them; nil where nobody counted.
    public var accounts: Int?
    public var flagged: Int?
    /// Of a value: what sharing it weighs; nil where no analysis spoke of it.
    public var bits: Double?
    public var verdict: ArtifactVerdict.Verdict?
    /// Of an account: how lists show it.
    public var account: AccountRow?

    public init(node: GraphNode) { self.node = node }
}

/// A window of the neighbours of a node.
public struct NeighboursRequest: Hashable, Sendable {
    public var node: GraphNode
    /// Where one came from; it is no neighbour to show again.
    public var origin: GraphNode?
    /// Counted from 0; may reach beyond the last.
    public var window: Range<Int>

    public init(of node: GraphNode, from origin: GraphNode? = nil, window: Range<Int>) {
        (self.node, self.origin, self.window) = (node, origin, window)
    }
}

/// Neighbours of a node as far as the window asked for reached, the strongest first.
public struct GraphNeighbours: Sendable {
    /// Where the first row stands among all neighbours.
    public var start: Int
    public var rows: [GraphRow]
    public var total: Int
    /// In words: what was left out.
    public var notes: [String]

    public init(start: Int, rows: [GraphRow], total: Int, notes: [String] = []) {
        (self.start, self.rows, self.total, self.notes) = (start, rows, total, notes)
    }
}

/// Accounts against the values they share: rows and columns, the strongest first.
public struct GraphMatrix: Sendable {
    public struct Row: Sendable {
        public var account: AccountRow
        /// Places of the columns whose value the account holds, ascending.
        public var holds: [Int]
        /// Bits of all values that it holds: for their order, since values depend on each other and do not add up.
        public var bits: Double

        public init(account: AccountRow, holds: [Int], bits: Double) {
            (self.account, self.holds, self.bits) = (account, holds, bits)
        }
    }

    public var columns: [GraphRow]
    public var rows: [Row]
    /// Accounts and values there are in all; nil where they were not counted.
    public var accountsTotal: Int?
    public var valuesTotal: Int?

    public init(columns: [GraphRow], rows: [Row]) {
        (self.columns, self.rows) = (columns, rows)
    }
}
