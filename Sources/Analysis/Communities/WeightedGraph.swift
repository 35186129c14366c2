/// What is wrong with the edges handed to a graph builder.
enum GraphError: Error, Equatable {
    /// More nodes or half-edges than 32-bit indices can name.
    case tooLarge
    /// The lists of end points and weights differ in length.
    case unequalLengths
    /// The edge at this place names a node outside the graph.
    case nodeOutOfRange(edge: Int)
    /// The edge at this place has a weight that is not a number or lies outside `WeightedGraph.weightRange`.
    case weightOutOfRange(edge: Int)
    /// This node's weight is neither zero nor inside `WeightedGraph.weightRange`.
    case nodeWeightOutOfRange(node: Int)
}

/// An undirected graph with positive edge weights, in compressed rows.
///
/// The neighbours of node `v` are `neighbours[offsets[v] ..< offsets[v + 1]]`, ascending and without repeats,
/// their weights at the same places of `weights`; every edge stands in the rows of both its ends. Self-loops
/// are kept apart in `loopWeights`.
struct WeightedGraph: Sendable, Equatable {
    /// Weights a graph accepts. The bounds keep every sum and every product of two sums finite and normal.
    static let weightRange = 1e-100...1e100

    /// Row bounds, `nodeCount + 1` of them.
    let offsets: [Int]
    let neighbours: [Int32]
    let weights: [Double]
    /// Weight of each node's loop, counted once; 0 without a loop.
    let loopWeights: [Double]
    /// Size of each node for the constant Potts model; 1 unless told otherwise.
    let nodeWeights: [Double]
    /// Sum of the weights of all edges, loops among them, each counted once.
    let totalWeight: Double

    var nodeCount: Int { offsets.count - 1 }

    /// Number of distinct edges, loops left out.
    var edgeCount: Int { neighbours.count / 2 }

    /// Assembles a graph from rows that already satisfy the invariants of the type. O(edges).
    init(
        offsets: [Int], neighbours: [Int32], weights: [Double], loopWeights: [Double], nodeWeights: [Double]
    ) {
        precondition(offsets.count == loopWeights.count + 1 && offsets.count == nodeWeights.count + 1)
        precondition(neighbours.count == weights.count && offsets.last == neighbours.count)
        self.offsets = offsets
        self.neighbours = neighbours
        self.weights = weights
        self.loopWeights = loopWeights
        self.nodeWeights = nodeWeights
        totalWeight = weights.reduce(0, +) / 2 + loopWeights.reduce(0, +)
    }

    /// Sum of the weights at each node; a loop counts twice. O(edges).
    func strengths() -> [Double] {
        (0..<nodeCount).map { node in
            var sum = 2 * loopWeights[node]
            for place in offsets[node]..<offsets[node + 1] { sum += weights[place] }
            return sum
        }
    }

    /// The same graph with `change` applied to every edge weight; loops are dropped. O(edges).
    func mapWeights(_ change: (Double) -> Double) -> WeightedGraph {
        WeightedGraph(
            offsets: offsets, neighbours: neighbours, weights: weights.map(change),
            loopWeights: [Double](repeating: 0, count: nodeCount), nodeWeights: nodeWeights)
    }
}
