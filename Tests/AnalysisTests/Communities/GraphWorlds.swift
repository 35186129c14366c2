@testable import Analysis

/// Small graphs for the tests of this folder.
enum GraphWorlds {
    static func graph(_ nodeCount: Int, _ pairs: [(Int, Int)]) throws -> WeightedGraph {
        var edges = EdgeList()
        for pair in pairs { edges.append(pair.0, pair.1) }
        return try WeightedGraph(nodeCount: nodeCount, edges: edges)
    }

    /// Every graph on `nodeCount` nodes without loops: 2^(n(n-1)/2) of them.
    static func all(_ nodeCount: Int) throws -> [WeightedGraph] {
        let pairs = (0..<nodeCount).flatMap { one in (one + 1..<nodeCount).map { (one, $0) } }
        return try (0..<1 << pairs.count).map { mask in
            try graph(nodeCount, pairs.indices.filter { mask >> $0 & 1 == 1 }.map { pairs[$0] })
        }
    }

    static func random(nodeCount: Int, edgeCount: Int, seed: UInt64) throws -> WeightedGraph {
        var generator = SeededGenerator(seed: seed)
        var edges = EdgeList()
        for _ in 0..<edgeCount {
            edges.append(
                generator.below(nodeCount), generator.below(nodeCount), weight: 0.1 + 3 * generator.unit())
        }
        return try WeightedGraph(nodeCount: nodeCount, edges: edges)
    }

    /// Accounts and values in blocks (account `a` in block `a % blocks`), `noise` of the edges at random.
    static func planted(
        accounts: Int, values: Int, blocks: Int, edges: Int, noise: Double, seed: UInt64
    ) throws -> (graph: BipartiteGraph, truth: NodePartition) {
        var generator = SeededGenerator(seed: seed)
        var (holders, held, weights): ([Int32], [Int32], [Double]) = ([], [], [])
        for index in 0..<edges {
            let account = index % accounts
            let value = generator.below(values / blocks) * blocks + account % blocks
            holders.append(Int32(account))
            held.append(Int32(generator.unit() < noise ? generator.below(values) : value))
            weights.append(1 + generator.unit())
        }
        let graph = try BipartiteGraph(
            accountCount: accounts, valueCount: values, accounts: holders, values: held, weights: weights)
        return (graph, NodePartition(labels: (0..<accounts).map { Int32($0 % blocks) }))
    }

    /// Two operations of `size` accounts, each with `size` values held by 4, joined by `bridges` shared values.
    static func twoOperations(size: Int, bridges: Int) throws -> BipartiteGraph {
        var (accounts, values): ([Int32], [Int32]) = ([], [])
        for operation in 0..<2 {
            for account in 0..<size {
                for step in [0, 1, 3, 7] {
                    accounts.append(Int32(operation * size + account))
                    values.append(Int32(operation * size + (account + step) % size))
                }
            }
        }
        for bridge in 0..<bridges {
            accounts += [Int32(bridge), Int32(size + bridge)]
            values += [Int32(2 * size + bridge), Int32(2 * size + bridge)]
        }
        return try BipartiteGraph(
            accountCount: 2 * size, valueCount: 2 * size + bridges, accounts: accounts, values: values,
            weights: [Double](repeating: 1, count: accounts.count))
    }

    /// The edges of a graph with its nodes renamed; `names[v]` is the new name of `v`.
    static func renamed(_ graph: WeightedGraph, _ names: [Int32]) throws -> WeightedGraph {
        var edges = EdgeList()
        for node in 0..<graph.nodeCount {
            for place in graph.offsets[node]..<graph.offsets[node + 1] where graph.neighbours[place] > node {
                edges.append(
                    Int(names[node]), Int(names[Int(graph.neighbours[place])]), weight: graph.weights[place])
            }
            if graph.loopWeights[node] > 0 {
                edges.append(Int(names[node]), Int(names[node]), weight: graph.loopWeights[node])
            }
        }
        return try WeightedGraph(nodeCount: graph.nodeCount, edges: edges)
    }

    static func isConnected(_ partition: NodePartition, in graph: WeightedGraph) -> Bool {
        graph.connectedPieces(of: partition) == partition
    }

    /// All partitions of `nodeCount` nodes (Bell numbers: 52 for 5).
    static func partitions(_ nodeCount: Int) -> [NodePartition] {
        var lists: [[Int32]] = [[]]
        for _ in 0..<nodeCount {
            lists = lists.flatMap { list in (0...(list.max() ?? -1) + 1).map { list + [$0] } }
        }
        return lists.map { NodePartition(labels: $0) }
    }
}
