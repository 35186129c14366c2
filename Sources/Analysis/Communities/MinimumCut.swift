/// The lightest way to part a graph in two, exactly (Nagamochi, Ono and Ibaraki 1994).
///
/// Contracts what no cut lighter than the lightest seen can part until one node is left. Near linear in practice,
/// O(nodes × edges × log nodes) at worst.
struct MinimumCut: Sendable, Equatable {
    let weight: Double
    /// The nodes on the side without node 0, ascending.
    let side: [Int32]

    /// Nil below two nodes; weight 0 for a graph in several pieces.
    init?(of graph: WeightedGraph) {
        let count = graph.nodeCount
        guard count > 1 else { return nil }
        var current = ContractedGraph(graph, masses: [SIMD2<Double>](repeating: [1, 0], count: count))
        var place = NodePartition.singletons(count).membership
        var best = (weight: Double.infinity, side: [Int32]())
        while current.nodeCount > 1, best.weight > 0 {
            for (group, degree) in current.strengths().enumerated() where degree < best.weight {
                best = (degree, place.indices.filter { place[$0] == group }.map { Int32($0) })
            }
            var forest = CapacityForest(current, limit: best.weight)
            let groups = forest.contractions()
            current = current.aggregated(group: groups.membership, groupCount: groups.communityCount)
            for node in place.indices { place[node] = groups.membership[Int(place[node])] }
        }
        weight = best.weight
        side = best.side.first == 0 ? Self.complement(of: best.side, nodeCount: count) : best.side
    }

    private static func complement(of side: [Int32], nodeCount: Int) -> [Int32] {
        var isInside = [Bool](repeating: false, count: nodeCount)
        for node in side { isInside[Int(node)] = true }
        return (0..<nodeCount).filter { !isInside[$0] }.map { Int32($0) }
    }
}
