import Foundation

/// A group as an analysis found it, campaign or look-alike, with what is claimed about it.
public struct ScoredGroup: Hashable, Sendable {
    public struct Member: Hashable, Sendable {
        public var account: AccountID
        /// That the account belongs to the group, 0…1.
        public var probability: Double

        public init(account: AccountID, probability: Double) {
            self.account = account
            self.probability = probability
        }
    }

    /// What the evidence is said to tell about one profile.
    public struct Suspicion: Hashable, Sendable {
        public var profile: ExactText
        public var prior: Double
        public var posterior: Double

        public init(profile: ExactText, prior: Double, posterior: Double) {
            self.profile = profile
            self.prior = prior
            self.posterior = posterior
        }
    }

    public var id: ExactText
    public var isCampaign: Bool
    /// That the group is an extraction campaign; nil where it is withheld.
    public var extractionProbability: Double?
    /// All members, below the accusation threshold too.
    public var members: [Member]
    /// One for each profile that was weighed.
    public var suspicions: [Suspicion]

    public init(
        id: ExactText, isCampaign: Bool, extractionProbability: Double?, members: [Member],
        suspicions: [Suspicion] = []
    ) {
        self.id = id
        self.isCampaign = isCampaign
        self.extractionProbability = extractionProbability
        self.members = members
        self.suspicions = suspicions
    }
}

extension ScoredGroup.Suspicion {
    /// log2 of the likelihood ratio: posterior odds over prior odds. Finite: a posterior of 0 or 1 counts as
    /// `certainty` away from it.
    public var bits: Double { Self.oddsBits(posterior) - Self.oddsBits(prior) }

    /// Nearer to 0 or 1 a posterior of doubles cannot be told from it once it has been summed with others.
    private static let certainty = 0x1p-50

    private static func oddsBits(_ probability: Double) -> Double {
        let inside = min(max(probability, certainty), 1 - certainty)
        return log2(inside / (1 - inside))
    }
}
