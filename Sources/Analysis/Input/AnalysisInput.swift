public import Casework

/// Everything one analysis reads, as flat columns.
///
/// Account index `a` means row `a` of `accounts`; rows are ordered by the bytes of the account id. Value index
/// `v` means row `v` of `values`, ordered by kind, then by bytes. All times are seconds since 1970 unless the
/// name says otherwise. Nothing in the result depends on `AccountColumns.number`.
public struct AnalysisInput: Sendable {
    public var accounts = AccountColumns()
    public var values = ValueColumns()
    /// Which account held which value: payments, attributes, addresses, clients, prompt keys, e-mail domain and
    /// hash, organisation. Networks (/24, /64), sign-up buckets and lockstep windows are derived here.
    public var holdings = HoldingColumns()
    /// Exchanges by account and hour.
    public var hours = HourColumns()
    /// Every exchange, by account and time.
    public var activity = ActivityColumns()
    /// Names of the models that `activity.model` points to.
    public var models: [ExactText] = []
    public var ranges: [NetworkRange] = []
    public var profiles: [LabProfile] = []
    public var events: [CaseEvent] = []
    public var terms: [CaseTerm] = []
    /// What was found in samples' texts.
    public var samples = SampleColumns()
    /// Indicators of partners, in the order of evidence.
    public var indicators: [PartnerIndicator] = []
    /// Reviewers' decisions that bind.
    public var reviewed = BindingDecisions()
    public var population = Population.all
    /// ISO 3166-1 alpha-2. Only ever reported; no rule weighs a country.
    public var restrictedCountries: [String] = []

    public init() {}
}

/// One row an account. All columns are equally long.
public struct AccountColumns: Sendable {
    /// The number the findings name the account by.
    public var number: [UInt32] = []
    /// Milliseconds since 1970; `AccountColumns.noTime` where unknown (placeholders).
    public var createdAt: [Int64] = []
    public var closedAt: [Int64] = []
    public var status: [AccountStatus?] = []
    public var plan: [Plan?] = []
    /// Index into `channels`, -1 for none.
    public var channel: [Int32] = []
    public var channels: [String] = []
    /// Index into `countries`, -1 for none. Only ever reported.
    public var country: [Int32] = []
    public var countries: [String] = []
    /// How many accounts of the population each stands for: 1, or N for a control of `suspects+control 1:N`.
    /// Empty means 1 for all.
    public var weight: [UInt32] = []

    public static let noTime = Int64.min

    public var count: Int { number.count }

    public init() {}

    /// Adds one account. Convenient for small cases; large ones fill the columns.
    public mutating func append(
        number: UInt32, createdAt: Int64 = AccountColumns.noTime, closedAt: Int64 = AccountColumns.noTime,
        status: AccountStatus? = nil, plan: Plan? = nil, channel: Int32 = -1, country: Int32 = -1
    ) {
        self.number.append(number)
        self.createdAt.append(createdAt)
        self.closedAt.append(closedAt)
        self.status.append(status)
        self.plan.append(plan)
        self.channel.append(channel)
        self.country.append(country)
    }
}

/// The artifacts: texts of a kind, ordered by kind and bytes. Texts lie in one arena.
public struct ValueColumns: Sendable {
    /// Distinct kinds, ascending.
    public var kinds: [ArtifactKind] = []
    /// Index into `kinds` of every value.
    public var kind: [UInt16] = []
    /// Text of value n is `bytes[ends[n-1]..<ends[n]]`.
    public var bytes: [UInt8] = []
    public var ends: [Int] = []
    /// Only of payments; else nil.
    public var paymentKind: [PaymentKind?] = []

    public var count: Int { kind.count }

    public init() {}

    /// The value as people see it. O(length).
    public func artifact(_ value: Int) -> Artifact {
        Artifact(kind: kinds[Int(kind[value])], value: ExactText(text(value)))
    }

    public func text(_ value: Int) -> String {
        String(decoding: bytes[(value == 0 ? 0 : ends[value - 1])..<ends[value]], as: UTF8.self)
    }
}

