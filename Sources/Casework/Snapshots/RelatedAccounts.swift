/// Accounts that chains of evidence reach from one account: `path CASE ACCOUNT`.
public struct RelatedAccounts: Sendable, Codable {
    /// A value that two neighbours of a chain both hold.
    public struct SharedSignal: Sendable, Codable, Hashable {
        public var kind: ArtifactKind
        public var value: ExactText
        /// Bits after discounts; those of one hop sum to the hop's.
        public var bits: Double
        public var heldBy: Int

        public init(kind: ArtifactKind, value: ExactText, bits: Double, heldBy: Int) {
            self.kind = kind
            self.value = value
            self.bits = bits
            self.heldBy = heldBy
        }
    }

    public struct Hop: Sendable, Codable, Hashable {
        public var from: AccountID
        public var to: AccountID
        public var bits: Double
        /// The strongest first.
        public var shared: [SharedSignal]

        public init(from: AccountID, to: AccountID, bits: Double, shared: [SharedSignal]) {
            self.from = from
            self.to = to
            self.bits = bits
            self.shared = shared
        }
    }

    public struct Account: Sendable, Codable, Hashable {
        public var accountId: AccountID
        public var hops: Int
        /// A chain is as strong as its weakest hop.
        public var weakestBits: Double
        /// ENFSI words for it.
        public var strength: String
        public var campaign: String?
        public var group: String?
        public var flagged: [FlagReason]
        /// From the account asked for to this one.
        public var chain: [Hop]

        public init(accountId: AccountID, hops: Int, weakestBits: Double, strength: String) {
            self.accountId = accountId
            self.hops = hops
            self.weakestBits = weakestBits
            self.strength = strength
            flagged = []
            chain = []
        }
    }

    public var accountId: AccountID
    /// Hops that were gone at most.
    public var hops: Int
    /// Accounts reached at each hop, of which `related` may list fewer.
    public var reached: [Int]
    /// By hops, then the strongest first, ties by id.
    public var related: [Account]
    /// In words: what was left out.
    public var notes: [String]

    public init(accountId: AccountID, hops: Int) {
        self.accountId = accountId
        self.hops = hops
        reached = []
        related = []
        notes = []
    }
}
