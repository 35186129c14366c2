public import Casework

extension CaseReport {
    /// A group that looks like a campaign in some way and is not accused.
    public struct LookAlike: Codable, Sendable {
        public var id: String
        public var name: String
        public var kind: GroupKind
        public var words: String
        public var accounts: Int
        public var exchanges: Int
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
        public var extractionProbability: Double?
        /// Why it is not accused.
        public var why: [Statement]
        public var speaksFor: [Reason]
        public var shared: [Exhibit]
        public var notes: [Statement]
    }

    /// Something to be done, with what it touches.
    public struct Action: Codable, Sendable {
        public enum Kind: String, Codable, Sendable { case suspend, verify, monitor, share }

        /// `R-01`
        public var id: String
        public var kind: Kind
        public var campaign: String
        public var statement: Statement
        public var accounts: Int
        /// Sum of 1 − p over the accounts touched; nil where no account is touched.
        public var expectedInnocent: Double?
    }

    /// Whom the accusations touch, and how many of them are innocent by the probabilities themselves.
    public struct Burden: Codable, Sendable {
        public var statements: [Statement]
        public var countries: [Row]
        public var channels: [Row]

        public struct Row: Codable, Sendable, Hashable {
            /// nil for accounts of which it is not known.
            public var value: String?
            /// Accounts of the case.
            public var accounts: Int
            /// Of those, accused.
            public var accused: Int
            public var expectedInnocent: Double
        }
    }

    public struct Appendix: Codable, Sendable {
        /// At most this many rows for each exhibit.
        public var rowLimit: Int
        public var exhibits: [ExhibitRows]
    }

    public struct ExhibitRows: Codable, Sendable {
        public var exhibit: String
        /// Rows of the members that were looked at.
        public var total: Int
        /// Members that were looked at, the likeliest ones.
        public var members: Int
        public var rows: [RowReference]
    }

    /// Words for figures, printed so that nobody has to guess.
    public struct VerbalScale: Codable, Sendable, Hashable {
        public var name: String
        public var figure: String
        public var steps: [Step]

        public struct Step: Codable, Sendable, Hashable {
            public var range: String
            public var words: String
        }
    }
}
