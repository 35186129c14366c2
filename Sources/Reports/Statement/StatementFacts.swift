public import Casework

/// What a statement of reasons is made from: plain values that somebody read from a case.
///
/// Of other accounts it has counts alone, so that nothing of them can come into the statement.
public struct StatementFacts: Sendable {
    /// A value that this account and members of its group hold.
    public struct SharedFact: Sendable {
        public var artifact: Artifact
        /// Other members of the group, and accounts outside it, that hold the value.
        public var members: Int
        public var outside: Int
        /// Of this account's use.
        public var uses: Int?
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
        /// log2 of how much more often one operation shares it than chance, before discounts.
        public var bits: Double
        /// Rows of this account alone.
        public var rowsTotal: Int
        public var rows: [RowReference]

        public init(_ artifact: Artifact, members: Int, outside: Int, bits: Double) {
            self.artifact = artifact
            self.members = members
            self.outside = outside
            self.bits = bits
            rowsTotal = 0
            rows = []
        }
    }

    public var row: AccountRow
    public var overview: CaseOverview
    /// The group it belongs to most, of any kind, without members.
    public var group: GroupDetail?
    public var membership: MemberRow?
    /// Days on which it was in use.
    public var activeDays = 0
    /// The strongest first; at most `mostFacts`.
    public var shared: [SharedFact] = []
    public var violations: [ViolationRow] = []
    public var terms: [TermRecord] = []
    /// Partners' indicators that it matches; a partner's report is not the account's data, so they are counted.
    public var indicators = 0
    /// Samples of its texts, counted up to `mostSamples`.
    public var samples = 0
    /// What could not be looked at, in sentences.
    public var missing: [String] = []
    /// What speaks for it, in sentences.
    public var against: [String] = []

    public init(row: AccountRow, overview: CaseOverview) {
        self.row = row
        self.overview = overview
    }

    /// More facts of one sort make nothing clearer.
    public static let mostFacts = 12
    /// As many as a dossier reads.
    public static let mostSamples = 200
}

/// What only people know: it fills the places that a statement leaves for them.
public struct StatementOptions: Sendable {
    public var at: Timestamp
    public var contact: String?
    public var deadline: String?
    /// The provider's number for the matter.
    public var reference: String?
    /// Who decides.
    public var decider: String?
    /// Name and version of the program.
    public var tool: String

    public init(at: Timestamp, tool: String) {
        self.at = at
        self.tool = tool
    }
}
