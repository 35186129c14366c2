/// One maximum-adjacency search through a graph, which finds nodes that no light cut can part.
///
/// Nagamochi, Ono and Ibaraki's CAPFOREST (1994): nodes are visited by falling weight r of their ties to
/// the visited; where an edge lifts r of its far end to `limit`, every cut between its two ends weighs `limit`
/// or more, so they may be contracted. Priorities are capped at the limit (Henzinger, Noe, Schulz and
/// Strash 2018). O(edges log nodes).
struct CapacityForest {
    /// Nodes that belong together, as sets.
    private(set) var sets: DisjointSets
    private(set) var joinCount = 0
    /// The last two nodes visited: the lightest cut between them is the one around the very last
    /// (Stoer and Wagner 1997).
    private(set) var lastVisited: (Int32, Int32) = (0, 0)

    init(_ graph: ContractedGraph, limit: Double) {
        let count = graph.nodeCount
        sets = DisjointSets(count: count)
        let reach = FlatBuffer<Double>(repeating: 0, count: count)
        let visited = FlatBuffer<Bool>(repeating: false, count: count)
        // Nodes whose priority has come to the limit, and the edges that brought it there.
        let saturated = FlatBuffer<Int32>(repeating: 0, count: count)
        let bringer = FlatBuffer<Int32>(repeating: -1, count: count)
        var saturatedCount = 0
        var queue = NodeQueue()
        let (offsets, neighbours, weights) = (graph.offsets.span, graph.neighbours.span, graph.weights.span)
        for start in 0..<Int32(count) where !visited[start] {
            var next: Int32? = start
            while let node = next {
                visited[node] = true
                lastVisited = (lastVisited.1, node)
                for place in offsets[Int(node)]..<offsets[Int(node) + 1] {
                    let other = neighbours[place]
                    guard !visited[other], reach[other] < limit else { continue }
                    reach[other] += weights[place]
                    guard reach[other] >= limit else {
                        queue.insert(other, priority: reach[other])
                        continue
                    }
                    bringer[other] = node
                    saturated[saturatedCount] = other
                    saturatedCount += 1
                }
                next = nil
                if saturatedCount > 0 {
                    saturatedCount -= 1
                    next = saturated[saturatedCount]
                }
                while next == nil, let (other, priority) = queue.removeMaximum() {
                    if !visited[other], reach[other] == priority { next = other }
                }
            }
        }
        for node in 0..<Int32(count) where bringer[node] >= 0 { join(bringer[node], node) }
    }
}

extension CapacityForest {
    /// Joins two more nodes, on the caller's grounds.
    mutating func join(_ one: Int32, _ other: Int32) {
        if sets.join(one, other) { joinCount += 1 }
    }

    /// What may be contracted. Should rounding have hidden every edge, the last two nodes are joined: the cut
    /// around the last one is known, so none is lost, and whoever loops makes progress.
    mutating func contractions() -> NodePartition {
        if joinCount == 0 { sets.join(lastVisited.0, lastVisited.1) }
        return sets.partition()
    }
}

/// A binary heap of nodes by priority, equal priorities by the smaller node; old entries are left in it.
struct NodeQueue {
    private var heap: [(node: Int32, priority: Double)] = []

    /// O(log n).
    mutating func insert(_ node: Int32, priority: Double) {
        heap.append((node, priority))
        var index = heap.count - 1
        while index > 0, precedes(index, (index - 1) / 2) {
            heap.swapAt(index, (index - 1) / 2)
            index = (index - 1) / 2
        }
    }

    /// O(log n).
    mutating func removeMaximum() -> (node: Int32, priority: Double)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var index = 0
        while true {
            var least = index
            for child in 2 * index + 1...2 * index + 2 where child < heap.count && precedes(child, least) {
                least = child
            }
            guard least != index else { return first }
            heap.swapAt(index, least)
            index = least
        }
    }

    private func precedes(_ one: Int, _ other: Int) -> Bool {
        if heap[one].priority != heap[other].priority { return heap[one].priority > heap[other].priority }
        return heap[one].node < heap[other].node
    }
}
