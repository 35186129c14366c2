import Testing

@testable import Analysis

@Suite("A minimum cut")
struct MinimumCutTests {
    static func cutWeight(_ graph: WeightedGraph, _ isInside: (Int) -> Bool) -> Double {
        var sum = 0.0
        for node in 0..<graph.nodeCount where isInside(node) {
            for place in graph.offsets[node]..<graph.offsets[node + 1]
            where !isInside(Int(graph.neighbours[place])) {
                sum += graph.weights[place]
            }
        }
        return sum
    }

    private func bruteForce(_ graph: WeightedGraph) -> Double {
        (1..<1 << (graph.nodeCount - 1)).map { mask in
            Self.cutWeight(graph) { $0 > 0 && mask >> ($0 - 1) & 1 == 1 }
        }.min() ?? 0
    }

    @Test("is as light as the lightest of all cuts", arguments: 1...60 as ClosedRange<UInt64>)
    func exact(seed: UInt64) throws {
        let nodeCount = 2 + Int(seed % 10)
        let graph = try GraphWorlds.random(nodeCount: nodeCount, edgeCount: nodeCount * 2, seed: seed)
        let cut = try #require(MinimumCut(of: graph))
        #expect(abs(cut.weight - bruteForce(graph)) < 1e-9, "seed \(seed)")
        let side = Set(cut.side)
        #expect(!side.isEmpty && !side.contains(0))
        #expect(abs(Self.cutWeight(graph) { side.contains(Int32($0)) } - cut.weight) < 1e-9)
    }

    @Test("is as light as the lightest on every graph of 5 nodes")
    func everySmallGraph() throws {
        for graph in try GraphWorlds.all(5) {
            #expect(MinimumCut(of: graph)?.weight == bruteForce(graph))
        }
    }

    @Test("needs two nodes and is 0 between components")
    func corners() throws {
        #expect(MinimumCut(of: try GraphWorlds.graph(1, [])) == nil)
        #expect(MinimumCut(of: try GraphWorlds.graph(4, [(0, 1), (2, 3)]))?.weight == 0)
    }
}

@Suite("A capacity forest")
struct CapacityForestTests {
    @Test("joins only nodes that no cut below the limit parts", arguments: 1...40 as ClosedRange<UInt64>)
    func sound(seed: UInt64) throws {
        let graph = try GraphWorlds.random(nodeCount: 9, edgeCount: 22, seed: seed)
        let limit = 2.0 + Double(seed % 5)
        var forest = CapacityForest(
            ContractedGraph(graph, masses: [SIMD2<Double>](repeating: .zero, count: 9)), limit: limit)
        var sets = forest.sets
        let joined = sets.partition().membership
        for mask in 1..<1 << 8 {
            let side = { (node: Int) in node > 0 && mask >> (node - 1) & 1 == 1 }
            guard MinimumCutTests.cutWeight(graph, side) < limit - 1e-9 else { continue }
            for one in 0..<9 {
                for other in 0..<one where side(one) != side(other) {
                    #expect(joined[one] != joined[other], "seed \(seed)")
                }
            }
        }
        #expect(forest.contractions().communityCount < 9)
    }

    @Test("queues nodes by priority, then by number")
    func queue() {
        var queue = NodeQueue()
        for (node, priority) in [(3, 1.0), (1, 2), (7, 5), (0, 2), (9, 0.5)] {
            queue.insert(Int32(node), priority: priority)
        }
        var order: [Int32] = []
        while let next = queue.removeMaximum() { order.append(next.node) }
        #expect(order == [7, 0, 1, 3, 9])
    }
}
