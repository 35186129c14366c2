/// What a group of linked accounts looks like. Only `campaign` is an accusation.
public enum GroupKind: String, CaseIterable, Sendable, Codable {
    case campaign, enterprise, reseller, household, framework, research, unexplained, event
    /// A class or course.
    case course = "class"
    case proxyCustomers = "proxy_customers"
    case sharedNetwork = "shared_network"
}

/// A group of accounts that share more than chance explains, with its competing explanations.
public struct GroupFinding: Sendable, Codable {
    public var kind: GroupKind
    public var members: [MemberFinding]
    /// Probability that the group is an extraction campaign; nil where withheld.
    public var extractionProbability: Double?
    /// All explanations, the likeliest first.
    public var explanations: [Explanation]
    /// What the members share, the strongest first.
    public var shared: [SharedArtifact]
    public var attribution: AttributionFinding
    /// Figures of the group: payment reuse, lockstep pairs, day concordance … by name.
    public var figures: [String: Double]
    /// In words: splits that were made or refused, doubts.
    public var notes: [String]
    /// Patterns of the group that were tested against a null, by kind.
    public var signals: [SignalFinding]
    /// Every value that ties two or more members, the strongest first, ties by artifact.
    public var hubs: [GroupHub]
    /// Up to three strongest links of every member, each pair once, by the ids of the two accounts.
    public var links: [GroupLink]
    /// Whether a reviewer called it a campaign or said that it is none; nil where nobody decided.
    public var isConfirmed: Bool?

    public init(kind: GroupKind, members: [MemberFinding]) {
        self.kind = kind
        self.members = members
        explanations = []
        shared = []
        attribution = AttributionFinding()
        figures = [:]
        notes = []
        signals = []
        hubs = []
        links = []
    }
}

/// A value with all members of a group that hold it: the group's bipartite graph, hub by hub.
public struct GroupHub: Sendable, Codable {
    public var artifact: Artifact
    public var family: EvidenceFamily
    /// log2 p(shared | one operation) / p(shared | chance), before discounts.
    public var bits: Double
    /// Account numbers, in order of account ids.
    public var holders: [UInt32]
    /// Holders outside the group.
    public var outside: Int

    public init(artifact: Artifact, family: EvidenceFamily, bits: Double, holders: [UInt32], outside: Int) {
        self.artifact = artifact
        self.family = family
        self.bits = bits
        self.holders = holders
        self.outside = outside
    }
}

/// Two members of a group and what ties them.
public struct GroupLink: Sendable, Codable {
    public var a: UInt32
    public var b: UInt32
    /// Log2 odds that the two belong to one operation: prior and discounted evidence, as `explain` sums them.
    public var bits: Double
    /// The values behind it, the strongest first; at most eight.
    public var by: [Artifact]

    public init(a: UInt32, b: UInt32, bits: Double, by: [Artifact]) {
        self.a = a
        self.b = b
        self.bits = bits
        self.by = by
    }
}

public struct MemberFinding: Sendable, Codable {
    public enum Role: String, Sendable, Codable { case core, periphery }

    public var account: UInt32
    /// Probability that the account belongs to this group, 0…1.
    public var probability: Double
    public var role: Role
    /// Bits by family that the membership rests on; they and `priorBits` sum to the log2 odds.
    public var familyBits: [EvidenceFamily: Double]
    public var priorBits: Double
    /// What speaks against: own values, time before the operation, …
    public var against: [String]

    public init(account: UInt32, probability: Double, role: Role) {
        self.account = account
        self.probability = probability
        self.role = role
        familyBits = [:]
        priorBits = 0
        against = []
    }
}

/// A value that members of a group share.
public struct SharedArtifact: Sendable, Codable {
    public var artifact: Artifact
    /// Members that hold it, and holders outside the group.
    public var inside: Int
    public var outside: Int
    public var bits: Double

    public init(artifact: Artifact, inside: Int, outside: Int, bits: Double) {
        self.artifact = artifact
        self.inside = inside
        self.outside = outside
        self.bits = bits
    }
}

/// One hypothesis about a group, with the signals that speak for (positive) and against (negative bits).
public struct Explanation: Sendable, Codable {
    public struct Signal: Sendable, Codable {
        public var name: String
        /// The figure that was measured.
        public var value: Double
        public var bits: Double
        /// One sentence for a person: what was seen.
        public var words: String

        public init(name: String, value: Double, bits: Double, words: String) {
            self.name = name
            self.value = value
            self.bits = bits
            self.words = words
        }
    }

    public var hypothesis: GroupKind
    /// Prior and signals, summed.
    public var bits: Double
    public var priorBits: Double
    /// Share of this hypothesis among all; nil where withheld.
    public var probability: Double?
    public var signals: [Signal]

    public init(hypothesis: GroupKind, bits: Double, priorBits: Double, signals: [Signal]) {
        self.hypothesis = hypothesis
        self.bits = bits
        self.priorBits = priorBits
        self.signals = signals
    }
}
