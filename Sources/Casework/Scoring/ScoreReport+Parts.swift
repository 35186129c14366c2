extension ScoreReport {
    /// What a campaign that was found consists of.
    public struct Campaign: Hashable, Sendable, Codable {
        public enum Verdict: String, Hashable, Sendable, Codable {
            case right, withheld, wrong
            /// The evidence was not strong: nobody had to be named.
            case withheldThin = "withheld_thin"
            /// Nobody that could be named runs the operation, and nobody was named.
            case rightlyWithheld = "rightly_withheld"
        }

        public var campaign: String
        public var accounts: Int
        public var innocents: Int
        /// The operation that most of its accounts belong to; the first by name on a tie; nil where all are innocent.
        public var mostly: String?
        /// Share of its accounts in that operation, 0…1.
        public var purity: Double
        /// Where most accounts are innocent, the look-alike group that most of these are of.
        public var lookalike: String?
        public var actor: String?
        public var trueActor: String?
        /// What there was to name the actor by; nil where nobody says.
        public var evidence: OperationEvidence.Kind?
        /// nil where all accounts are innocent and nobody is named.
        public var attribution: Verdict?
    }

    /// Campaigns found, by how their attribution stands.
    public struct Attribution: Hashable, Sendable, Codable {
        public var right: Int
        /// Somebody could have been named and nobody was, though the evidence was strong or nobody says what there was.
        public var withheld: Int
        /// The same without strong evidence (thin, none, forged, a reseller's): as it should be.
        public var withheldThin: Int
        /// Nobody could have been named, and nobody was.
        public var rightlyWithheld: Int
        public var wrong: Int
    }

    /// Whether probabilities mean what they say.
    public struct Calibration: Hashable, Sendable, Codable {
        public struct Bin: Hashable, Sendable, Codable {
            public var accounts: Int
            public var lowest: Double
            public var highest: Double
            /// Mean of the stated probabilities, and share that came true.
            public var stated: Double
            public var observed: Double
        }

        public var accounts: Int
        /// Ten bins of (nearly) as many accounts each; fewer where there are fewer accounts.
        public var bins: [Bin]
        /// Mean of |stated - observed| over accounts: expected calibration error.
        public var ece: Double?
        /// Mean of the squared difference of stated probability and truth (Brier 1950).
        public var brier: Double?
    }

    /// Whether likelihood ratios of attribution mean what they say: a trial is a campaign and a profile.
    public struct LikelihoodRatios: Hashable, Sendable, Codable {
        /// Trials in which the campaign is the profile's, and the others.
        public var targets: Int
        public var nonTargets: Int
        /// Bits a trial; see `LikelihoodRatioCost`. nil without trials of both sorts.
        public var cllr: Double?
        /// The same with the ratios' sizes mended and their order kept: what no calibration can better.
        public var leastCllr: Double?
    }
}
