import Casework

/// Finds groups of linked accounts, top down.
///
/// Leiden divides the graph of corroborated incidences at the resolution where the division is stable; communities
/// that hang together by a thread are cut there (Leiden promises connected, not well connected); every group is then
/// divided again *alone* (so no global resolution hides small operations in large neighbours), and the
/// parts are joined again where the mixing test calls them one operation. Then groups of different communities are
/// compared too, and last, those who are tied to each other but not to the rest of a group are taken out of it.
struct GroupSearch {
    /// Groups smaller than this are not divided further: too little is known of the parts.
    static let leastDivided = 16
    static let mostDepth = 5
    /// A part inside one community is joined to another from this many bits; between communities from
    /// `MixingVerdict.decisionBits`. Inside, the odds have to be even at least: a family that got into the community of an
    /// operation by a popular tool must not stay there for want of evidence.
    static let leastBitsInside = 0.0

    struct Outcome: Sendable {
        var assignment: GroupAssignment
        var doubts: [Agglomeration.Doubt]
        var resolution: Double
        var isStable: Bool
        /// Thin cuts along which communities were divided.
        var thinCuts: Int
    }

    private let evidence: Evidence
    private let seed: UInt64
    private let test: MixingTest
    /// Accounts and values of the graph, ascending; node i is `accounts[i]`, then the values follow.
    private let accounts: [Int32]
    private let values: [Int32]
    private let bipartite: BipartiteGraph
    private var graph: WeightedGraph { bipartite.graph }

    init(_ evidence: Evidence, seed: UInt64) throws(GraphError) {
        self.evidence = evidence
        self.seed = seed
        test = MixingTest(evidence)
        let edges = evidence.edges()
        let (accounts, accountNodes) = Self.compact(edges.accounts, count: evidence.table.accountCount)
        let (values, valueNodes) = Self.compact(edges.values, count: evidence.table.valueCount)
        (self.accounts, self.values) = (accounts, values)
        bipartite = try BipartiteGraph(
            accountCount: accounts.count, valueCount: values.count, accounts: accountNodes,
            values: valueNodes,
            weights: edges.weights)
    }

    private static func compact(_ list: [Int32], count: Int) -> (kept: [Int32], nodes: [Int32]) {
        var node = [Int32](repeating: -1, count: count)
        for entry in list { node[Int(entry)] = 0 }
        var kept: [Int32] = []
        for entry in node.indices where node[entry] == 0 {
            node[entry] = Int32(kept.count)
            kept.append(Int32(entry))
        }
        return (kept, list.map { node[Int($0)] })
    }

    func run() -> Outcome {
        guard graph.edgeCount > 0 else {
            let nobody = [Int32](repeating: -1, count: evidence.table.accountCount)
            return Outcome(
                assignment: GroupAssignment(labels: nobody), doubts: [], resolution: 0, isStable: false,
                thinCuts: 0)
        }
        var settings = ResolutionPlateau.Settings()
        settings.seeds = [seed, seed &+ 1]
        let choice = ResolutionPlateau(settings: settings).choose(graph, comparingFirst: accounts.count)
        let cut = ThinCut().split(choice.partition, of: bipartite)
        let parts = divided(cut.partition.members())
        let joined = Agglomeration(test: test, leastBits: MixingVerdict.decisionBits).join(parts)
        let groups = inParallel(joined.parts.count) { UntiedCliques(test: test).split(joined.parts[$0]) }
        var labels = [Int32](repeating: -1, count: evidence.table.accountCount)
        for (label, part) in groups.joined().enumerated() {
            for account in part { labels[Int(account)] = Int32(label) }
        }
        return Outcome(
            assignment: GroupAssignment(labels: labels, least: 2), doubts: joined.doubts,
            resolution: choice.resolution, isStable: choice.isStable, thinCuts: cut.splits.count)
    }

    /// All communities divided, in their order. Each is divided alone, so they go beside each other.
    private func divided(_ communities: [[Int32]], depth: Int = 0) -> [[Int32]] {
        var ends = [0]
        for nodes in communities { ends.append(ends[ends.count - 1] + nodes.count) }
        let ranges = stretches(
            byCost: ends, parts: ends[communities.count] < Self.leastForThreads ? 1 : Self.pieces)
        return inParallel(ranges.count) { piece in
            var parts: [[Int32]] = []
            var extractor = SubgraphExtractor(graph)
            for nodes in communities[ranges[piece]] {
                divide(nodes, depth: depth, &extractor, into: &parts)
            }
            return parts
        }
        .flatMap { $0 }
    }

