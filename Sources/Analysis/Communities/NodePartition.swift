/// A division of nodes `0 ..< n` into communities, numbered canonically: community 0 holds node 0, and each
/// next community is the one of the smallest node not yet named. Equal divisions are equal values.
struct NodePartition: Sendable, Equatable {
    /// Community of each node.
    let membership: [Int32]
    let communityCount: Int

    /// Renumbers any labels in `0 ..< labels.count` canonically. O(n).
    init(labels: [Int32]) {
        var names = [Int32](repeating: -1, count: labels.count)
        var membership = labels
        var next: Int32 = 0
        for index in labels.indices {
            let label = Int(labels[index])
            if names[label] < 0 {
                names[label] = next
                next += 1
            }
            membership[index] = names[label]
        }
        self.membership = membership
        communityCount = Int(next)
    }

    /// Every node on its own.
    static func singletons(_ count: Int) -> NodePartition {
        NodePartition(labels: (0..<count).map { Int32($0) })
    }

    /// All nodes in one community.
    static func whole(_ count: Int) -> NodePartition {
        NodePartition(labels: [Int32](repeating: 0, count: count))
    }

    /// The nodes of every community, ascending. O(n).
    func members() -> [[Int32]] {
        let (starts, nodes) = ordered()
        return (0..<communityCount).map { Array(nodes[starts[$0]..<starts[$0 + 1]]) }
    }

    /// Number of nodes in each community. O(n).
    func communitySizes() -> [Int] {
        var sizes = [Int](repeating: 0, count: communityCount)
        for community in membership { sizes[Int(community)] += 1 }
        return sizes
    }

    /// All nodes, community by community and ascending in each; community `c` begins at `starts[c]`. O(n).
    func ordered() -> (starts: [Int], nodes: [Int32]) {
        Self.ordered(membership, communityCount: communityCount)
    }

    /// `ordered()` for labels `0 ..< communityCount` in any numbering: a counting sort.
    static func ordered(_ labels: [Int32], communityCount: Int) -> (starts: [Int], nodes: [Int32]) {
        var starts = [Int](repeating: 0, count: communityCount + 1)
        for label in labels { starts[Int(label) + 1] += 1 }
        for index in 0..<communityCount { starts[index + 1] += starts[index] }
        var next = starts
        var nodes = [Int32](repeating: 0, count: labels.count)
        for (node, label) in labels.enumerated() {
            nodes[next[Int(label)]] = Int32(node)
            next[Int(label)] += 1
        }
        return (starts, nodes)
    }

    /// The division of the first `count` nodes alone: for a bipartite graph, of the accounts. O(count).
    func restricted(toFirst count: Int) -> NodePartition {
        // A canonical community number never exceeds the place of its first node.
        NodePartition(labels: Array(membership.prefix(count)))
    }
}
