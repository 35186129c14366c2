import Testing

@testable import Analysis

@Suite("Leiden")
struct LeidenTests {
    static let objectives: [LeidenObjective] = [
        .modularity(resolution: 1), .modularity(resolution: 0.5), .constantPotts(resolution: 0.4),
        .bipartiteModularity(resolution: 1, accountCount: 3),
    ]

    private func settings(_ objective: LeidenObjective, seeds: [UInt64] = [1]) -> Leiden.Settings {
        var settings = Leiden.Settings()
        settings.objective = objective
        settings.seeds = seeds
        settings.leastImprovement = 1e-9
        return settings
    }

    @Test(
        "is connected and no worse than singletons or one whole on every graph of up to 5 nodes",
        arguments: objectives)
    func everySmallGraph(objective: LeidenObjective) throws {
        for nodeCount in 0...5 {
            for graph in try GraphWorlds.all(nodeCount) {
                let null = NullModel(objective, of: graph)
                let found = Leiden(graph, settings: settings(objective)).best()
                let least = max(
                    null.quality(of: .singletons(nodeCount), in: graph),
                    null.quality(of: graph.connectedComponents(), in: graph),
                    null.quality(of: .whole(nodeCount), in: graph))
                #expect(found.quality >= least - 1e-12)
                #expect(GraphWorlds.isConnected(found.partition, in: graph))
                #expect(abs(found.quality - null.quality(of: found.partition, in: graph)) < 1e-12)
            }
        }
    }

    @Test("finds the best modularity there is on every graph of 5 nodes, given four seeds")
    func optimum() throws {
        let partitions = GraphWorlds.partitions(5)
        for graph in try GraphWorlds.all(5) {
            let objective = LeidenObjective.modularity(resolution: 1)
            let null = NullModel(objective, of: graph)
            let best = partitions.map { null.quality(of: $0, in: graph) }.max() ?? 0
            let found = Leiden(graph, settings: settings(objective, seeds: [1, 2, 3, 4])).best()
            #expect(found.quality >= best - 1e-12)
        }
    }

