/// The strongest chain of evidence between two accounts: `path`.
public struct EvidencePath: Sendable, Codable {
    public struct Hop: Sendable, Codable, Hashable {
        public var from: AccountID
        public var to: AccountID
        public var by: Artifact
        public var bits: Double
        public var heldBy: Int
        /// What both have in common, how strong that is and innocent reasons for it, in sentences.
        public var words: String
        public var strength: String
        public var innocent: [String]
        /// The first rows of `from` that hold the value, at most ten, then those of `to`.
        public var rows: [RowReference]

        public init(from: AccountID, to: AccountID, by: Artifact, bits: Double, heldBy: Int) {
            self.from = from
            self.to = to
            self.by = by
            self.bits = bits
            self.heldBy = heldBy
            words = ""
            strength = ""
            innocent = []
            rows = []
        }

        /// At most so many of the rows, as many of either account as there are.
        public func rows(shown limit: Int) -> [RowReference] {
            guard rows.count > limit else { return rows }
            return Array(rows.prefix((limit + 1) / 2) + rows.suffix(limit / 2))
        }
    }

    public var a: AccountID
    public var b: AccountID
    /// Empty where no chain of evidence joins the two.
    public var hops: [Hop]
    /// A chain is as strong as its weakest hop.
    public var weakestBits: Double?
    /// In sentences: how many hops and how strong the weakest is.
    public var strength: [String]
    /// In words: what was left out, why no chain was found.
    public var notes: [String]

    public init(a: AccountID, b: AccountID) {
        self.a = a
        self.b = b
        hops = []
        strength = []
        notes = []
    }
}
