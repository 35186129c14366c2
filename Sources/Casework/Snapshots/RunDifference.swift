/// What changed between two analyses: `diff`.
public struct RunDifference: Sendable, Codable {
    public struct Run: Sendable, Codable, Hashable {
        public var id: String
        public var at: Timestamp
        public var seed: UInt64
        public var sources: Int
        public var accounts: Int
        public var settings: [String: String]

        public init(
            id: String, at: Timestamp, seed: UInt64, sources: Int, accounts: Int, settings: [String: String]
        ) {
            self.id = id
            self.at = at
            self.seed = seed
            self.sources = sources
            self.accounts = accounts
            self.settings = settings
        }
    }

    public struct Change: Sendable, Codable, Hashable {
        /// `appeared`, `vanished`, `members`, `kind`, `extraction`, `attribution`.
        public var what: String
        public var group: String
        public var before: String?
        public var after: String?
        /// Accounts that joined and left, by id; at most 1,000 each.
        public var joined: [AccountID]
        public var left: [AccountID]
        public var words: String

        public init(what: String, group: String, before: String?, after: String?, words: String) {
            self.what = what
            self.group = group
            self.before = before
            self.after = after
            self.words = words
            joined = []
            left = []
        }
    }

    /// A setting that is not what it was; nil where it was not set.
    public struct Setting: Sendable, Codable, Hashable {
        public var name: String
        public var before: String?
        public var after: String?

        public init(name: String, before: String?, after: String?) {
            self.name = name
            self.before = before
            self.after = after
        }
    }

    public var from: Run
    public var to: Run
    /// Settings that changed, by name.
    public var settings: [Setting]
    /// Files that came in between.
    public var newSources: [String]
    public var changes: [Change]

    public init(from: Run, to: Run) {
        self.from = from
        self.to = to
        settings = []
        newSources = []
        changes = []
    }
}
