/// One line of `list campaigns` and `list groups`.
public struct GroupRow: Sendable, Codable, Hashable {
    /// `C-01` for campaigns, `G-01` for look-alikes; stable over re-runs.
    public var id: String
    /// A short name for people: what it looks like.
    public var name: String
    public var kind: GroupKind
    public var accounts: Int
    public var coreAccounts: Int
    public var exchanges: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    public var extractionProbability: Double?
    public var actor: String?
    public var attributionProbability: Double?
    public var capabilities: [String]
    public var innocentExplanations: [String]

    public init(id: String, name: String, kind: GroupKind) {
        self.id = id
        self.name = name
        self.kind = kind
        accounts = 0
        coreAccounts = 0
        exchanges = 0
        capabilities = []
        innocentExplanations = []
    }
}

/// Why an account counts as flagged; which of the three is always shown.
public enum FlagReason: String, Sendable, Codable { case campaign, reviewer, provider }

/// One line of `list accounts`.
public struct AccountRow: Sendable, Codable, Hashable {
    public var accountId: AccountID
    /// True for a placeholder that no accounts row describes yet.
    public var unlisted: Bool
    public var createdAt: Timestamp?
    public var status: AccountStatus?
    public var closedAt: Timestamp?
    public var channel: String?
    public var plan: Plan?
    public var declaredCountry: String?
    public var emailDomain: String?
    public var emailHash: String?
    public var orgName: String?
    public var exchanges: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    /// Best campaign, at or above the accusation threshold.
    public var campaign: String?
    /// Best group of any kind.
    public var group: String?
    public var probability: Double?
    public var role: MemberFinding.Role?
    public var flagged: [FlagReason]

    public init(accountId: AccountID, unlisted: Bool) {
        self.accountId = accountId
        self.unlisted = unlisted
        exchanges = 0
        flagged = []
    }
}

/// One line of `list artifacts`.
public struct ArtifactRow: Sendable, Codable, Hashable {
    public var kind: ArtifactKind
    public var value: ExactText
    /// Accounts that hold it.
    public var accounts: Int
    public var flagged: Int
    public var verdict: ArtifactVerdict.Verdict?
    public var bits: Double?
    public var reasons: [String]

    public init(kind: ArtifactKind, value: ExactText, accounts: Int, flagged: Int) {
        self.kind = kind
        self.value = value
        self.accounts = accounts
        self.flagged = flagged
        reasons = []
    }
}

/// One line of `list networks`, and what `show net:…` begins with.
public struct NetworkRow: Sendable, Codable, Hashable {
    /// Canonical text of the range.
    public var net: String
    public var asn: Int?
    public var asName: String?
    public var country: String?
    public var usage: NetworkUsage?
    /// Users behind one address, as an address database says.
    public var userCount: Int?
    public var accounts: Int
    public var flagged: Int

    public init(net: String, accounts: Int, flagged: Int) {
        self.net = net
        self.accounts = accounts
        self.flagged = flagged
    }
}

/// One line of `list samples`.
public struct SampleRow: Sendable, Codable, Hashable {
    public var sampleId: String?
    public var accountId: AccountID
    public var at: Timestamp
    public var model: String?
    public var surface: String?
    public var prompt: String
    public var response: String?
    /// JSON text as received.
    public var metadata: String?
    /// Id of its prompt frame.
    public var template: String?
    /// Capabilities that rules found, sorted.
    public var capabilities: [String]
    public var row: RowReference

    public init(accountId: AccountID, at: Timestamp, prompt: String, row: RowReference) {
        self.accountId = accountId
        self.at = at
        self.prompt = prompt
        self.row = row
        capabilities = []
    }
}

/// One line of `list sources`.
public struct SourceRow: Sendable, Codable, Hashable {
    public var source: Int
    public var file: String
    public var table: EvidenceTable
    public var sha256: String
    public var rows: Int
    public var rejected: Int
    public var faults: Int
    public var importedAt: Timestamp
    public var obtainedFrom: String?
    public var grade: String?

    public init(
        source: Int, file: String, table: EvidenceTable, sha256: String, rows: Int, rejected: Int,
        faults: Int,
        importedAt: Timestamp
    ) {
        self.source = source
        self.file = file
        self.table = table
        self.sha256 = sha256
        self.rows = rows
        self.rejected = rejected
        self.faults = faults
        self.importedAt = importedAt
    }
}

/// One line of `list rejects` and of `list faults`.
public struct RejectRow: Sendable, Codable, Hashable {
    public var source: Int
    public var file: String
    public var line: Int
    public var offset: Int
    /// Of a reject: `bad_at` …; of a fault: what is wrong.
    public var reason: String
    /// Of a fault: the field.
    public var field: String?
    /// Bytes as received; what is no UTF-8 shows as replacement marks.
    public var raw: String

    public init(
        source: Int, file: String, line: Int, offset: Int, reason: String, field: String?, raw: String
    ) {
        self.source = source
        self.file = file
        self.line = line
        self.offset = offset
        self.reason = reason
        self.field = field
        self.raw = raw
    }
}

public struct EventRow: Sendable, Codable, Hashable {
    public var at: Timestamp
    public var kind: EventKind
    public var name: String
    public var detail: String?
    public var actor: String?

    public init(at: Timestamp, kind: EventKind, name: String) {
        self.at = at
        self.kind = kind
        self.name = name
    }
}