    @Test("has the textbook modularity of two triangles joined by an edge")
    func twoTriangles() throws {
        let graph = try GraphWorlds.graph(6, [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)])
        let found = Leiden(graph).best()
        #expect(found.partition.membership == [0, 0, 0, 1, 1, 1])
        // 6/7 of the edges inside; each half has half of the strength.
        #expect(abs(found.quality - (6.0 / 7 - 0.5)) < 1e-12)
    }

    @Test("has the bipartite modularity of Barber's formula on two separate pairs")
    func barber() throws {
        let graph = try GraphWorlds.graph(4, [(0, 2), (1, 3)])
        let null = NullModel(.bipartiteModularity(resolution: 1, accountCount: 2), of: graph)
        #expect(abs(null.quality(of: graph.connectedComponents(), in: graph) - 0.5) < 1e-12)
        #expect(abs(null.quality(of: .whole(4), in: graph)) < 1e-12)
    }

    @Test("recovers planted operations", arguments: [1, 2, 3] as [UInt64])
    func planted(seed: UInt64) throws {
        let world = try GraphWorlds.planted(
            accounts: 600, values: 300, blocks: 6, edges: 4800, noise: 0.15, seed: seed)
        for objective in [
            LeidenObjective.modularity(resolution: 1), .bipartiteModularity(resolution: 1, accountCount: 600),
        ] {
            let found = Leiden(world.graph.graph, settings: settings(objective)).best()
            let accounts = found.partition.restricted(toFirst: 600)
            #expect(adjustedRandIndex(accounts, world.truth) > 0.98, "seed \(seed)")
        }
    }

    @Test("gives the same result again, and the best of its seeds")
    func deterministic() throws {
        let graph = try GraphWorlds.random(nodeCount: 400, edgeCount: 1600, seed: 9)
        let leiden = Leiden(graph, settings: settings(.modularity(resolution: 1), seeds: [4, 5, 6]))
        let found = leiden.best()
        #expect(found == leiden.best())
        let runs = [4, 5, 6].map { leiden.run(seed: $0) }
        #expect(runs.contains(found))
        #expect(runs.allSatisfy { $0.quality <= found.quality })
        #expect(
            Set(runs.map(\.partition.membership)).count > 1, "seeds must matter on a graph without structure")
    }

    @Test("gives clear communities whatever the numbering, and nearly the same quality without structure")
    func numbering() throws {
        var generator = SeededGenerator(seed: 3)
        let names = (0..<900).shuffled(using: &generator).map { Int32($0) }
        let clear = try GraphWorlds.planted(
            accounts: 600, values: 300, blocks: 6, edges: 6000, noise: 0.02, seed: 1
        ).graph.graph
        let (one, other) = (Leiden(clear).best(), Leiden(try GraphWorlds.renamed(clear, names)).best())
        #expect(NodePartition(labels: names.map { other.partition.membership[Int($0)] }) == one.partition)
        let vague = try GraphWorlds.random(nodeCount: 900, edgeCount: 3600, seed: 2)
        let (first, second) = (Leiden(vague).best(), Leiden(try GraphWorlds.renamed(vague, names)).best())
        #expect(abs(first.quality - second.quality) < 0.03 * first.quality)
    }

    @Test("does not care for the unit of the weights", arguments: [0x1p300, 0x1p-300])
    func unit(factor: Double) throws {
        let graph = try GraphWorlds.random(nodeCount: 200, edgeCount: 700, seed: 4)
        let scaled = graph.mapWeights { $0 * factor }
        let plain = graph.mapWeights { $0 }
        #expect(Leiden(scaled).best().partition == Leiden(plain).best().partition)
    }

    @Test("stays put when started from a good partition, and leaves its start no worse")
    func warmStart() throws {
        let world = try GraphWorlds.planted(
            accounts: 300, values: 150, blocks: 3, edges: 3000, noise: 0.05, seed: 8)
        let leiden = Leiden(world.graph.graph)
        let cold = leiden.best()
        let warm = leiden.best(from: cold.partition)
        #expect(warm.quality >= cold.quality)
        #expect(warm.partition == cold.partition)
    }

    @Test("keeps communities connected on random graphs", arguments: 1...12 as ClosedRange<UInt64>)
    func connected(seed: UInt64) throws {
        let graph = try GraphWorlds.random(nodeCount: 300, edgeCount: 420, seed: seed)
        let found = Leiden(graph, settings: settings(.modularity(resolution: 0.3))).best()
        #expect(GraphWorlds.isConnected(found.partition, in: graph), "seed \(seed)")
    }

    @Test("copes with no nodes, no edges, loops only and weights far apart")
    func hostile() throws {
        #expect(Leiden(try GraphWorlds.graph(0, [])).best().partition.communityCount == 0)
        #expect(Leiden(try GraphWorlds.graph(3, [])).best().partition == .singletons(3))
        #expect(Leiden(try GraphWorlds.graph(2, [(0, 0), (1, 1)])).best().partition == .singletons(2))
        var edges = EdgeList()
        edges.append(0, 1, weight: 1e100)
        edges.append(1, 2, weight: 1e-100)
        edges.append(2, 3, weight: 1e100)
        let found = Leiden(try WeightedGraph(nodeCount: 5, edges: edges)).best()
        #expect(found.partition.membership == [0, 0, 1, 1, 2])
        #expect(found.quality.isFinite)
    }

    @Test("separates a start that is one whole, and joins nothing across components")
    func wholeStart() throws {
        let graph = try GraphWorlds.graph(4, [(0, 1), (2, 3)])
        #expect(Leiden(graph).best(from: .whole(4)).partition.membership == [0, 0, 1, 1])
    }
}

@Suite("Leiden's refinement")
struct LeidenRefinementTests {
    @Test(
        "makes connected parts that stay inside their communities", arguments: 1...10 as ClosedRange<UInt64>)
    func parts(seed: UInt64) throws {
        let graph = try GraphWorlds.random(nodeCount: 120, edgeCount: 300, seed: seed)
        let null = NullModel(.modularity(resolution: 1), of: graph)
        let level = ContractedGraph(graph, masses: null.masses)
        let workspace = LeidenWorkspace(nodeCount: 120)
        for node in 0..<120 { workspace.community[node] = Int32(node % 3) }
        workspace.tallyCommunities(of: level)
        var generator = SeededGenerator(seed: seed)
        LeidenRefinement(scale: null.scale, temperature: 1).run(on: level, in: workspace, using: &generator)
        let parts = NodePartition(labels: workspace.part.prefix(120))
        #expect(parts.communityCount < 120)
        #expect(GraphWorlds.isConnected(parts, in: graph), "seed \(seed)")
        #expect(parts.members().allSatisfy { part in part.allSatisfy { $0 % 3 == part[0] % 3 } })
    }
}
