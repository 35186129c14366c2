/// Everything one analysis found; derived from evidence, settings and seed alone.
///
/// Order is part of the value: groups by size then first member's id, members by account id, artifacts by
/// kind and bytes. The same input gives the same value to the last bit.
public struct Findings: Sendable, Codable {
    /// Settings that differ from the defaults, and those that figures depend on, by name.
    public var settings: [String: String]
    public var seed: UInt64
    public var population: String
    /// Why probabilities and accusations are withheld; nil when they are not.
    public var withheld: String?
    public var groups: [GroupFinding]
    /// Every value that two or more accounts share and that evidence was drawn from or barred for.
    public var artifacts: [ArtifactVerdict]
    /// Behaviour of the accounts that stand out or belong to a group, by account number.
    public var accounts: [AccountFinding]
    /// log2 odds that two accounts drawn at random belong to one operation.
    public var linkPriorBits: Double
    /// Figures about the run itself (thresholds found, plateau, rounds), by name.
    public var diagnostics: [String: Double]
    /// Prompt frames, those with the most samples first, ties by id.
    public var templates: [TemplateFinding]
    /// Rules that were run, shipped ones first, then by origin and name.
    public var rules: [CapabilityRule]
    /// By sample, then rule, then field.
    public var matches: [SampleMatch]
    /// By account id, then kind, country and basis.
    public var violations: [AccessViolation]
    /// By indicator, then account id, then artifact.
    public var indicatorHits: [IndicatorHit]
    /// Signals over the whole case that belong to no group, by kind.
    public var signals: [SignalFinding]
    /// What became of every decision that bound the analysis, in the order they were made.
    public var decisions: [DecisionFinding]

    public init(seed: UInt64, population: String) {
        self.seed = seed
        self.population = population
        settings = [:]
        groups = []
        artifacts = []
        accounts = []
        linkPriorBits = 0
        diagnostics = [:]
        templates = []
        rules = []
        matches = []
        violations = []
        indicatorHits = []
        signals = []
        decisions = []
    }
}

/// What a value says about who holds it.
public struct ArtifactVerdict: Sendable, Codable {
    public enum Verdict: String, Sendable, Codable {
        /// Its holders share other things too: evidence of one operation.
        case operation
        /// Its holders have nothing else in common: infrastructure or a common tool.
        case shared
        /// Too little is known.
        case unknown
        /// Too widely held, or barred by a person: never counted.
        case barred
    }

    public var artifact: Artifact
    public var holders: Int
    /// Holders for whom another, independent family agrees.
    public var corroborated: Int
    /// Expected share of the holders that belong to an extraction operation, 0…1.
    public var suspectShare: Double
    public var verdict: Verdict
    /// log2 p(shared | one operation) / p(shared | chance), before discounts.
    public var bits: Double
    public var reasons: [String]

    public init(artifact: Artifact, holders: Int, verdict: Verdict, bits: Double) {
        self.artifact = artifact
        self.holders = holders
        self.verdict = verdict
        self.bits = bits
        corroborated = 0
        suspectShare = 0
        reasons = []
    }
}

/// Behaviour of one account and what was concluded from it.
public struct AccountFinding: Sendable, Codable {
    public var account: UInt32
    /// Named figures: `synchrony`, `narrowness`, `repetition`, `flat_day`, `regular_gaps`, `hours_active` …
    public var features: [String: Double]
    /// Belief that the account takes part in an extraction operation, 0…1; nil where withheld.
    public var suspicion: Double?

    public init(account: UInt32, features: [String: Double], suspicion: Double?) {
        self.account = account
        self.features = features
        self.suspicion = suspicion
    }
}
