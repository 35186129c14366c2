/// Why two accounts are linked: `prior_bits` and the items' `bits` sum to `bits`.
public struct LinkExplanation: Sendable, Encodable {
    public var a: AccountID
    public var b: AccountID
    public var priorBits: Double
    public var bits: Double
    public var probability: Double
    /// How strong it is, in sentences: the evidence first, then what it makes of the prior.
    public var strength: [String]
    public var evidence: [Item]
    public var innocentExplanations: [String]
    /// What speaks against one hand behind both, in sentences. Not counted in the bits.
    public var against: [String]
    /// What could have been compared and was not, in sentences.
    public var missing: [String]
    /// What else a reader has to know, in sentences.
    public var notes: [String]
    /// Reviewers' decisions on the link, withdrawn ones included.
    public var decisions: [Decision]

    public struct Item: Sendable, Codable {
        public var family: EvidenceFamily
        public var kind: ArtifactKind
        public var value: ExactText
        public var heldBy: Int
        public var rawBits: Double
        /// After discounts for dependence within the family and for time.
        public var bits: Double
        /// What both have in common, in a sentence.
        public var words: String
        /// How strong that is, in sentences.
        public var strength: String
        /// Innocent reasons for it.
        public var innocent: [String]
        /// In words: who holds it, why it was discounted.
        public var context: String
        public var rowsTotal: Int
        /// The first 20 rows of either account that hold the value.
        public var rows: [RowReference]

        public init(family: EvidenceFamily, artifact: Artifact, heldBy: Int, rawBits: Double, bits: Double) {
            self.family = family
            kind = artifact.kind
            value = artifact.value
            self.heldBy = heldBy
            self.rawBits = rawBits
            self.bits = bits
            words = ""
            strength = ""
            innocent = []
            context = ""
            rowsTotal = 0
            rows = []
        }

        public var artifact: Artifact { Artifact(kind: kind, value: value) }
    }

    public init(a: AccountID, b: AccountID, priorBits: Double) {
        self.a = a
        self.b = b
        self.priorBits = priorBits
        bits = priorBits
        probability = Bits(priorBits).probability.value
        strength = []
        evidence = []
        innocentExplanations = []
        against = []
        missing = []
        notes = []
        decisions = []
    }
}
