import Testing

@testable import Analysis

@Suite("A weighted graph")
struct WeightedGraphTests {
    @Test("sums repeated edges in either direction and keeps loops apart")
    func sums() throws {
        var edges = EdgeList()
        edges.append(0, 1, weight: 2)
        edges.append(1, 0, weight: 3)
        edges.append(2, 2, weight: 4)
        edges.append(2, 1, weight: 1)
        let graph = try WeightedGraph(nodeCount: 4, edges: edges)
        #expect(graph.offsets == [0, 1, 3, 4, 4])
        #expect(graph.neighbours == [1, 0, 2, 1])
        #expect(graph.weights == [5, 5, 1, 1])
        #expect(graph.loopWeights == [0, 0, 4, 0])
        #expect(graph.strengths() == [5, 6, 9, 0])
        #expect(graph.totalWeight == 10)
    }

    @Test("does not depend on the order of its edges", arguments: 1...5 as ClosedRange<UInt64>)
    func order(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var edges = EdgeList()
        for _ in 0..<300 {
            edges.append(generator.below(12), generator.below(12), weight: generator.unit() + 0.1)
        }
        var turned = EdgeList()
        for edge in (0..<300).shuffled(using: &generator) {
            turned.append(Int(edges.targets[edge]), Int(edges.sources[edge]), weight: edges.weights[edge])
        }
        let (one, other) = (
            try WeightedGraph(nodeCount: 12, edges: edges), try WeightedGraph(nodeCount: 12, edges: turned)
        )
        #expect(one == other, "seed \(seed)")
    }

    @Test("refuses weights that are no weights", arguments: [0, -1, .nan, .infinity, 1e200, 1e-200])
    func badWeights(weight: Double) {
        var edges = EdgeList()
        edges.append(0, 1)
        edges.append(0, 1, weight: weight)
        #expect(throws: GraphError.weightOutOfRange(edge: 1)) {
            try WeightedGraph(nodeCount: 2, edges: edges)
        }
    }

    @Test("refuses nodes it does not have", arguments: [(-1, 0), (0, 2), (Int.max, 0)])
    func badNodes(source: Int, target: Int) {
        var edges = EdgeList()
        edges.append(source, target)
        #expect(throws: GraphError.nodeOutOfRange(edge: 0)) { try WeightedGraph(nodeCount: 2, edges: edges) }
    }

    @Test("refuses lists of unequal length and node weights that are no weights")
    func badLists() {
        let uneven = EdgeList(sources: [0], targets: [1], weights: [])
        #expect(throws: GraphError.unequalLengths) { try WeightedGraph(nodeCount: 2, edges: uneven) }
        #expect(throws: GraphError.nodeWeightOutOfRange(node: 1)) {
            try WeightedGraph(nodeCount: 2, edges: EdgeList(), nodeWeights: [0, .nan])
        }
    }

    @Test("of accounts and values refuses a value as an account")
    func badAccount() {
        #expect(throws: GraphError.nodeOutOfRange(edge: 0)) {
            try BipartiteGraph(accountCount: 1, valueCount: 2, accounts: [1], values: [0], weights: [1])
        }
    }

    @Test("gives the subgraph on some nodes, again and again")
    func subgraph() throws {
        let graph = try GraphWorlds.graph(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 4), (0, 4)])
        var extractor = SubgraphExtractor(graph)
        for _ in 0..<2 {
            let part = extractor.subgraph(of: [0, 3, 4])
            #expect(part == (try GraphWorlds.graph(3, [(1, 2), (2, 2), (0, 2)])))
        }
    }

    @Test("falls into its connected components")
    func components() throws {
        let graph = try GraphWorlds.graph(7, [(5, 1), (1, 3), (2, 6)])
        #expect(graph.connectedComponents().membership == [0, 1, 2, 1, 3, 1, 2])
        #expect(try GraphWorlds.graph(0, []).connectedComponents().communityCount == 0)
    }
}

@Suite("A partition")
struct NodePartitionTests {
    @Test("is numbered by its smallest nodes")
    func canonical() {
        let partition = NodePartition(labels: [3, 0, 3, 1, 0])
        #expect(partition.membership == [0, 1, 0, 2, 1])
        #expect(partition.members() == [[0, 2], [1, 4], [3]])
        #expect(partition.communitySizes() == [2, 2, 1])
        #expect(partition.restricted(toFirst: 3).membership == [0, 1, 0])
    }
}

@Suite("A seeded generator")
struct SeededGeneratorTests {
    @Test("gives the published numbers of SplitMix64")
    func reference() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<3).map { _ in generator.next() }
        #expect(numbers == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test("stays below its bound and reaches every number")
    func below() {
        var generator = SeededGenerator(seed: 5)
        let drawn = (0..<1000).map { _ in generator.below(7) }
        #expect(Set(drawn) == Set(0..<7))
        #expect((0..<1000).allSatisfy { _ in (0..<1).contains(generator.unit()) })
    }
}
