/// Edges as three lists of equal length, in any order.
struct EdgeList: Sendable {
    var sources: [Int32] = []
    var targets: [Int32] = []
    var weights: [Double] = []

    var count: Int { sources.count }

    mutating func append(_ source: Int, _ target: Int, weight: Double = 1) {
        sources.append(Int32(clamping: source))
        targets.append(Int32(clamping: target))
        weights.append(weight)
    }
}

extension WeightedGraph {
    /// Builds the graph of an edge list; repeated edges are summed, in either direction.
    ///
    /// The result does not depend on the order of the edges: rows are sorted, and repeats are summed from the
    /// lightest to the heaviest. Two counting sorts, O(nodes + edges) (repeats cost r log r).
    ///
    /// - Throws: `GraphError`; a weight of zero, below zero, infinite or not a number is refused.
    init(nodeCount: Int, edges: EdgeList, nodeWeights: [Double]? = nil) throws(GraphError) {
        try Self.check(edges, nodeCount: nodeCount)
        let sizes = nodeWeights ?? [Double](repeating: 1, count: nodeCount)
        try Self.check(sizes, nodeCount: nodeCount)
        // A symmetric adjacency is its own transpose, and transposing leaves every row sorted.
        let sorted = Rows(halvesOf: edges, nodeCount: nodeCount).transposed().merged()
        self.init(
            offsets: sorted.offsets, neighbours: sorted.neighbours, weights: sorted.weights,
            loopWeights: Self.loops(of: edges, nodeCount: nodeCount), nodeWeights: sizes)
    }

    private static func check(_ edges: EdgeList, nodeCount: Int) throws(GraphError) {
        guard nodeCount < Int(Int32.max), edges.count < Int(Int32.max) / 2 else { throw .tooLarge }
        guard edges.targets.count == edges.count, edges.weights.count == edges.count else {
            throw .unequalLengths
        }
        let nodes = 0..<Int32(nodeCount)
        for edge in 0..<edges.count {
            guard nodes.contains(edges.sources[edge]), nodes.contains(edges.targets[edge]) else {
                throw .nodeOutOfRange(edge: edge)
            }
            guard weightRange.contains(edges.weights[edge]) else { throw .weightOutOfRange(edge: edge) }
        }
    }

    private static func check(_ nodeWeights: [Double], nodeCount: Int) throws(GraphError) {
        guard nodeWeights.count == nodeCount else { throw .unequalLengths }
        for (node, weight) in nodeWeights.enumerated() where weight != 0 && !weightRange.contains(weight) {
            throw .nodeWeightOutOfRange(node: node)
        }
    }

    private static func loops(of edges: EdgeList, nodeCount: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: nodeCount)
        let loops = (0..<edges.count).filter { edges.sources[$0] == edges.targets[$0] }
        for edge in loops.sorted(by: { edges.weights[$0] < edges.weights[$1] }) {
            sums[Int(edges.sources[edge])] += edges.weights[edge]
        }
        return sums
    }
}

/// Adjacency rows on their way to a graph: a row may be unsorted and hold repeats.
private struct Rows {
    var offsets: [Int]
    var neighbours: [Int32]
    var weights: [Double]

    private init(rowSizes: [Int]) {
        offsets = [0]
        offsets.reserveCapacity(rowSizes.count + 1)
        var sum = 0
        for size in rowSizes {
            sum += size
            offsets.append(sum)
        }
        neighbours = [Int32](repeating: 0, count: sum)
        weights = [Double](repeating: 0, count: sum)
    }

    /// Both halves of every edge but loops, each in the row of its end.
    init(halvesOf edges: EdgeList, nodeCount: Int) {
        var sizes = [Int](repeating: 0, count: nodeCount)
        for edge in 0..<edges.count where edges.sources[edge] != edges.targets[edge] {
            sizes[Int(edges.sources[edge])] += 1
            sizes[Int(edges.targets[edge])] += 1
        }
        self.init(rowSizes: sizes)
        var next = offsets
        for edge in 0..<edges.count where edges.sources[edge] != edges.targets[edge] {
            let (source, target) = (edges.sources[edge], edges.targets[edge])
            place(target, edges.weights[edge], at: &next[Int(source)])
            place(source, edges.weights[edge], at: &next[Int(target)])
        }
    }

    private mutating func place(_ neighbour: Int32, _ weight: Double, at next: inout Int) {
        neighbours[next] = neighbour
        weights[next] = weight
        next += 1
    }

    func transposed() -> Rows {
        let nodeCount = offsets.count - 1
        // The adjacency is symmetric: the transposed rows have the same sizes.
        var result = Rows(rowSizes: (0..<nodeCount).map { offsets[$0 + 1] - offsets[$0] })
        var next = result.offsets
        for node in 0..<nodeCount {
            for index in offsets[node]..<offsets[node + 1] {
                result.place(Int32(node), weights[index], at: &next[Int(neighbours[index])])
            }
        }
        return result
    }

    /// Sums runs of equal neighbours in sorted rows, in place.
    consuming func merged() -> Rows {
        var written = 0
        var rowStart = 0
        for node in 0..<offsets.count - 1 {
            let rowEnd = offsets[node + 1]
            while rowStart < rowEnd {
                var runEnd = rowStart + 1
                while runEnd < rowEnd, neighbours[runEnd] == neighbours[rowStart] { runEnd += 1 }
                neighbours[written] = neighbours[rowStart]
                weights[written] = runEnd == rowStart + 1 ? weights[rowStart] : sum(of: rowStart..<runEnd)
                written += 1
                rowStart = runEnd
            }
            offsets[node + 1] = written
        }
        neighbours.removeLast(neighbours.count - written)
        weights.removeLast(weights.count - written)
        return self
    }

    private func sum(of run: Range<Int>) -> Double {
        weights[run].sorted().reduce(0, +)
    }
}
