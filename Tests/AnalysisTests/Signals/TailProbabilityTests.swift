import Testing

@testable import Analysis

/// Reference values: scipy 1.17 (`special.gammainc`, `stats.binom.sf`, `stats.norm.sf`).
struct TailProbabilityTests {
    private func agrees(_ value: Double, _ wanted: Double) -> Bool {
        abs(value - wanted) <= 1e-9 * max(wanted, 1e-300) || abs(value - wanted) < 1e-13
    }

    @Test(
        "Poisson tails agree with SciPy",
        arguments: [
            (1, 0.3, 0.25918177931828207), (5, 1.2, 0.007745788276441408),
            (40, 10.5, 3.1852104070900467e-12), (100, 100, 0.5132987982791487), (3, 50, 1.0),
            (7.5, 3.25, 0.02992896115368998), (2000, 1800, 1.8907865484211106e-06),
        ])
    func poisson(count: Double, mean: Double, wanted: Double) {
        #expect(agrees(TailProbability.poisson(atLeast: count, mean: mean), wanted))
    }

    @Test(
        "Binomial tails agree with SciPy",
        arguments: [
            (1, 10, 0.05, 0.4012630607616211), (8, 10, 0.3, 0.0015903863999999995),
            (50, 100, 0.5, 0.5397946186935889), (120, 1000, 0.1, 0.021996144965794422), (3, 400, 0.5, 1.0),
            (999, 1000, 0.9, 1.9595578810979983e-44), (40000, 100000, 0.395, 0.000620993597491002),
        ])
    func binomial(hits: Int, trials: Int, chance: Double, wanted: Double) {
        let value = TailProbability.binomial(atLeast: hits, of: trials, chance: chance)
        #expect(abs(value - wanted) <= 1e-8 * wanted)
    }

    @Test("Normal tails agree with SciPy")
    func normal() {
        #expect(agrees(TailProbability.normal(-3), 0.9986501019683699))
        #expect(agrees(TailProbability.normal(6), 9.865876450376946e-10))
    }

    @Test("The ends of the range are certain or impossible")
    func ends() {
        #expect(TailProbability.binomial(atLeast: 0, of: 0, chance: 0.5) == 1)
        #expect(TailProbability.binomial(atLeast: 3, of: 2, chance: 0.5) == 0)
        #expect(TailProbability.binomial(atLeast: 2, of: 2, chance: 1) == 1)
        #expect(TailProbability.poisson(atLeast: 0, mean: 0) == 1)
        #expect(TailProbability.poisson(atLeast: 2, mean: 0) == 0)
    }
}
