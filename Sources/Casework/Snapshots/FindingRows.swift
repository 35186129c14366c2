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
