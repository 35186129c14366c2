public import Casework

/// Accounts of groups and the values that tie them: a bipartite graph in plain values.
public struct GroupGraph: Sendable {
    /// A member of a group. One that is in several groups is there once for each.
    public struct Account: Sendable, Hashable {
        public var id: AccountID
        public var group: String
        public var kind: GroupKind
        public var probability: Double
        public var role: MemberFinding.Role

        public init(
            id: AccountID, group: String, kind: GroupKind, probability: Double, role: MemberFinding.Role
        ) {
            self.id = id
            self.group = group
            self.kind = kind
            self.probability = probability
            self.role = role
        }
    }

    /// A value with the members of one group that hold it.
    public struct Hub: Sendable, Hashable {
        public var artifact: Artifact
        public var group: String
        public var family: EvidenceFamily
        public var bits: Double
        public var holders: [AccountID]
        /// Holders outside the group.
        public var outside: Int

        public init(
            artifact: Artifact, group: String, family: EvidenceFamily, bits: Double, holders: [AccountID],
            outside: Int
        ) {
            self.artifact = artifact
            self.group = group
            self.family = family
            self.bits = bits
            self.holders = holders
            self.outside = outside
        }
    }

    public var title: String
    public var isSynthetic: Bool
    /// Id of the analysis; nil before the first.
    public var run: String?
    public var accounts: [Account] = []
    public var hubs: [Hub] = []
    private var flags: [AccountID: [FlagReason]] = [:]

    public init(title: String, isSynthetic: Bool) {
        self.title = title
        self.isSynthetic = isSynthetic
    }

    /// Notes why an account counts as flagged; nothing for one that is not.
    public mutating func add(flags reasons: [FlagReason], of account: AccountID) {
        if !reasons.isEmpty { flags[account] = reasons }
    }

    /// Every account once, in its likeliest group, by id.
    var nodes: [Account] {
        var best: [AccountID: Account] = [:]
        for account in accounts {
            guard let known = best[account.id], known.probability >= account.probability else {
                best[account.id] = account
                continue
            }
        }
        return best.values.sorted { $0.id < $1.id }
    }

    /// Every value once, by kind and bytes: with all its holders, and those that are not in this graph.
    var values: [(artifact: Artifact, family: EvidenceFamily, holders: Int, outside: Int)] {
        var inside: [Artifact: Set<AccountID>] = [:]
        var whole: [Artifact: (family: EvidenceFamily, holders: Int)] = [:]
        for hub in hubs {
            inside[hub.artifact, default: []].formUnion(hub.holders)
            let holders = max(hub.holders.count + hub.outside, whole[hub.artifact]?.holders ?? 0)
            whole[hub.artifact] = (hub.family, holders)
        }
        return inside.sorted { $0.key < $1.key }.map { artifact, accounts in
            let known = whole[artifact]
            let holders = max(accounts.count, known?.holders ?? 0)
            return (artifact, known?.family ?? artifact.kind.family, holders, holders - accounts.count)
        }
    }

    func flags(of account: AccountID) -> [FlagReason] { flags[account] ?? [] }
}
