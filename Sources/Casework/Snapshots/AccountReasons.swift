/// What is held of an account and why, in sentences.
public struct AccountReasons: Sendable, Codable, Hashable {
    /// What is said of the account.
    public var words: [String]
    /// What that rests on, family by family, and how strong it is.
    public var strength: [String]
    /// Innocent reasons there could be.
    public var innocent: [String]
    /// What speaks against.
    public var against: [String]
    /// What could not be looked at.
    public var missing: [String]

    public init() {
        words = []
        strength = []
        innocent = []
        against = []
        missing = []
    }
}

/// How many values of one kind an account shares with many flagged accounts, with those values.
public struct FlaggedConnections: Sendable, Codable, Hashable {
    /// One such value with its flagged holders. One account may be flagged for several reasons.
    public struct Value: Sendable, Codable, Hashable {
        public var value: ExactText
        /// All holders, this account among them.
        public var accounts: Int
        public var flagged: Int
        /// Flagged holders by reason: members of a campaign, banned or suspended by the provider, confirmed by a reviewer.
        public var campaign: Int
        public var provider: Int
        public var reviewer: Int
        /// Rows in which this account has the value, and the first of them.
        public var rowsTotal: Int
        public var rows: [RowReference]

        public init(value: ExactText, accounts: Int, flagged: Int) {
            self.value = value
            self.accounts = accounts
            self.flagged = flagged
            campaign = 0
            provider = 0
            reviewer = 0
            rowsTotal = 0
            rows = []
        }
    }

    /// The name of the filter field that counts the same: `addresses_with_10_flagged`.
    public var field: String
    public var kind: ArtifactKind
    /// Flagged holders that make a value count.
    public var least: Int
    public var count: Int
    /// The sentence.
    public var words: String
    /// Those with the most flagged holders first; at most 20.
    public var values: [Value]

    public init(field: String, kind: ArtifactKind, least: Int, count: Int) {
        self.field = field
        self.kind = kind
        self.least = least
        self.count = count
        words = ""
        values = []
    }
}
