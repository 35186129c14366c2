import Testing

@testable import Analysis

@Suite("Comparing partitions")
struct PartitionComparisonTests {
    private let one = NodePartition(labels: [0, 0, 0, 1, 1, 1])
    private let other = NodePartition(labels: [0, 0, 1, 1, 2, 2])

    @Test("gives the figures scikit-learn's documentation gives")
    func reference() {
        #expect(abs(adjustedRandIndex(one, other) - 0.24242424242424243) < 1e-12)
        #expect(abs(normalizedMutualInformation(one, other) - 0.5158037429793889) < 1e-12)
        let (a, b) = (NodePartition(labels: [0, 0, 1, 1]), NodePartition(labels: [0, 0, 1, 2]))
        #expect(abs(adjustedRandIndex(a, b) - 0.5714285714285714) < 1e-12)
        #expect(abs(normalizedMutualInformation(a, b) - 0.8) < 1e-12)
    }

    @Test("is 1 for equal partitions and symmetric")
    func equal() {
        for partition in [one, other, .whole(4), .singletons(4), .whole(0), .whole(1)] {
            #expect(adjustedRandIndex(partition, partition) == 1)
            #expect(abs(normalizedMutualInformation(partition, partition) - 1) < 1e-12)
        }
        #expect(adjustedRandIndex(one, other) == adjustedRandIndex(other, one))
    }

    @Test("is nothing for partitions that know nothing of each other")
    func unrelated() {
        let whole = NodePartition.whole(6)
        #expect(abs(normalizedMutualInformation(one, whole)) < 1e-12)
        #expect(abs(adjustedRandIndex(one, whole)) < 1e-12)
        var generator = SeededGenerator(seed: 2)
        let (a, b) = (
            NodePartition(labels: (0..<5000).map { _ in Int32(generator.below(50)) }),
            NodePartition(labels: (0..<5000).map { _ in Int32(generator.below(50)) })
        )
        #expect(abs(adjustedRandIndex(a, b)) < 0.01)
    }
}
