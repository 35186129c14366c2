/// One row of accounts. `properties` holds the columns that the format does not name, in name order.
public struct AccountRecord: Hashable, Sendable {
    public var position: RowPosition
    public var account: AccountID
    public var createdAt: Timestamp
    public var status: AccountStatus?
    public var closedAt: Timestamp?
    /// `api`, `web`, `reseller` or `cloud:NAME`.
    public var channel: String?
    public var plan: Plan?
    public var declaredCountry: String?
    public var emailDomain: ExactText?
    public var emailHash: ExactText?
    public var organisation: ExactText?
    public var properties: [Property]

    public struct Property: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public init(position: RowPosition, account: AccountID, createdAt: Timestamp) {
        self.position = position
        self.account = account
        self.createdAt = createdAt
        properties = []
    }
}

/// One row of payments or attributes: an account used a value of a kind.
public struct HoldingRecord: Hashable, Sendable {
    public var position: RowPosition
    public var account: AccountID
    /// `payment` for payments; else the kind of the attribute.
    public var kind: ArtifactKind
    public var value: ExactText
    public var paymentKind: PaymentKind?
    public var issuerCountry: String?
    public var firstSeen: Timestamp?
    public var lastSeen: Timestamp?
    public var uses: Int?

    public init(position: RowPosition, account: AccountID, kind: ArtifactKind, value: ExactText) {
        self.position = position
        self.account = account
        self.kind = kind
        self.value = value
    }
}

/// One row of ip_ranges.
public struct RangeRecord: Hashable, Sendable {
    public var position: RowPosition
    public var range: AddressRange
    public var asNumber: Int?
    public var asName: String?
    public var country: String?
    public var usage: NetworkUsage?

    public init(position: RowPosition, range: AddressRange) {
        self.position = position
        self.range = range
    }
}

/// One row of samples. `metadata` holds its scalar members by name; each is an attribute `metadata_NAME`.
public struct SampleRecord: Hashable, Sendable {
    public var position: RowPosition
    public var account: AccountID
    public var at: Timestamp
    public var sampleID: ExactText?
    public var model: ExactText?
    public var surface: ExactText?
    public var prompt: String
    public var response: String?
    /// The metadata as JSON text, as received; nil where there is none.
    public var metadata: String?
    public var metadataValues: [AccountRecord.Property]

    public init(position: RowPosition, account: AccountID, at: Timestamp, prompt: String) {
        self.position = position
        self.account = account
        self.at = at
        self.prompt = prompt
        metadataValues = []
    }
}

public struct EventRecord: Hashable, Sendable {
    public var position: RowPosition
    public var at: Timestamp
    public var kind: EventKind
    public var name: String
    public var detail: String?
    public var actor: String?

    public init(position: RowPosition, at: Timestamp, kind: EventKind, name: String) {
        self.position = position
        self.at = at
        self.kind = kind
        self.name = name
    }
}

/// A rule in force: `from`, and until `to` where it ended.
public struct TermRecord: Hashable, Sendable {
    public var position: RowPosition
    public var from: Timestamp
    public var to: Timestamp?
    public var clause: String
    public var text: String
    public var kind: TermKind?

    public init(position: RowPosition, from: Timestamp, clause: String, text: String) {
        self.position = position
        self.from = from
        self.clause = clause
        self.text = text
    }
}

/// What the provider says about one of its files.
public struct ProvenanceRecord: Hashable, Sendable {
    public var position: RowPosition
    public var file: String
    public var sha256: String?
    public var obtainedFrom: String?
    public var obtainedAt: Timestamp?
    public var query: String?
    public var coverage: String?
    /// Admiralty grade, such as `B2`: reliability A-F, credibility 1-6.
    public var grade: String?

    public init(position: RowPosition, file: String) {
        self.position = position
        self.file = file
    }
}
