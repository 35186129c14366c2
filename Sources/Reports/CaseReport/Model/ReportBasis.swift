public import Casework

/// What a report rests on: evidence, population, method.
extension CaseReport {
    public struct Run: Codable, Sendable, Hashable {
        public var id: String
        public var at: Timestamp
        public var seed: UInt64
        /// The method that it was made by; nil where none was recorded.
        public var method: String?
        /// False when evidence came in after the analysis, or the program has another method now.
        public var upToDate: Bool
        /// The same in words.
        public var standing: String
        /// Why probabilities and accusations are withheld; nil when they are not.
        public var withheld: String?
    }

    /// The audit log's head when the report was made: what `verify` prints.
    public struct Audit: Codable, Sendable, Hashable {
        public var entries: Int
        public var head: String

        public init(entries: Int, head: String) {
            self.entries = entries
            self.head = head
        }
    }

    /// SHA-256 over evidence and over findings, as `verify` prints them.
    public struct Digest: Codable, Sendable, Hashable {
        public var evidence: String
        public var findings: String

        public init(evidence: String, findings: String) {
            self.evidence = evidence
            self.findings = findings
        }
    }

    public struct Scope: Codable, Sendable {
        /// What the case says of itself.
        public var description: String?
        public var from: Timestamp?
        public var to: Timestamp?
        public var accounts: Int
        /// Accounts that evidence names and no accounts row describes.
        public var unlisted: Int
        public var exchanges: Int
        public var samples: Int
        public var rejects: Int
        public var faults: Int
        public var groups: Int
        /// ISO 3166-1 alpha-2.
        public var restrictedCountries: [String]
        /// Exchanges per day over the case.
        public var activity: [DayCount]
        public var events: [Event]
    }

    public struct Event: Codable, Sendable, Hashable {
        /// `1`, `2` … in order of time: the mark in the timelines.
        public var mark: Int
        public var at: Timestamp
        public var kind: EventKind
        public var name: String
        public var detail: String?
    }

    /// Which accounts the evidence covers, and what that allows to be said.
    public struct Population: Codable, Sendable {
        public var text: String
        public var allows: [Statement]
    }

    public struct Source: Codable, Sendable, Hashable {
        public var number: Int
        public var file: String
        public var table: EvidenceTable
        public var sha256: String
        public var rows: Int
        public var rejected: Int
        public var faults: Int
        public var importedAt: Timestamp
        public var obtainedFrom: String?
        /// Admiralty grade.
        public var grade: String?
    }

    public struct Method: Codable, Sendable {
        public var statements: [Statement]
        public var settings: [Setting]
    }

    public struct Setting: Codable, Sendable, Hashable {
        public var name: String
        public var value: String
    }

    /// A clause of the provider's terms.
    public struct Term: Codable, Sendable, Hashable {
        public var clause: String
        public var kind: TermKind?
        public var from: Timestamp
        public var to: Timestamp?
        public var text: String
    }

    /// A partner's indicator that accounts of the case match.
    public struct Indicator: Codable, Sendable, Hashable {
        public var id: String
        public var kind: IndicatorKind
        public var value: String
        public var partner: String?
        public var actor: String?
        public var grade: String?
        public var accounts: Int
        public var flagged: Int
        public var row: RowReference
    }
}
