import Casework
import Foundation
import Testing

@Suite("Verbal scales") struct VerbalScalesTests {
    @Test(
        "probabilities have the words of ICD 203, bounds belong to the step above",
        arguments: [
            (0, "almost no chance"), (0.049, "almost no chance"), (0.05, "very unlikely"), (0.2, "unlikely"),
            (0.45, "roughly even chance"), (0.55, "likely"), (0.8, "very likely"), (0.95, "almost certain"),
            (1, "almost certain"),
        ])
    func likelihood(probability: Double, words: String) {
        #expect(VerbalScales.likelihood(probability) == words)
    }

    @Test(
        "likelihood ratios have the words of ENFSI",
        arguments: [
            (0.5, "no support"), (1, "no support"), (2, "weak support"), (10.001, "moderate support"),
            (100.001, "moderately strong support"), (1000.01, "strong support"),
            (10_001, "very strong support"), (1_000_001, "extremely strong support"),
        ])
    func support(ratio: Double, words: String) {
        #expect(VerbalScales.support(log2(ratio)) == words)
    }

    @Test("no words are in both scales")
    func apart() {
        let support = Set(VerbalScales.supportSteps.map(\.words))
        #expect(support.isDisjoint(with: VerbalScales.likelihoodSteps.map(\.words)))
        #expect(support.count == VerbalScales.supportSteps.count)
    }

    @Test("steps rise")
    func rising() {
        for steps in [VerbalScales.supportSteps, VerbalScales.likelihoodSteps] {
            for (low, high) in zip(steps, steps.dropFirst()) { #expect(low.from < high.from) }
        }
    }
}
