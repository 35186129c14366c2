public import Casework

extension CaseReport {
    /// A group whose best explanation is extraction: an allegation, with all that speaks for and against it.
    public struct Campaign: Codable, Sendable {
        public var id: String
        public var name: String
        public var accounts: Int
        public var coreAccounts: Int
        public var exchanges: Int
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
        /// nil where withheld.
        public var extractionProbability: Double?
        public var summary: [Statement]
        /// Which parts of the allegation the evidence shows and which not.
        public var elements: [Element]
        public var bands: [Band]
        /// Likeliest first; all of them.
        public var members: [Member]
        /// Strongest first.
        public var shared: [Exhibit]
        public var signals: [Signal]
        /// Extraction itself, then the others, the likeliest first.
        public var explanations: [Explanation]
        /// Most frequent first.
        public var capabilities: [Capability]
        public var frames: [Frame]
        public var volume: Volume
        public var violations: [Violation]
        public var attribution: Attribution
        public var activity: [DayCount]
        /// Exchanges by UTC hour of day, 24 figures.
        public var hours: [Int]
        /// Doubts and decisions of the analysis, in words.
        public var notes: [Statement]
        /// What this case does not have about the campaign, in words.
        public var absent: [Statement]
    }

    /// One part of what makes extraction a case.
    public struct Element: Codable, Sendable {
        public enum Answer: String, Codable, Sendable {
            case shown, notShown = "not_shown", notExamined = "not_examined"
        }

        public var element: String
        public var answer: Answer
        public var statement: Statement
    }

    /// How many members belong with a probability from `from` up to `to`.
    public struct Band: Codable, Sendable, Hashable {
        public var from: Double
        public var to: Double
        public var core: Int
        public var periphery: Int
    }

    public struct Member: Codable, Sendable, Hashable {
        public var account: AccountID
        public var probability: Double
        public var role: MemberFinding.Role
        public var status: AccountStatus?
        public var exchanges: Int
        public var priorBits: Double
        /// Bits by family, the strongest first.
        public var families: [FamilyBits]
        public var against: [String]
    }

    public struct FamilyBits: Codable, Sendable, Hashable {
        public var family: EvidenceFamily
        public var bits: Double
    }

    /// A value that members share. The appendix has its rows.
    public struct Exhibit: Codable, Sendable, Hashable {
        /// `C-01.E3`
        public var id: String
        public var kind: ArtifactKind
        /// Shortened where it may name a person.
        public var value: String
        public var shortened: Bool
        public var family: EvidenceFamily
        public var inside: Int
        public var outside: Int
        public var bits: Double
    }

    /// A pattern over accounts that a null was set against.
    public struct Signal: Codable, Sendable, Hashable {
        /// `C-01.S1`
        public var id: String
        public var kind: SignalFinding.Kind
        public var words: String
        public var value: Double
        public var expected: Double?
        public var pValue: Double?
        public var qValue: Double?
        public var innocent: String?
        public var accounts: Int
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
    }

    /// One explanation of a group, with what speaks for it and against it.
    public struct Explanation: Codable, Sendable {
        public var hypothesis: GroupKind
        public var words: String
        public var probability: Double?
        public var priorBits: Double
        public var bits: Double
        public var speaksFor: [Reason]
        public var speaksAgainst: [Reason]
    }

    public struct Reason: Codable, Sendable, Hashable {
        /// Name of the figure: `lockstep`, `payment_rotation` …
        public var signal: String
        public var words: String
        public var bits: Double
    }

    public struct Capability: Codable, Sendable, Hashable {
        public var id: String
        /// Share of the campaign's samples, 0…1.
        public var share: Double
        /// MITRE ATLAS ids of the rules that find it, sorted.
        public var techniques: [String]
    }

    /// A prompt frame that members share.
    public struct Frame: Codable, Sendable {
        public var id: String
        public var exhibit: String?
        public var inside: Int
        public var outside: Int
        /// The frame as one line, slots as `{1}`; nil where the frames were not read.
        public var frame: String?
        public var samples: Int?
        public var slots: [Slot]

        public struct Slot: Codable, Sendable {
            public var distinct: Int
            public var examples: [String]
        }
    }

    public struct Volume: Codable, Sendable {
        public var exchanges: Int
        /// Of all exchanges of the case, 0…1.
        public var share: Double
        public var activeDays: Int
        public var busiestDay: DayCount?
    }

    /// Use that a clause in force forbids, summed over members.
    public struct Violation: Codable, Sendable, Hashable {
        public var kind: TermKind
        public var clause: String?
        public var country: String
        public var basis: AccessViolation.Basis
        public var accounts: Int
        public var exchanges: Int
        public var firstAt: Timestamp?
        public var lastAt: Timestamp?
        public var example: String
    }
}
