public import Casework

/// Accounts that chains of evidence reach from one account, hop by hop.
///
/// Signal: A shares a card with B, B a device with C: all three may be one operation. At each hop an account is
/// reached from the neighbour whose own chain is strongest, over everything those two share, weighed as a link is. A
/// chain is as strong as its weakest hop. Innocent: every hop has its innocent reasons, and each further hop is
/// another chance for one, which is why accounts reached so are listed and never counted as linked.
/// No pair is tried that shares no value; the cost is the sum of the holders of the values.
public struct RelatedSearch: Sendable {
    /// A value with everybody who holds it.
    public struct Hub: Sendable {
        public var shared: SharedValue
        /// Account numbers, and when each used it.
        public var holders: [UInt32]
        public var used: [ClosedRange<Int64>?]

        public init(shared: SharedValue, holders: [UInt32], used: [ClosedRange<Int64>?]) {
            self.shared = shared
            self.holders = holders
            self.used = used
        }
    }

    /// A value that one hop goes over, with its bits after discounts.
    public struct Signal: Sendable, Hashable {
        public var artifact: Artifact
        public var bits: Double
        public var heldBy: Int
    }

    public struct Reached: Sendable {
        public var account: UInt32
        public var hops: Int
        /// The neighbour it was reached from.
        public var from: UInt32
        /// Of the last hop.
        public var bits: Double
        /// The strongest first.
        public var signals: [Signal]
        /// Of the whole chain.
        public var weakestBits: Double
    }

    private let explainer: LinkExplainer
    private let ids: @Sendable (UInt32) -> AccountID
    /// Strength of the chain to every account reached, the first one's without end.
    private var weakest: [UInt32: Double]
    /// By account, in the order of hops.
    public private(set) var reached: [UInt32: Reached] = [:]
    private var hops = 0

    /// - Parameter ids: the id of an account number, for ties.
    public init(
        from account: UInt32, _ explainer: LinkExplainer, ids: @escaping @Sendable (UInt32) -> AccountID
    ) {
        self.explainer = explainer
        self.ids = ids
        weakest = [account: .infinity]
    }

    /// Goes one hop on from `frontier` over the values its accounts hold.
    ///
    /// - Returns: the accounts reached, the strongest chains first, ties by id. O(H log H) for H holders.
    public mutating func step(from frontier: [UInt32], over hubs: [Hub]) -> [Reached] {
        hops += 1
        let parents = self.parents(Set(frontier), hubs)
        let values = sharedValues(parents, hubs)
        let found = values.compactMap { child, shared in parents[child].flatMap { reach(child, $0, shared) } }
        for account in found {
            weakest[account.account] = account.weakestBits
            reached[account.account] = account
        }
        return found.sorted { one, two in
            if one.weakestBits != two.weakestBits { return one.weakestBits > two.weakestBits }
            return ids(one.account) < ids(two.account)
        }
    }

    /// Every new account with the neighbour of the strongest chain that holds one of its values.
    private func parents(_ frontier: Set<UInt32>, _ hubs: [Hub]) -> [UInt32: UInt32] {
        var parents: [UInt32: UInt32] = [:]
        for hub in hubs {
            guard let best = hub.holders.filter(frontier.contains).min(by: isBefore) else { continue }
            for holder in hub.holders where weakest[holder] == nil {
                guard let known = parents[holder] else {
                    parents[holder] = best
                    continue
                }
                if isBefore(best, known) { parents[holder] = best }
            }
        }
        return parents
    }

    private func isBefore(_ one: UInt32, _ two: UInt32) -> Bool {
        let (left, right) = (weakest[one] ?? 0, weakest[two] ?? 0)
        return left != right ? left > right : ids(one) < ids(two)
    }

    /// Everything that each new account shares with its neighbour.
    private func sharedValues(_ parents: [UInt32: UInt32], _ hubs: [Hub]) -> [UInt32: [SharedValue]] {
        var values: [UInt32: [SharedValue]] = [:]
        for hub in hubs {
            let place = Dictionary(zip(hub.holders, hub.holders.indices)) { first, _ in first }
            for (index, holder) in hub.holders.enumerated() {
                guard let parent = parents[holder], let other = place[parent] else { continue }
                var shared = hub.shared
                (shared.usedByA, shared.usedByB) = (hub.used[other], hub.used[index])
                values[holder, default: []].append(shared)
            }
        }
        return values
    }

    private func reach(_ account: UInt32, _ from: UInt32, _ shared: [SharedValue]) -> Reached? {
        let explanation = explainer.explain(AccountID(""), AccountID(""), shared: shared)
        let bits = explanation.bits - explanation.priorBits
        guard bits > 0 else { return nil }
        let signals = explanation.evidence.filter { $0.bits > 0 }
            .map { Signal(artifact: $0.artifact, bits: $0.bits, heldBy: $0.heldBy) }
            .sorted { ($1.bits, $0.artifact) < ($0.bits, $1.artifact) }
        return Reached(
            account: account, hops: hops, from: from, bits: bits, signals: signals,
            weakestBits: min(bits, weakest[from] ?? bits))
    }
}
