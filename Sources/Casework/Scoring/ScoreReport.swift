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

        /// - Parameter f1: where it is not the harmonic mean of the other two.
        init(precision: Double?, recall: Double?, f1: Double?) {
            (self.precision, self.recall, self.f1) = (precision, recall, f1)
        }

        /// Means of the figures there are; F1 is the mean of F1s.
        static func mean(of rates: [Rates]) -> Rates {
            func mean(_ figures: [Double]) -> Double? {
                figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
            }
            return Rates(
                precision: mean(rates.compactMap(\.precision)), recall: mean(rates.compactMap(\.recall)),
                f1: mean(rates.compactMap(\.f1)))
        }
    }

    /// Accounts of the case, of the truth, and of members.csv.
    public var accounts: Int
    public var fraudulent: Int
    public var accused: Int
    public var trueCampaigns: Int
    public var foundCampaigns: Int

    /// B-cubed (Bagga and Baldwin 1998) over fraudulent accounts; see `ClusterComparison`.
    public var bcubed: Rates
    /// The same with every operation counting the same: means of the operations' own figures.
    public var bcubedMacro: Rates
    /// The same as `bcubed` with groups of every kind, accused or not: what was tied together.
    public var bcubedGroups: Rates
    /// Over pairs of fraudulent and accused accounts: together here, together there.
    public var pairwise: Rates
    /// Means over operations, each over the pairs that touch it.
    public var pairwiseMacro: Rates
    /// Accused against fraudulent, whatever the campaign.
    public var accusation: Rates
    /// Share of an operation's accounts that is accused, mean over operations.
    public var recallMacro: Double?
    /// Operations whose largest piece lies in a campaign that is mostly another operation.
    public var operationsMerged: Int
    /// Campaigns of which most accounts are innocent: look-alikes called a campaign.
    public var innocentCampaigns: Int

    public var innocents: Innocents
    /// One for each operation of the truth, by name.
    public var operations: [Operation]
    /// One for each campaign found, by id.
    public var campaigns: [Campaign]
    public var attribution: Attribution
    /// Of membership: that a member of a campaign belongs to the operation which the campaign mostly is.
    public var calibration: Calibration
    /// Of accusation: that an account in any group is fraudulent.
    public var accusationCalibration: Calibration
    public var likelihoodRatios: LikelihoodRatios

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
        /// B-cubed over its accounts.
        public var precision: Double
        public var recall: Double
        public var f1: Double
        /// Its largest piece lies in a campaign that is mostly another operation.
        public var isMerged: Bool
    }
}
