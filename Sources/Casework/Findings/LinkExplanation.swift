/// Why two accounts are linked: `prior_bits` and the items' `bits` sum to `bits`.
public struct LinkExplanation: Sendable, Codable {
    public var a: AccountID
    public var b: AccountID
    public var priorBits: Double
    public var bits: Double
    public var probability: Double
    public var evidence: [Item]
    public var innocentExplanations: [String]

    public struct Item: Sendable, Codable {
        public var family: EvidenceFamily
        public var kind: ArtifactKind
        public var value: ExactText
        public var heldBy: Int
        public var rawBits: Double
        /// After discounts for dependence within the family and for time.
        public var bits: Double
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
            context = ""
            rowsTotal = 0
            rows = []
        }
    }

    public init(a: AccountID, b: AccountID, priorBits: Double) {
        self.a = a
        self.b = b
        self.priorBits = priorBits
        bits = priorBits
        probability = Bits(priorBits).probability.value
        evidence = []
        innocentExplanations = []
    }
}
