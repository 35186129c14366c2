/// Who may be behind a campaign: the hypotheses with their posteriors, and the evidence item by item.
public struct AttributionFinding: Sendable, Codable {
    /// Whether anybody is named.
    public enum Standing: String, Sendable, Codable {
        case named
        /// A profile leads, but not on evidence that carries a name: too thin, or all of it can be forged.
        case withheld
        /// No profile leads.
        case unattributed
    }

    /// The profile's name; nil is withheld or unattributed.
    public var actor: String?
    public var standing: Standing
    /// Posterior of the actor, or of the best hypothesis when nobody is named.
    public var probability: Double?
    /// Posterior from which an actor may be named; nil where nothing was weighed.
    public var threshold: Double?
    /// Likeliest first.
    public var hypotheses: [Hypothesis]
    public var items: [Item]
    /// Items against hypotheses, the most telling first; nil where nothing was weighed.
    public var matrix: HypothesisMatrix?
    /// Exchanges by lab where traces of several meet; empty elsewhere.
    public var shares: [TrafficShare]
    /// Why nobody is named, or what the attribution hangs on.
    public var notes: [String]

    public init() {
        standing = .unattributed
        hypotheses = []
        items = []
        shares = []
        notes = []
    }

    public struct Hypothesis: Sendable, Codable {
        public enum Kind: String, Sendable, Codable {
            case profile, unknownActor, resellerForSeveral, honestOrganisation, falseFlag
        }

        public var kind: Kind
        /// The profile's name, or the hypothesis in words.
        public var name: String
        public var prior: Double
        /// log2 of the evidence's probability under this hypothesis over that under an actor not in the profiles.
        public var bits: Double
        public var posterior: Double
        /// Before and after the evidence: that the lab is behind the campaign, alone or as a customer of a reseller. As
        /// prior and posterior for what is no profile.
        public var behindPrior: Double
        public var behind: Double
        /// log2 likelihood ratio that takes the odds of `behindPrior` to those of `behind`: against all other
        /// hypotheses together, weighted by their priors.
        public var ratioBits: Double
        /// The middle 90 % of the posteriors that other assumptions give.
        public var lower: Double
        public var upper: Double
        /// Posterior with each family of evidence left out in turn, by family name.
        public var without: [String: Double]

        public init(kind: Kind, name: String, prior: Double, bits: Double, posterior: Double) {
            self.kind = kind
            self.name = name
            self.prior = prior
            self.bits = bits
            self.posterior = posterior
            behindPrior = prior
            behind = posterior
            ratioBits = 0
            lower = posterior
            upper = posterior
            without = [:]
        }
    }

    /// One item of evidence for or against a profile.
    public struct Item: Sendable, Codable {
        /// `asn`, `cidr`, `metadata`, `email_domain`, `fingerprint`, `tls_ja4`, `device`; `metadata_pattern`, `targets`,
        /// `hours`, `roadmap`.
        public var indicator: String
        public var profile: String
        /// The value met; empty where nothing was.
        public var value: String
        /// The profile's patterns that were met, or all of them where none was.
        public var patterns: [String]
        /// What the profile cites.
        public var source: String?
        public var family: EvidenceFamily
        public var accounts: Int
        /// Members of whom values of this kind are known.
        public var known: Int
        /// Accounts outside the campaign that match too.
        public var outside: Int
        /// log2 likelihood ratio of the profile against an actor not in the profiles, before and after the discount
        /// for dependence.
        public var rawBits: Double
        public var bits: Double
        /// True for what a suspect can choose freely.
        public var forgeable: Bool
        /// Chance that somebody who frames the profile reproduces such a match.
        public var imitation: Double
        /// True for what supports but never decides.
        public var supporting: Bool

        public init(indicator: String, profile: String, value: String, accounts: Int, outside: Int) {
            self.indicator = indicator
            self.profile = profile
            self.value = value
            self.accounts = accounts
            self.outside = outside
            patterns = []
            family = .identity
            known = accounts
            rawBits = 0
            bits = 0
            forgeable = false
            imitation = 0
            supporting = false
        }
    }
}

/// What of a campaign's exchanges goes to one lab's account, where a proxy seems to work for several.
public struct TrafficShare: Sendable, Codable, Hashable {
    /// The profile's name; nil for exchanges that cannot be told apart.
    public var profile: String?
    public var exchanges: Int
    /// Of the campaign's exchanges, 0…1.
    public var share: Double

    public init(profile: String?, exchanges: Int, share: Double) {
        self.profile = profile
        self.exchanges = exchanges
        self.share = share
    }
}
