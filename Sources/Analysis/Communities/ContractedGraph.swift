/// A graph whose nodes are groups of the nodes of another, without loops; each node has a mass of two numbers
/// that adds up under contraction. Rows are not sorted.
///
/// Leiden climbs on it (the masses are those of `NullModel`) and cuts shrink it (accounts held, 0).
struct ContractedGraph {
    let offsets: [Int]
    let neighbours: [Int32]
    let weights: [Double]
    let masses: [SIMD2<Double>]

    var nodeCount: Int { masses.count }

    /// Every node of `graph` as a group of its own. Shares the arrays of the graph.
    init(_ graph: WeightedGraph, masses: [SIMD2<Double>]) {
        precondition(masses.count == graph.nodeCount)
        offsets = graph.offsets
        neighbours = graph.neighbours
        weights = graph.weights
        self.masses = masses
    }

    private init(offsets: [Int], neighbours: [Int32], weights: [Double], masses: [SIMD2<Double>]) {
        self.offsets = offsets
        self.neighbours = neighbours
        self.weights = weights
        self.masses = masses
    }

    /// Sum of the weights at each node. O(edges).
    func strengths() -> [Double] {
        (0..<nodeCount).map { node in
            var sum = 0.0
            for place in offsets[node]..<offsets[node + 1] { sum += weights[place] }
            return sum
        }
    }

    /// The graph whose nodes are the groups `0 ..< groupCount` that `group` gives each node here.
    ///
    /// Weights between groups are summed, weights inside dropped. O(nodes + edges).
    func aggregated(group: [Int32], groupCount: Int) -> ContractedGraph {
        precondition(group.count == nodeCount)
        let (starts, ordered) = NodePartition.ordered(group, communityCount: groupCount)
        var newOffsets = [Int](repeating: 0, count: groupCount + 1)
        var newMasses = [SIMD2<Double>](repeating: .zero, count: groupCount)
        var newNeighbours: [Int32] = []
        // There are never more edges than before. Pointers, because this is most of what going up a level costs.
        let newWeights = [Double](unsafeUninitializedCapacity: neighbours.count) { weights, count in
            newNeighbours = [Int32](unsafeUninitializedCapacity: neighbours.count) { neighbours, written in
                let tie = FlatBuffer<Double>(repeating: 0, count: groupCount)
                let touched = FlatBuffer<Int32>(repeating: 0, count: groupCount + 1)
                for current in 0..<groupCount {
                    var touchedCount = 0
                    for node in ordered[starts[current]..<starts[current + 1]] {
                        newMasses[current] += masses[Int(node)]
                        addTies(
                            of: Int(node), group, outside: Int32(current), to: tie, touched, &touchedCount)
                    }
                    for index in 0..<touchedCount {
                        let other = touched[index]
                        neighbours[written] = other
                        weights[written] = tie[other]
                        written += 1
                        tie[other] = 0
                    }
                    newOffsets[current + 1] = written
                }
                count = written
            }
        }
        return ContractedGraph(
            offsets: newOffsets, neighbours: newNeighbours, weights: newWeights, masses: newMasses)
    }

    /// Adds the weights of a node's edges to other groups than `own`, group by group.
    @inline(__always) private func addTies(
        of node: Int, _ group: [Int32], outside own: Int32, to tie: borrowing FlatBuffer<Double>,
        _ touched: borrowing FlatBuffer<Int32>, _ touchedCount: inout Int
    ) {
        for place in offsets[node]..<offsets[node + 1] {
            let other = group[Int(neighbours[place])]
            guard other != own else { continue }
            touched[touchedCount] = other
            touchedCount += tie[other] == 0 ? 1 : 0
            tie[other] += weights[place]
        }
    }
}