    /// Nodes from which threads are worth their while, and pieces dealt to them: cost is uneven.
    private static let leastForThreads = 1 << 14
    private static let pieces = 64

    /// Divides one community alone, and joins what is one operation; adds lists of accounts.
    private func divide(
        _ nodes: [Int32], depth: Int, _ extractor: inout SubgraphExtractor, into parts: inout [[Int32]]
    ) {
        let members = nodes.prefix { Int($0) < accounts.count }
        guard !members.isEmpty else { return }
        guard members.count >= Self.leastDivided, depth < Self.mostDepth else {
            return parts.append(members.map { accounts[Int($0)] })
        }
        let subgraph = extractor.subgraph(of: nodes)
        var joined = joined(pieces(of: subgraph, nodes))
        // All links first; where those see one operation, what is owned alone: a dispatcher or proxy that two
        // operators rent ties them so densely that no division of all links would part them.
        if joined.count == 1, let owned = owned(subgraph, nodes) {
            joined = self.joined(pieces(of: owned, nodes))
        }
        guard joined.count > 1 else { return parts.append(contentsOf: joined) }
        let communities = joined.map { community(of: $0, within: nodes) }
        if nodes.count >= Self.leastForThreads {
            return parts.append(contentsOf: divided(communities, depth: depth + 1))
        }
        for community in communities { divide(community, depth: depth + 1, &extractor, into: &parts) }
    }

    private func joined(_ pieces: [[Int32]]) -> [[Int32]] {
        guard pieces.count > 1 else { return pieces }
        return Agglomeration(test: test, leastBits: Self.leastBitsInside, seeksDoubts: false).join(pieces)
            .parts
    }

    /// The accounts of every community that Leiden finds in one community alone.
    private func pieces(of subgraph: WeightedGraph, _ nodes: [Int32]) -> [[Int32]] {
        var settings = Leiden.Settings()
        settings.seeds = [seed, seed &+ 1]
        let partition = Leiden(subgraph, settings: settings).best().partition
        return partition.members().compactMap { piece in
            let held = piece.map { nodes[Int($0)] }.filter { Int($0) < accounts.count }
            return held.isEmpty ? nil : held.map { accounts[Int($0)] }
        }
    }

    /// The same graph with only the edges to values that are owned, and never rented; accounts without any keep
    /// all their edges, so that they follow their neighbours. Nil where that leaves out no edge.
    private func owned(_ subgraph: WeightedGraph, _ nodes: [Int32]) -> WeightedGraph? {
        let accountNodes = nodes.prefix { Int($0) < accounts.count }.count
        var edges = EdgeList()
        for node in 0..<accountNodes {
            let row = subgraph.offsets[node]..<subgraph.offsets[node + 1]
            let own = row.filter {
                test.dividesAlone(values[Int(nodes[Int(subgraph.neighbours[$0])]) - accounts.count])
            }
            for place in own.isEmpty ? Array(row) : own {
                edges.append(node, Int(subgraph.neighbours[place]), weight: subgraph.weights[place])
            }
        }
        guard edges.count < subgraph.edgeCount else { return nil }
        return try? WeightedGraph(nodeCount: subgraph.nodeCount, edges: edges)
    }

    private func community(of part: [Int32], within nodes: [Int32]) -> [Int32] {
        let first = nodes.first ?? 0
        var isWithin = [Bool](repeating: false, count: Int((nodes.last ?? 0) - first) + 1)
        for node in nodes { isWithin[Int(node - first)] = true }
        var found: [Int32] = []
        for account in part {
            let node = place(of: account)
            found.append(node)
            for edge in graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1] {
                let value = graph.neighbours[edge]
                if value >= first, Int(value - first) < isWithin.count, isWithin[Int(value - first)] {
                    found.append(value)
                    isWithin[Int(value - first)] = false
                }
            }
        }
        return found.sorted()
    }

    private func place(of account: Int32) -> Int32 {
        var (low, high) = (0, accounts.count)
        while low < high {
            let middle = (low + high) / 2
            if accounts[middle] < account { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
