/// A pattern over accounts that a null was set against.
public struct SignalFinding: Sendable, Codable {
    public enum Kind: String, CaseIterable, Sendable, Codable {
        /// Meeting in one frame or short window more often than their own volumes explain.
        case synchrony
        /// Accounts taking turns like the backends of a load balancer.
        case loadBalancing = "load_balancing"
        /// Many accounts opened within a short time.
        case signUpBurst = "sign_up_burst"
        /// Accounts that take up where banned ones left off.
        case replacement
        /// Use from a country that the terms in force do not allow.
        case regionViolation = "region_violation"
        /// Traffic moved to a newly released model faster than other accounts'.
        case releasePivot = "release_pivot"
    }

    public var kind: Kind
    /// The figure measured; `words` says what it is.
    public var value: Double
    /// What chance or the rest of the population gives.
    public var expected: Double?
    /// Probability of such a value under the null, and after control of the false discovery rate.
    public var pValue: Double?
    public var qValue: Double?
    /// One sentence for a person.
    public var words: String
    /// What innocent reason there could be, in words.
    public var innocent: String?
    /// Numbers of the accounts concerned, in order of account ids; at most 1,000.
    public var accounts: [UInt32]
    /// How many accounts are concerned in all.
    public var accountsTotal: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?

    public init(kind: Kind, value: Double, words: String) {
        self.kind = kind
        self.value = value
        self.words = words
        accounts = []
        accountsTotal = 0
    }
}

/// An account's use of the service that a clause in force at the time forbids.
public struct AccessViolation: Hashable, Sendable, Codable {
    public enum Basis: String, Sendable, Codable {
        /// The account itself declares the country.
        case declaredCountry = "declared_country"
        /// The country of the addresses it used.
        case addressCountry = "address_country"
    }

    public var account: UInt32
    public var kind: TermKind
    /// The clause in force; nil where a country is on the case's list and no term was received.
    public var clause: String?
    public var country: String
    public var basis: Basis
    /// Exchanges concerned; 0 where only the declaration speaks.
    public var exchanges: Int
    public var firstAt: Timestamp?
    public var lastAt: Timestamp?
    /// In words: the addresses, the range, the text of the clause.
    public var words: String

    public init(account: UInt32, kind: TermKind, country: String, basis: Basis, words: String) {
        self.account = account
        self.kind = kind
        self.country = country
        self.basis = basis
        self.words = words
        exchanges = 0
    }
}

/// An account that matches an indicator of a partner.
public struct IndicatorHit: Hashable, Sendable, Codable {
    /// Source and row number of the indicator.
    public var indicator: SampleKey
    public var account: UInt32
    /// What matched: an address, a fingerprint …
    public var artifact: Artifact

    public init(indicator: SampleKey, account: UInt32, artifact: Artifact) {
        self.indicator = indicator
        self.account = account
        self.artifact = artifact
    }
}
