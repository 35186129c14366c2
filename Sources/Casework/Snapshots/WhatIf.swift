/// Who falls out when something is left out of the analysis: `what-if`. Nothing of it is stored.
public struct WhatIf: Sendable, Codable {
    /// What was left out.
    public struct LeftOut: Sendable, Codable, Hashable {
        public var kinds: [ArtifactKind]
        public var families: [EvidenceFamily]
        public var sources: [Source]
        public var barred: [Artifact]

        public struct Source: Sendable, Codable, Hashable {
            public var source: Int
            public var file: String

            public init(source: Int, file: String) {
                self.source = source
                self.file = file
            }
        }

        public init() {
            kinds = []
            families = []
            sources = []
            barred = []
        }
    }

    /// How a group stands in one analysis.
    public struct Standing: Sendable, Codable, Hashable {
        public var kind: GroupKind
        public var name: String
        public var accounts: Int
        /// Members at or above the accusation threshold; 0 for look-alikes.
        public var accused: Int
        public var extractionProbability: Double?
        public var actor: String?
        public var attributionProbability: Double?

        public init(kind: GroupKind, name: String, accounts: Int, accused: Int) {
            self.kind = kind
            self.name = name
            self.accounts = accounts
            self.accused = accused
        }
    }

    public enum Outcome: String, Sendable, Codable {
        case unchanged, changed, splits, merges, vanishes, appears
        /// Still a group, but no longer called a campaign.
        case lookAlike = "look_alike"
    }

    public struct Campaign: Sendable, Codable, Hashable {
        public var id: String
        public var outcome: Outcome
        public var before: Standing?
        public var after: Standing?
        /// Groups its members go to or came from, by id.
        public var others: [String]
        public var lostTotal: Int
        public var gainedTotal: Int
        /// Accounts that fall out and that come in, by id; at most 1,000 each.
        public var lost: [AccountID]
        public var gained: [AccountID]
        public var words: String

        public init(id: String, outcome: Outcome) {
            self.id = id
            self.outcome = outcome
            others = []
            lostTotal = 0
            gainedTotal = 0
            lost = []
            gained = []
            words = ""
        }
    }

    /// The stored analysis that it is held against.
    public var run: String
    public var without: LeftOut
    public var accusedBefore: Int
    public var accusedAfter: Int
    /// Accounts that would no longer be accused, and that would be: totals, and at most 1,000 ids each.
    public var clearedTotal: Int
    public var accusedNewTotal: Int
    public var cleared: [AccountID]
    public var accusedNew: [AccountID]
    public var lookAlikesBefore: Int
    public var lookAlikesAfter: Int
    /// Those of the stored analysis first, in its order.
    public var campaigns: [Campaign]
    /// In sentences.
    public var words: [String]

    public init(run: String, without: LeftOut) {
        self.run = run
        self.without = without
        accusedBefore = 0
        accusedAfter = 0
        clearedTotal = 0
        accusedNewTotal = 0
        cleared = []
        accusedNew = []
        lookAlikesBefore = 0
        lookAlikesAfter = 0
        campaigns = []
        words = []
    }
}
