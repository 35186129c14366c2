import Foundation
import Testing

@testable import Analysis

@Suite("Match likelihood")
struct MatchLikelihoodTests {
    private func bits(_ matched: Double, of known: Double, outside: Double = 0, exits: Double = 0) -> Double {
        MatchLikelihood(
            matched: matched, known: known, outside: outside, knownOutside: 5000, sharedExits: exits
        ).bits(mostBits: 5, silence: 0.5)
    }

    @Test("more matches of as many members never say less, and never more than the most")
    func rising() {
        let all = (0...40).map { bits(Double($0), of: 40) }
        for (less, more) in zip(all, all.dropFirst()) { #expect(more > less - 0.35, "\(all)") }
        #expect(all.allSatisfy { $0 <= 5.05 } && all[20] > 4)
    }

    @Test("no match speaks against, by less than the chance that the indicator is silent")
    func silent() {
        #expect(bits(0, of: 40) < -0.3 && bits(0, of: 40) >= -1)
        #expect(bits(0, of: 1) > bits(0, of: 40))
        #expect(bits(0, of: 0) == 0)
    }

    @Test("one match in a hundred members, as a passing customer brings it, says little")
    func passing() {
        #expect(abs(bits(1, of: 100)) < 2)
        #expect(bits(30, of: 100) > bits(1, of: 100) + 2)
    }

    @Test("what everybody has tells nothing, what others have too tells less")
    func common() {
        #expect(bits(20, of: 40, outside: 2500) < 0.6)
        #expect(bits(20, of: 40, outside: 250) < bits(20, of: 40) - 0.5)
        #expect(bits(20, of: 40, exits: 1) < bits(20, of: 40) - 1)
    }

    @Test("log gamma agrees with factorials and with the half")
    func gamma() {
        var factorial = 0.0
        for n in 1...60 {
            factorial += log(Double(n))
            #expect(abs(logGamma(Double(n) + 1) - factorial) < 1e-10 * max(1, factorial))
        }
        #expect(abs(logGamma(0.5) - 0.5 * log(Double.pi)) < 1e-12)
        #expect(abs(logGamma(1e6 + 1) - logGamma(1e6) - log(1e6)) < 1e-8)
    }
}
