/// Cuts induced subgraphs out of one graph without paying for the whole graph each time.
struct SubgraphExtractor {
    private let graph: WeightedGraph
    /// Place of each node in the subgraph being made, or -1; all -1 between calls.
    private var local: [Int32]

    /// O(nodes) once.
    init(_ graph: WeightedGraph) {
        self.graph = graph
        local = [Int32](repeating: -1, count: graph.nodeCount)
    }

    /// The graph on `nodes` (ascending, without repeats), with every edge and loop between them.
    ///
    /// Node `i` of the result is `nodes[i]`. Since order is kept, the accounts of a bipartite graph stay in
    /// front of its values. O(edges at `nodes`).
    mutating func subgraph(of nodes: [Int32]) -> WeightedGraph {
        for (index, node) in nodes.enumerated() { local[Int(node)] = Int32(index) }
        defer { for node in nodes { local[Int(node)] = -1 } }
        var offsets = [0]
        offsets.reserveCapacity(nodes.count + 1)
        var neighbours: [Int32] = []
        var weights: [Double] = []
        for node in nodes {
            for place in graph.offsets[Int(node)]..<graph.offsets[Int(node) + 1] {
                let neighbour = local[Int(graph.neighbours[place])]
                guard neighbour >= 0 else { continue }
                neighbours.append(neighbour)
                weights.append(graph.weights[place])
            }
            offsets.append(neighbours.count)
        }
        return WeightedGraph(
            offsets: offsets, neighbours: neighbours, weights: weights,
            loopWeights: nodes.map { graph.loopWeights[Int($0)] },
            nodeWeights: nodes.map { graph.nodeWeights[Int($0)] })
    }
}
