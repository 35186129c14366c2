/// One campaign or look-alike, opened.
public struct GroupDetail: Sendable, Encodable {
    public var row: GroupRow
    public var explanations: [Explanation]
    public var shared: [SharedArtifact]
    public var attribution: AttributionFinding
    public var figures: [String: Double]
    public var notes: [String]
    public var signals: [SignalFinding]
    /// Likeliest first; the first hundred, or as many as were asked for.
    public var members: [MemberRow]
    public var activity: [DayCount]
    /// Exchanges by UTC hour of day, 24 figures.
    public var hours: [Int]
    /// What its id has been through over the analyses, the oldest first, with what others took from it or gave to it.
    public var history: [CampaignEvent]
    /// Reviewers' decisions on it as a whole and on who is behind it, withdrawn ones included.
    public var decisions: [Decision]

    public init(row: GroupRow) {
        self.row = row
        explanations = []
        shared = []
        attribution = AttributionFinding()
        figures = [:]
        notes = []
        signals = []
        members = []
        activity = []
        hours = []
        history = []
        decisions = []
    }
}

/// An id that is no group any more: what became of it, the oldest first.
public struct PastGroup: Sendable, Encodable {
    public var id: String
    public var history: [CampaignEvent]

    public init(id: String, history: [CampaignEvent]) {
        self.id = id
        self.history = history
    }
}

/// A member of a group, with what the membership rests on.
public struct MemberRow: Sendable, Codable, Hashable {
    public var accountId: AccountID
    public var probability: Double
    public var role: MemberFinding.Role
    public var priorBits: Double
    public var familyBits: [EvidenceFamily: Double]
    public var against: [String]
    public var status: AccountStatus?
    public var exchanges: Int
    /// The decision that made it a member, and the probability that the method itself gave; nil where nobody decided.
    public var decision: Int?
    public var methodProbability: Double?

    public init(accountId: AccountID, probability: Double, role: MemberFinding.Role) {
        self.accountId = accountId
        self.probability = probability
        self.role = role
        priorBits = 0
        familyBits = [:]
        against = []
        exchanges = 0
    }
}

/// Everything about one account: `show account:ID`, and the dossier.
public struct AccountDossier: Sendable, Encodable {
    public var row: AccountRow
    /// What is held of the account and why, in sentences.
    public var reasons: AccountReasons
    /// Values it shares with many flagged accounts, by kind; kinds with none but addresses are left out.
    public var connections: [FlaggedConnections]
    public var properties: [NamedValue]
    /// Payments and attributes.
    public var holdings: [Holding]
    public var addresses: [AddressUse]
    /// What exchanges named: models, clients, surfaces, prompt keys and `attr:` columns.
    public var uses: [Holding]
    /// Exchanges by UTC hour of day, 24 figures.
    public var hours: [Int]
    public var activity: [DayCount]
    public var membership: MemberRow?
    public var groupName: String?
    /// Named figures of behaviour.
    public var features: [String: Double]
    /// The strongest links, by bits.
    public var links: [LinkRow]
    public var samples: [SampleRow]
    public var violations: [ViolationRow]
    public var indicators: [IndicatorRow]
    public var notes: [NoteRow]
    /// Reviewers' decisions on its memberships and links, withdrawn ones included.
    public var decisions: [Decision]
    /// What speaks for an innocent holder, in words.
    public var innocent: [String]
    /// Rows of the accounts table that describe it.
    public var rows: [RowReference]

    public init(row: AccountRow) {
        self.row = row
        reasons = AccountReasons()
        connections = []
        properties = []
        holdings = []
        addresses = []
        uses = []
        hours = []
        activity = []
        features = [:]
        links = []
        samples = []
        violations = []
        indicators = []
        notes = []
        decisions = []
        innocent = []
        rows = []
    }
}

public struct NamedValue: Sendable, Codable, Hashable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A value an account holds, how often and when, and how many others hold it.
public struct Holding: Sendable, Codable, Hashable {
    public var kind: ArtifactKind
    public var value: ExactText
    public var uses: Int?
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    /// Accounts that hold the value, this one included; nil where nobody counted yet.
    public var accounts: Int?
    public var flagged: Int?
    /// For payments: card, prepaid …
    public var paymentKind: PaymentKind?
    public var rows: [RowReference]

    public init(kind: ArtifactKind, value: ExactText) {
        self.kind = kind
        self.value = value
        rows = []
    }
}

public struct AddressUse: Sendable, Codable, Hashable {
    /// Canonical text.
    public var address: String
    public var exchanges: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    public var accounts: Int?
    public var flagged: Int?
    /// Longest known range that holds the address, of ip_ranges or of an address database.
    public var net: String?
    public var asn: Int?
    public var asName: String?
    public var usage: NetworkUsage?
    public var country: String?
    /// Users behind one address, as an address database says.
    public var userCount: Int?
    /// The first 20 exchanges from it.
    public var rows: [RowReference]

    public init(address: String, exchanges: Int) {
        self.address = address
        self.exchanges = exchanges
        rows = []
    }
}

/// A link from one account to another, by its strongest values.
public struct LinkRow: Sendable, Codable, Hashable {
    public var accountId: AccountID
    public var bits: Double
    /// Strongest first.
    public var by: [Artifact]

    public init(accountId: AccountID, bits: Double, by: [Artifact]) {
        self.accountId = accountId
        self.bits = bits
        self.by = by
    }
}
