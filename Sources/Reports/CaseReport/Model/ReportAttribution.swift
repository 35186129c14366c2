public import Casework

extension CaseReport {
    /// Who may be behind a campaign.
    public struct Attribution: Codable, Sendable {
        /// nil is withheld or unattributed.
        public var actor: String?
        public var standing: AttributionFinding.Standing
        public var probability: Double?
        /// Posterior from which an actor may be named.
        public var threshold: Double?
        public var statements: [Statement]
        /// Likeliest first.
        public var hypotheses: [Hypothesis]
        public var items: [Item]
        /// Posterior of the leading hypothesis, and who leads, with each family left out in turn.
        public var leaveOut: [LeaveOut]
        /// Items against hypotheses, the most telling first.
        public var matrix: Matrix?
        /// Exchanges by lab where traces of several meet.
        public var shares: [TrafficShare]
    }

    public struct Hypothesis: Codable, Sendable, Hashable {
        public var kind: AttributionFinding.Hypothesis.Kind
        public var name: String
        public var prior: Double
        /// Against an actor in no profile, and against all other hypotheses by their priors.
        public var bits: Double
        public var ratioBits: Double
        public var posterior: Double
        /// The middle 90 % of the posteriors under other assumptions.
        public var lower: Double
        public var upper: Double
    }

    public struct Item: Codable, Sendable, Hashable {
        /// `C-01.A1`
        public var id: String
        public var indicator: String
        public var profile: String
        /// Shortened where it may name a person, the patterns too.
        public var value: String
        public var patterns: [String]
        /// What the profile cites.
        public var source: String?
        public var family: EvidenceFamily
        public var accounts: Int
        /// Members of whom such values are known.
        public var known: Int
        public var outside: Int
        public var rawBits: Double
        public var bits: Double
        /// True for what a suspect can choose freely.
        public var forgeable: Bool
        /// True for what supports but never decides.
        public var supporting: Bool
    }

    /// Analysis of competing hypotheses.
    public struct Matrix: Codable, Sendable, Hashable {
        /// Names, in the order of the hypotheses.
        public var hypotheses: [String]
        public var rows: [MatrixRow]
        /// Rows that each hypothesis is inconsistent with.
        public var inconsistencies: [Int]
    }

    public struct MatrixRow: Codable, Sendable, Hashable {
        public var label: String
        /// `C-01.A1`
        public var item: String?
        /// Greatest difference between two cells in bits.
        public var diagnosticity: Double
        public var cells: [HypothesisMatrix.Cell]
    }

    public struct LeaveOut: Codable, Sendable, Hashable {
        public var family: EvidenceFamily
        /// Posterior of the hypothesis that leads when everything counts.
        public var posterior: Double
        /// Who leads without the family, and with what posterior.
        public var leader: String
        public var leaderPosterior: Double
    }
}
