/// Who may be behind a campaign: the hypotheses with their posteriors, and the evidence item by item.
public struct AttributionFinding: Sendable, Codable {
    /// The profile's name; nil is unattributed.
    public var actor: String?
    /// Posterior of the actor, or of the best hypothesis when nobody is named.
    public var probability: Double?
    public var hypotheses: [Hypothesis]
    public var items: [Item]
    /// Why nobody is named, or what the attribution hangs on.
    public var notes: [String]

    public struct Hypothesis: Sendable, Codable {
        public enum Kind: String, Sendable, Codable {
            case profile, unknownActor, resellerForSeveral, honestOrganisation, falseFlag
        }

        public var kind: Kind
        /// The profile's name, or the hypothesis in words.
        public var name: String
        public var prior: Double
        public var bits: Double
        public var posterior: Double
        /// Posterior with each family of evidence left out in turn, by family name.
        public var without: [String: Double]

        public init(kind: Kind, name: String, prior: Double, bits: Double, posterior: Double) {
            self.kind = kind
            self.name = name
            self.prior = prior
            self.bits = bits
            self.posterior = posterior
            without = [:]
        }
    }

    /// One item of evidence: an indicator of a profile met in the campaign.
    public struct Item: Sendable, Codable {
        /// `asn`, `cidr`, `metadata`, `email_domain`, `fingerprint`, `tls_ja4`, `device`, `targets`, `hours` …
        public var indicator: String
        public var profile: String
        /// The value met.
        public var value: String
        public var accounts: Int
        /// Accounts outside the campaign that match too.
        public var outside: Int
        /// log2 likelihood ratio before and after the discount for dependence.
        public var rawBits: Double
        public var bits: Double
        /// True for what a suspect can choose freely.
        public var forgeable: Bool

        public init(indicator: String, profile: String, value: String, accounts: Int, outside: Int) {
            self.indicator = indicator
            self.profile = profile
            self.value = value
            self.accounts = accounts
            self.outside = outside
            rawBits = 0
            bits = 0
            forgeable = false
        }
    }

    public init() {
        hypotheses = []
        items = []
        notes = []
    }
}