/// Incidences account → value: those of account `a` are `offsets[a] ..< offsets[a + 1]`, each value once.
public struct HoldingColumns: Sendable {
    public var offsets: [Int] = [0]
    public var value: [UInt32] = []
    /// Uses or exchanges, at least 1.
    public var count: [UInt32] = []
    /// First and last seen, seconds since 1970; 0 where unknown.
    public var first: [UInt32] = []
    public var last: [UInt32] = []

    public init() {}
}

/// Account-hour counts: those of account `a` are `offsets[a] ..< offsets[a + 1]`, ascending.
public struct HourColumns: Sendable {
    public var offsets: [Int] = [0]
    /// Hours since 1970.
    public var hour: [UInt32] = []
    public var count: [UInt32] = []

    public init() {}
}

/// Exchanges by account, then time: those of account `a` are `offsets[a] ..< offsets[a + 1]`.
public struct ActivityColumns: Sendable {
    public var offsets: [Int] = [0]
    public var seconds: [UInt32] = []
    /// Value index of the prompt key, `ActivityColumns.none` where there is none.
    public var promptKey: [UInt32] = []
    /// Index into `models`, `UInt16.max` where there is none.
    public var model: [UInt16] = []

    public static let none = UInt32.max

    public init() {}
}

/// One row of ip_ranges.
public struct NetworkRange: Sendable, Hashable {
    public var range: AddressRange
    public var asNumber: Int?
    public var asName: String?
    public var country: String?
    public var usage: NetworkUsage?
    /// Users behind one address, as an address database says.
    public var userCount: Int?

    public init(
        range: AddressRange, asNumber: Int? = nil, asName: String? = nil, country: String? = nil,
        usage: NetworkUsage? = nil, userCount: Int? = nil
    ) {
        self.range = range
        self.asNumber = asNumber
        self.asName = asName
        self.country = country
        self.usage = usage
        self.userCount = userCount
    }
}

/// One row of events.
public struct CaseEvent: Sendable, Hashable {
    /// Milliseconds since 1970.
    public var at: Int64
    public var kind: EventKind
    public var name: String
    public var actor: String?

    public init(at: Int64, kind: EventKind, name: String, actor: String? = nil) {
        self.at = at
        self.kind = kind
        self.name = name
        self.actor = actor
    }
}

/// One row of terms: a clause and when it was in force.
public struct CaseTerm: Sendable, Hashable {
    /// Milliseconds since 1970; `to` is exclusive, nil while in force.
    public var from: Int64
    public var to: Int64?
    public var clause: String
    public var text: String
    public var kind: TermKind?

    public init(from: Int64, to: Int64? = nil, clause: String, text: String, kind: TermKind? = nil) {
        self.from = from
        self.to = to
        self.clause = clause
        self.text = text
        self.kind = kind
    }
}

/// Samples by account, then time: those of account `a` are `offsets[a] ..< offsets[a + 1]`.
///
/// Templates are also values of kind `template` in `AnalysisInput.values` and `.holdings`.
public struct SampleColumns: Sendable {
    public var offsets: [Int] = [0]
    public var seconds: [UInt32] = []
    /// Value index of the template, `ActivityColumns.none` where there is none.
    public var template: [UInt32] = []
    /// Bit n: capability n of `capabilities` was found.
    public var capabilities: [UInt64] = []
    /// Ids, sorted; at most 64.
    public var capabilityNames: [String] = []

    public init() {}
}

/// An indicator of a partner as the analysis matches it.
public struct PartnerIndicator: Sendable, Hashable {
    public var key: SampleKey
    public var kind: IndicatorKind
    public var value: String
    /// Milliseconds since 1970.
    public var validFrom: Int64?
    public var validTo: Int64?
    /// For indicators of kind `account`: the number of the account of that id; nil where the case has none.
    public var account: UInt32?

    public init(
        key: SampleKey, kind: IndicatorKind, value: String, validFrom: Int64? = nil, validTo: Int64? = nil,
        account: UInt32? = nil
    ) {
        self.key = key
        self.kind = kind
        self.value = value
        self.validFrom = validFrom
        self.validTo = validTo
        self.account = account
    }
}
