import Foundation

/// How far two partitions of the same nodes agree, from the sizes of their overlaps.
///
/// O(n) time and memory: overlaps are counted community by community.
struct PartitionComparison: Sendable {
    private let nodeCount: Double
    private let firstSizes: [Double]
    private let secondSizes: [Double]
    /// Sizes of the overlaps that are not empty.
    private let overlaps: [Double]

    init(_ first: NodePartition, _ second: NodePartition) {
        precondition(first.membership.count == second.membership.count)
        nodeCount = Double(first.membership.count)
        firstSizes = first.communitySizes().map(Double.init)
        secondSizes = second.communitySizes().map(Double.init)
        overlaps = Self.overlaps(of: first, with: second)
    }

    /// Hubert and Arabie's adjusted Rand index (1985): 1 for equal partitions, about 0 for unrelated ones,
    /// also when communities are many and small.
    var adjustedRandIndex: Double {
        let allPairs = Self.pairs(nodeCount)
        guard allPairs > 0 else { return 1 }
        let together = overlaps.reduce(0) { $0 + Self.pairs($1) }
        let first = firstSizes.reduce(0) { $0 + Self.pairs($1) }
        let second = secondSizes.reduce(0) { $0 + Self.pairs($1) }
        let expected = first / allPairs * second
        let greatest = (first + second) / 2
        // Both all alone or both one whole: equal partitions.
        guard greatest > expected else { return 1 }
        return (together - expected) / (greatest - expected)
    }

    /// Mutual information over the mean of the two entropies (Danon et al. 2005), in 0 ... 1.
    ///
    /// Not adjusted for chance: many small communities look alike under it.
    var normalizedMutualInformation: Double {
        let (first, second) = (entropy(firstSizes), entropy(secondSizes))
        guard first + second > 0 else { return 1 }
        let mutual = first + second - entropy(overlaps)
        return min(1, max(0, 2 * mutual / (first + second)))
    }

    private func entropy(_ sizes: [Double]) -> Double {
        sizes.reduce(0) { $0 - $1 / nodeCount * log2($1 / nodeCount) }
    }

    private static func pairs(_ count: Double) -> Double { count * (count - 1) / 2 }

    private static func overlaps(of first: NodePartition, with second: NodePartition) -> [Double] {
        let (starts, nodes) = first.ordered()
        var counts = [Double](repeating: 0, count: second.communityCount)
        var overlaps: [Double] = []
        for community in 0..<first.communityCount {
            let members = nodes[starts[community]..<starts[community + 1]]
            for node in members { counts[Int(second.membership[Int(node)])] += 1 }
            for node in members {
                let other = Int(second.membership[Int(node)])
                guard counts[other] > 0 else { continue }
                overlaps.append(counts[other])
                counts[other] = 0
            }
        }
        return overlaps
    }
}

/// The adjusted Rand index of two partitions. O(n).
func adjustedRandIndex(_ first: NodePartition, _ second: NodePartition) -> Double {
    PartitionComparison(first, second).adjustedRandIndex
}

/// The normalized mutual information of two partitions. O(n).
func normalizedMutualInformation(_ first: NodePartition, _ second: NodePartition) -> Double {
    PartitionComparison(first, second).normalizedMutualInformation
}
