import Foundation
import Testing

@testable import Analysis

@Suite("Assumptions")
struct AssumptionsTests {
    @Test("beta draws have the mean and spread of the distribution", arguments: [1, 2, 3] as [UInt64])
    func beta(seed: UInt64) {
        for (a, b) in [(0.5, 0.5), (3.5, 20.5), (40.5, 10.5)] {
            var random = SeededGenerator(seed: seed)
            let draws = (0..<4000).map { _ in BetaDraw.draw(a, b, &random) }
            let mean = draws.reduce(0, +) / 4000
            let variance = draws.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000
            let expected = a * b / ((a + b) * (a + b) * (a + b + 1))
            #expect(draws.allSatisfy { (0...1).contains($0) })
            #expect(abs(mean - a / (a + b)) < 4 * (expected / 4000).squareRoot(), "seed \(seed)")
            #expect(abs(variance / expected - 1) < 0.15, "seed \(seed)")
        }
    }

    @Test("priors are set by name, within 0 and 1, and taken as shares")
    func priors() {
        var priors = AttributionPriors()
        for name in AttributionPriors.names {
            let wasSet = priors.set(name, 0.5)
            #expect(wasSet)
        }
        #expect(priors.shares == Array(repeating: 0.2, count: 5))
        let (unknown, high) = (priors.set("nobody", 0.5), priors.set("honest", 1.5))
        #expect(!unknown && !high)
        #expect(AttributionPriors(described: priors.described)?.shares == priors.shares)
        #expect(AttributionPriors(described: "0.4/0.4") == nil)
        for name in AttributionPriors.names { _ = priors.set(name, 0) }
        #expect(priors.shares == AttributionPriors().shares)
    }
}
