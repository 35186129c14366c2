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
        let (starts, ordered) = NodePartition.ordered(group, communityCount: groupCount)
        let tie = FlatBuffer<Double>(repeating: 0, count: groupCount)
        let touched = FlatBuffer<Int32>(repeating: 0, count: groupCount)
        var newOffsets = [0]
        newOffsets.reserveCapacity(groupCount + 1)
        var newNeighbours: [Int32] = []
        var newWeights: [Double] = []
        var newMasses = [SIMD2<Double>](repeating: .zero, count: groupCount)
        for current in 0..<groupCount {
            var touchedCount = 0
            for node in ordered[starts[current]..<starts[current + 1]] {
                newMasses[current] += masses[Int(node)]
                for place in offsets[Int(node)]..<offsets[Int(node) + 1] {
                    let other = group[Int(neighbours[place])]
                    guard Int(other) != current else { continue }
                    if tie[other] == 0 {
                        touched[touchedCount] = other
                        touchedCount += 1
                    }
                    tie[other] += weights[place]
                }
            }
            for index in 0..<touchedCount {
                let other = touched[index]
                newNeighbours.append(other)
                newWeights.append(tie[other])
                tie[other] = 0
            }
            newOffsets.append(newNeighbours.count)
        }
        return ContractedGraph(
            offsets: newOffsets, neighbours: newNeighbours, weights: newWeights, masses: newMasses)
    }
}
