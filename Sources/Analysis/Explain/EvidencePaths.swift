public import Casework

/// The strongest chain of evidence between two accounts.
///
/// Signal: A shares a value with B, B another with C: the three may be one operation though A and C share
/// nothing. A chain is as strong as its weakest hop, so the widest path in the bipartite graph of accounts and
/// values is sought; of equally strong chains the one with fewer hops, then the one with more bits in sum, then
/// the first by the bytes of its values and account ids. Innocent explanations are those of each hop; every
/// further hop is another chance for one, which is why a chain is shown and never counted as a link.
public struct EvidencePaths: Sendable {
    /// A value that ties its holders with so many bits.
    public struct Hub: Sendable {
        public var artifact: Artifact
        public var bits: Double
        public var holders: [UInt32]

        public init(artifact: Artifact, bits: Double, holders: [UInt32]) {
            self.artifact = artifact
            self.bits = bits
            self.holders = holders
        }
    }

    public struct Hop: Sendable, Hashable {
        public var from: UInt32
        public var to: UInt32
        /// Place in the hubs that were given.
        public var hub: Int
    }

    /// Hubs with bits above 0 and two holders or more, the strongest first.
    private let hubs: [Hub]
    /// Their places in what was given.
    private let places: [Int]
    /// Account numbers as nodes 0…, in order.
    private let accounts: [UInt32]
    private let ids: @Sendable (UInt32) -> AccountID

    /// False for kinds that are never evidence, however rare the value.
    public static func mayCarry(_ kind: ArtifactKind) -> Bool { !LinkRule.isBarred(kind) }

    /// - Parameter ids: the id of an account number, for ties.
    public init(_ hubs: [Hub], ids: @escaping @Sendable (UInt32) -> AccountID) {
        let order = hubs.indices.filter { hubs[$0].bits > 0 && hubs[$0].holders.count > 1 }
            .sorted { (hubs[$1].bits, hubs[$0].artifact) < (hubs[$0].bits, hubs[$1].artifact) }
        places = order
        self.hubs = order.map { hubs[$0] }
        accounts = Set(self.hubs.flatMap(\.holders)).sorted()
        self.ids = ids
    }

    /// The hops from `a` to `b`; empty where no chain joins them. O(E log E) for E holders of all hubs.
    public func strongest(_ a: UInt32, _ b: UInt32) -> [Hop] {
        guard a != b, let start = node(a), let end = node(b) else { return [] }
        let nodes = hubs.map { $0.holders.compactMap { node($0) } }
        guard let kept = strongEnough(start, end, nodes) else { return [] }
        return shortest(start, end, Array(nodes[..<kept]))
    }

    private func node(_ account: UInt32) -> Int? {
        var low = 0
        var high = accounts.count
        while low < high {
            let middle = (low + high) / 2
            if accounts[middle] < account { low = middle + 1 } else { high = middle }
        }
        return low < accounts.count && accounts[low] == account ? low : nil
    }

    // MARK: - Width

    /// How many of the hubs, the strongest first, are needed to join the two; those as strong as the last come in.
    private func strongEnough(_ a: Int, _ b: Int, _ nodes: [[Int]]) -> Int? {
        var parents = Array(accounts.indices)
        func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }
        for hub in hubs.indices {
            for holder in nodes[hub].dropFirst() { parents[root(holder)] = root(nodes[hub][0]) }
            guard root(a) == root(b) else { continue }
            return hubs[hub...].firstIndex { $0.bits < hubs[hub].bits } ?? hubs.count
        }
        return nil
    }

    // MARK: - Length, then sum

    /// The shortest chain with the largest sum.
    private func shortest(_ start: Int, _ end: Int, _ nodes: [[Int]]) -> [Hop] {
        let search = ChainSearch(hubs: nodes, bits: hubs.map(\.bits), count: accounts.count, to: end)
        var hops: [Hop] = []
        var node = start
        while node != end {
            guard let next = step(from: node, search) else { return [] }
            hops.append(Hop(from: accounts[node], to: accounts[next.node], hub: places[next.hub]))
            node = next.node
        }
        return hops
    }

    /// Of the best continuations the first by value, then by account id. Hubs are searched by artifact.
    private func step(from node: Int, _ search: ChainSearch) -> (hub: Int, node: Int)? {
        let hub = search.hubsOf(node).filter { search.isBest($0, for: node) }
            .min { hubs[$0].artifact < hubs[$1].artifact }
        guard let hub else { return nil }
        let holders = search.bestHolders(hub)
        return holders.min { ids(accounts[$0]) < ids(accounts[$1]) }.map { (hub, $0) }
    }
}

/// Distances to one account over hubs, and the largest sum of bits along shortest chains.
private struct ChainSearch {
    private let hubs: [[Int]]
    private let bits: [Double]
    /// Hubs of each node.
    private let held: [[Int]]
    /// Hops to the end; by node, and the least of any holder by hub. `far` where there is no chain.
    private var distance: [Int]
    private var hubDistance: [Int]
    /// Largest sum of bits from here to the end, by node; the largest of a hub's nearest holders, by hub.
    private var sum: [Double]
    private var hubSum: [Double]

    private static let far = Int.max

    init(hubs: [[Int]], bits: [Double], count: Int, to end: Int) {
        self.hubs = hubs
        self.bits = bits
        var held = Array(repeating: [Int](), count: count)
        for (hub, holders) in hubs.enumerated() { for holder in holders { held[holder].append(hub) } }
        self.held = held
        distance = Array(repeating: Self.far, count: count)
        hubDistance = Array(repeating: Self.far, count: hubs.count)
        sum = Array(repeating: 0, count: count)
        hubSum = Array(repeating: 0, count: hubs.count)
        distance[end] = 0
        spread(from: [end])
    }

    /// Level by level: all nodes of one distance are weighed before any that are further away.
    private mutating func spread(from first: [Int]) {
        var level = first
        var steps = 0
        while !level.isEmpty {
            var reached: [Int] = []
            for node in level {
                for hub in held[node] where hubDistance[hub] >= steps {
                    hubSum[hub] = hubDistance[hub] == Self.far ? sum[node] : max(hubSum[hub], sum[node])
                    if hubDistance[hub] == Self.far { reached.append(hub) }
                    hubDistance[hub] = steps
                }
            }
            steps += 1
            level = weigh(reached, steps)
        }
    }

    /// Gives the holders of newly reached hubs their distance and sum; returns those that are new.
    private mutating func weigh(_ reached: [Int], _ steps: Int) -> [Int] {
        var next: [Int] = []
        for hub in reached {
            for holder in hubs[hub] where distance[holder] >= steps {
                let total = bits[hub] + hubSum[hub]
                sum[holder] = distance[holder] == Self.far ? total : max(sum[holder], total)
                if distance[holder] == Self.far { next.append(holder) }
                distance[holder] = steps
            }
        }
        return next
    }

    func hubsOf(_ node: Int) -> [Int] { held[node] }

    /// True where going on over the hub is on a shortest chain with the largest sum.
    func isBest(_ hub: Int, for node: Int) -> Bool {
        guard distance[node] != Self.far, hubDistance[hub] != Self.far else { return false }
        return hubDistance[hub] + 1 == distance[node] && bits[hub] + hubSum[hub] == sum[node]
    }

    /// The hub's nearest holders to the end with the largest sum.
    func bestHolders(_ hub: Int) -> [Int] {
        hubs[hub].filter { distance[$0] == hubDistance[hub] && sum[$0] == hubSum[hub] }
    }
}
