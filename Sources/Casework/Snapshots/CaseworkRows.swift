/// One line of `list links`: two accounts of one group and what ties them most.
public struct LinkListRow: Sendable, Codable, Hashable {
    public var a: AccountID
    public var b: AccountID
    public var group: String
    public var bits: Double
    /// Strongest first.
    public var by: [Artifact]

    public init(a: AccountID, b: AccountID, group: String, bits: Double, by: [Artifact]) {
        self.a = a
        self.b = b
        self.group = group
        self.bits = bits
        self.by = by
    }
}

/// One line of `list indicators`.
public struct IndicatorRow: Sendable, Codable, Hashable {
    public var id: String
    public var kind: IndicatorKind
    public var value: ExactText
    public var name: String?
    public var partner: String?
    public var actor: String?
    public var grade: String?
    public var confidence: Int?
    public var validFrom: Timestamp?
    public var validTo: Timestamp?
    public var markings: [String]
    /// Accounts that match it, and flagged ones among them.
    public var accounts: Int
    public var flagged: Int
    public var row: RowReference

    public init(id: String, kind: IndicatorKind, value: ExactText, row: RowReference) {
        self.id = id
        self.kind = kind
        self.value = value
        self.row = row
        markings = []
        accounts = 0
        flagged = 0
    }
}

/// One line of `list violations`.
public struct ViolationRow: Sendable, Codable, Hashable {
    public var accountId: AccountID
    public var kind: TermKind
    public var clause: String?
    public var country: String
    public var basis: AccessViolation.Basis
    public var exchanges: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    public var words: String
    public var campaign: String?

    public init(
        accountId: AccountID, kind: TermKind, country: String, basis: AccessViolation.Basis, words: String
    ) {
        self.accountId = accountId
        self.kind = kind
        self.country = country
        self.basis = basis
        self.words = words
        exchanges = 0
    }
}

/// One line of `log`: an entry of the audit log.
public struct AuditRow: Sendable, Codable, Hashable {
    public var seq: Int
    public var at: Timestamp
    public var actor: String
    public var action: String
    /// JSON text.
    public var details: String
    public var hash: String

    public init(seq: Int, at: Timestamp, actor: String, action: String, details: String, hash: String) {
        self.seq = seq
        self.at = at
        self.actor = actor
        self.action = action
        self.details = details
        self.hash = hash
    }
}

/// A tag or comment on a thing of the case. Notes are events: one is withdrawn by another, never erased.
public struct NoteRow: Sendable, Codable, Hashable {
    public enum Kind: String, Sendable, Codable { case tag, comment }

    public var number: Int
    public var at: Timestamp
    public var actor: String
    /// The thing's name in full: `account:ID`, `campaign:C-01` …
    public var subject: String
    public var kind: Kind
    public var text: String
    public var withdrawn: Bool

    public init(
        number: Int, at: Timestamp, actor: String, subject: String, kind: Kind, text: String,
        withdrawn: Bool = false
    ) {
        self.number = number
        self.at = at
        self.actor = actor
        self.subject = subject
        self.kind = kind
        self.text = text
        self.withdrawn = withdrawn
    }
}

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

/// The strongest chain of evidence between two accounts: `path`.
public struct EvidencePath: Sendable, Codable {
    public struct Hop: Sendable, Codable, Hashable {
        public var from: AccountID
        public var to: AccountID
        public var by: Artifact
        public var bits: Double
        public var heldBy: Int
        /// The first 20 rows of either account that hold the value.
        public var rows: [RowReference]

        public init(from: AccountID, to: AccountID, by: Artifact, bits: Double, heldBy: Int) {
            self.from = from
            self.to = to
            self.by = by
            self.bits = bits
            self.heldBy = heldBy
            rows = []
        }
    }

    public var a: AccountID
    public var b: AccountID
    /// Empty where no chain of evidence joins the two.
    public var hops: [Hop]
    /// A chain is as strong as its weakest hop.
    public var weakestBits: Double?
    /// In words: what was left out, why no chain was found.
    public var notes: [String]

    public init(a: AccountID, b: AccountID) {
        self.a = a
        self.b = b
        hops = []
        notes = []
    }
}
