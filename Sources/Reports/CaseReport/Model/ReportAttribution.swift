public import Casework

extension CaseReport {
    /// Who may be behind a campaign.
    public struct Attribution: Codable, Sendable {
        /// nil is unattributed.
        public var actor: String?
        public var probability: Double?
        public var statements: [Statement]
        /// Likeliest first.
        public var hypotheses: [Hypothesis]
        public var items: [Item]
        /// Posterior of the leading hypothesis, and who leads, with each family left out in turn.
        public var leaveOut: [LeaveOut]
    }

    public struct Hypothesis: Codable, Sendable, Hashable {
        public var kind: AttributionFinding.Hypothesis.Kind
        public var name: String
        public var prior: Double
        public var bits: Double
        public var posterior: Double
    }

    public struct Item: Codable, Sendable, Hashable {
        /// `C-01.A1`
        public var id: String
        public var indicator: String
        public var profile: String
        /// Shortened where it may name a person.
        public var value: String
        public var accounts: Int
        public var outside: Int
        public var rawBits: Double
        public var bits: Double
        /// True for what a suspect can choose freely.
        public var forgeable: Bool
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
