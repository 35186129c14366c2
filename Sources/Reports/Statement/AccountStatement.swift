public import Casework

/// A statement of reasons: what is alleged of one account, on what it rests, and what its holder can answer.
///
/// It is written for the holder of the account. Other accounts are counted and never named, fingerprints are shortened.
/// JSON of it is what `--format json` writes.
public struct AccountStatement: Sendable, Codable, Hashable {
    public struct Rule: Sendable, Codable, Hashable {
        public var clause: String
        public var kind: TermKind?
        public var text: String
        public var from: Timestamp
        public var to: Timestamp?
    }

    public struct Fact: Sendable, Codable, Hashable {
        public var id: String
        public var family: EvidenceFamily
        public var kind: ArtifactKind
        /// Shortened where it is a fingerprint or an address.
        public var value: String
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
        public var uses: Int?
        /// Other accounts that are held to belong to the same group, and all others, that have the value.
        public var otherMembers: Int
        public var otherAccounts: Int
        public var words: String
        public var strength: String
        public var innocent: [String]
        public var rowsTotal: Int
        /// Rows about this account alone.
        public var rows: [RowReference]
    }

    public struct Weighed: Sendable, Codable, Hashable {
        public var explanation: GroupKind
        /// Why it was thought to fit worse, in sentences.
        public var words: [String]
    }

    public struct Appeal: Sendable, Codable, Hashable {
        /// Nil where nobody filled it in.
        public var contact: String?
        public var deadline: String?
        public var reference: String?
    }

    public var schema: String
    public var synthetic: Bool
    public var accountId: AccountID
    public var at: Timestamp
    public var tool: String
    public var run: String?
    public var isAlleged: Bool
    public var alleged: [String]
    public var notAlleged: [String]
    public var rules: [Rule]
    public var ruleWords: [String]
    public var period: [String]
    public var facts: [Fact]
    public var factWords: [String]
    public var sureness: [String]
    public var weighed: [Weighed]
    public var speaksFor: [String]
    public var unavailable: [String]
    public var youCanBring: [String]
    public var decision: [String]
    public var appeal: Appeal

    static let schemaName = "revenuer statement of reasons 1"
}
