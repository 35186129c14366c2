import Testing

@testable import Analysis

struct FalseDiscoveryTests {
    @Test("q-values are those of scipy.stats.false_discovery_control")
    func agreesWithSciPy() {
        let q = FalseDiscovery.adjust([0.01, 0.04, 0.03, 0.005, 0.9, 0.2, 0.04, 1])
        let expected = [0.04, 0.064, 0.064, 0.04, 1, 0.26666666666666666, 0.064, 1]
        for (value, wanted) in zip(q, expected) { #expect(abs(value - wanted) < 1e-12) }
    }

    @Test("What is no probability becomes one, and nothing becomes nothing")
    func hostileValues() {
        #expect(FalseDiscovery.adjust([]) == [])
        #expect(FalseDiscovery.adjust([.nan, 5, -1]) == [1, 1, 0])
        #expect(FalseDiscovery.adjust([0.01], among: 4) == [0.04])
    }

    @Test("A q-value follows its p-value through any order")
    func orderDoesNotMatter() {
        var random = SeededGenerator(seed: 11)
        let p = (0..<200).map { _ in random.unit() * random.unit() }
        let q = FalseDiscovery.adjust(p)
        let order = p.indices.shuffled(using: &random)
        #expect(FalseDiscovery.adjust(order.map { p[$0] }) == order.map { q[$0] })
    }
}
