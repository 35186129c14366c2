/// How an analysis compares with the truth of a case: what `revenuer score` prints.
///
/// `fraudulent` accounts are those of the truth, `accused` ones those of members.csv, `innocent` ones all the
/// rest of the case. A figure that has nothing to be counted over is nil.
public struct ScoreReport: Hashable, Sendable, Codable {
    /// Precision and recall with their harmonic mean.
    public struct Rates: Hashable, Sendable, Codable {
        public var precision: Double?
        public var recall: Double?
        public var f1: Double?

        public init(precision: Double?, recall: Double?) {
            self.precision = precision
            self.recall = recall
            guard let precision, let recall else { return }
            f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
        }
    }

    /// Accounts of the case, of the truth, and of members.csv.
    public var accounts: Int
    public var fraudulent: Int
    public var accused: Int
    public var trueCampaigns: Int
    public var foundCampaigns: Int

    /// B-cubed (Bagga and Baldwin 1998) over fraudulent and accused accounts; see `ClusterComparison`.
    public var bcubed: Rates
    /// B-cubed over fraudulent accounts with every operation counting the same.
    public var bcubedMacro: Rates
    /// Over pairs of fraudulent and accused accounts: together here, together there.
    public var pairwise: Rates
    /// Accused against fraudulent, whatever the campaign.
    public var accusation: Rates

    public var innocents: Innocents
    /// One for each operation of the truth, by name.
    public var operations: [Operation]
    /// One for each campaign found, by id.
    public var campaigns: [Campaign]
    public var attribution: Attribution
    public var calibration: Calibration

    /// Innocent accounts that were accused.
    public struct Innocents: Hashable, Sendable, Codable {
        public struct Kind: Hashable, Sendable, Codable {
            /// The look-alike group, or `other` for accounts in none.
            public var kind: String
            /// Innocent accounts of the kind.
            public var accounts: Int
            public var accused: Int
        }

        public var accounts: Int
        public var accused: Int
        /// Accused for every 10,000 innocent accounts.
        public var per10000: Double?
        /// By name, `other` last. An account in two groups counts in both.
        public var byKind: [Kind]
    }

    /// What became of one operation of the truth.
    public struct Operation: Hashable, Sendable, Codable {
        public var campaign: String
        public var accounts: Int
        public var accused: Int
        /// Campaigns found that hold at least one of its accounts.
        public var pieces: Int
        /// Share of its accounts that the largest piece holds, 0…1.
        public var largestPiece: Double
        public var precision: Double
        public var recall: Double
    }

    /// What a campaign that was found consists of.
    public struct Campaign: Hashable, Sendable, Codable {
        public enum Verdict: String, Hashable, Sendable, Codable { case right, withheld, wrong }

        public var campaign: String
        public var accounts: Int
        public var innocents: Int
        /// The operation that most of its accounts belong to; the first by name on a tie; nil where all are innocent.
        public var mostly: String?
        /// Share of its accounts in that operation, 0…1.
        public var purity: Double
        public var actor: String?
        public var trueActor: String?
        /// nil where all accounts are innocent and nobody is named.
        public var attribution: Verdict?
    }

    /// Campaigns found, by how their attribution stands.
    public struct Attribution: Hashable, Sendable, Codable {
        public var right: Int
        /// Somebody could have been named and nobody was.
        public var withheld: Int
        public var wrong: Int
    }

    /// Whether probabilities of membership mean what they say, over the rows of members.csv.
    public struct Calibration: Hashable, Sendable, Codable {
        public struct Bin: Hashable, Sendable, Codable {
            public var accounts: Int
            public var lowest: Double
            public var highest: Double
            /// Mean of the stated probabilities, and share that came true.
            public var stated: Double
            public var observed: Double
        }

        /// Ten bins of (nearly) as many accounts each; fewer where there are fewer accounts.
        public var bins: [Bin]
        /// Mean of |stated - observed| over accounts: expected calibration error.
        public var ece: Double?
        /// Mean of the squared difference of stated probability and truth (Brier 1950).
        public var brier: Double?
    }
}
