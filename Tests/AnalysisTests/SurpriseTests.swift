import Testing

@testable import Analysis

@Suite("Surprise")
struct SurpriseTests {
    @Test("nothing at or below expectation, more the further above")
    func monotone() {
        #expect(poissonSurpriseBits(count: 3, expected: 3) == 0)
        #expect(binomialSurpriseBits(hits: 2, trials: 10, chance: 0.3) == 0)
        var previous = 0.0
        for hits in 4...10 {
            let bits = binomialSurpriseBits(hits: Double(hits), trials: 10, chance: 0.3)
            #expect(bits > previous)
            previous = bits
        }
    }

    @Test("all hits are as surprising as their chance")
    func allHits() {
        #expect(abs(binomialSurpriseBits(hits: 8, trials: 8, chance: 0.5) - 8) < 1e-9)
    }
}
