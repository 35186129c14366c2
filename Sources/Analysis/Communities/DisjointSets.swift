/// Sets of nodes that only ever grow together (union-find; Tarjan 1975), with halved paths.
///
/// The root of a set is always its smallest node, so the outcome does not depend on the order of the unions.
/// A union or find costs O(log n) amortised.
struct DisjointSets {
    private var parents: [Int32]

    init(count: Int) {
        parents = (0..<count).map { Int32($0) }
    }

    mutating func find(_ node: Int32) -> Int32 {
        var current = node
        while parents[Int(current)] != current {
            let grandparent = parents[Int(parents[Int(current)])]
            parents[Int(current)] = grandparent
            current = grandparent
        }
        return current
    }

    /// Joins two sets; false when they already were one.
    @discardableResult
    mutating func join(_ first: Int32, _ second: Int32) -> Bool {
        let (one, two) = (find(first), find(second))
        guard one != two else { return false }
        parents[Int(max(one, two))] = min(one, two)
        return true
    }

    /// The sets as a canonical partition. O(n log n) at worst.
    mutating func partition() -> NodePartition {
        let roots = (0..<parents.count).map { find(Int32($0)) }
        return NodePartition(labels: roots)
    }
}

extension WeightedGraph {
    /// The connected components of the graph. O(nodes + edges) up to a logarithm.
    func connectedComponents() -> NodePartition {
        components { _, _ in true }
    }

    /// Every community of `partition` divided into its connected pieces. O(nodes + edges) up to a logarithm.
    func connectedPieces(of partition: NodePartition) -> NodePartition {
        let community = partition.membership
        return components { community[$0] == community[$1] }
    }

    private func components(keeping: (Int, Int) -> Bool) -> NodePartition {
        var sets = DisjointSets(count: nodeCount)
        for node in 0..<nodeCount {
            for place in offsets[node]..<offsets[node + 1] {
                let neighbour = Int(neighbours[place])
                guard neighbour < node, keeping(node, neighbour) else { continue }
                sets.join(Int32(node), Int32(neighbour))
            }
        }
        return sets.partition()
    }
}

extension ContractedGraph {
    /// The connected pieces left when some nodes are taken out; each of these is a piece of its own.
    func pieces(avoiding isOut: [Bool]) -> NodePartition {
        var sets = DisjointSets(count: nodeCount)
        for node in 0..<nodeCount where !isOut[node] {
            for place in offsets[node]..<offsets[node + 1] where !isOut[Int(neighbours[place])] {
                sets.join(Int32(node), neighbours[place])
            }
        }
        return sets.partition()
    }
}
