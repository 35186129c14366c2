import Foundation

/// What the weighing takes for granted: priors and the hand-set figures of the rules, as they stand or perturbed.
///
/// A posterior depends on choices that nobody can call right. After Lund and Iyer (2017, "Likelihood ratio as weight of
/// forensic evidence: a closer look", J. Res. NIST 122:27) the answer is therefore given over a lattice of assumptions
/// that a reasonable person could hold. Every draw takes anew, between a quarter and four times, the chance of each
/// indicator's match for other reasons (its most bits, two either way), on which most depends; between half and double
/// each prior, the silences, the passing customers, the odds of imitation, the supporting weights and the discount for
/// dependence; and the shares of matches from their beta posterior. The middle 90 % of the posteriors are printed: a
/// name stands only if 95 in 100 such people would have the actor above the threshold.
struct Assumptions: Sendable {
    /// Of the hypotheses' sorts, in the order of `AttributionPriors.names`; sums to one.
    var priors: [Double]
    /// Bits on top of a rule's most bits, one for each observation; and the matches of each.
    var strength: [Double]
    var matched: [Double]
    /// Factors for all observations alike.
    var silence = 1.0
    var passing = 1.0
    var imitation = 1.0
    var support = 1.0
    var dependence = 1.0

    private static let mostShift = 2.0

    /// As the rules have them.
    init(_ evidence: AttributionEvidence, _ priors: AttributionPriors) {
        self.priors = priors.shares
        strength = evidence.observations.map { _ in 0 }
        matched = evidence.observations.map(\.likelihood.matched)
    }

    /// One draw of the lattice.
    func drawn(_ evidence: AttributionEvidence, _ random: inout SeededGenerator) -> Assumptions {
        func factor(_ random: inout SeededGenerator) -> Double { exp2(2 * random.unit() - 1) }
        var other = self
        other.priors = priors.map { $0 * factor(&random) }
        let sum = other.priors.reduce(0, +)
        other.priors = other.priors.map { $0 / sum }
        for (place, observation) in evidence.observations.enumerated() {
            other.strength[place] = Self.mostShift * (2 * random.unit() - 1)
            let likelihood = observation.likelihood
            guard observation.isMatch else { continue }
            let share = BetaDraw.draw(
                likelihood.matched + 0.5, likelihood.known - likelihood.matched + 0.5, &random)
            other.matched[place] = share * likelihood.known
        }
        other.silence = factor(&random)
        other.passing = factor(&random)
        other.imitation = factor(&random)
        other.support = factor(&random)
        other.dependence = factor(&random)
        return other
    }
}

/// Draws from a beta distribution.
enum BetaDraw {
    /// X/(X + Y) of two gamma draws; `a` and `b` at least .5.
    static func draw(_ a: Double, _ b: Double, _ random: inout SeededGenerator) -> Double {
        let (x, y) = (gamma(a, &random), gamma(b, &random))
        return x + y > 0 ? x / (x + y) : 0.5
    }

    /// Marsaglia and Tsang (2000), with their boost below 1.
    private static func gamma(_ shape: Double, _ random: inout SeededGenerator) -> Double {
        guard shape >= 1 else {
            return gamma(shape + 1, &random) * pow(1 - random.unit(), 1 / shape)
        }
        let d = shape - 1.0 / 3
        let c = 1 / (9 * d).squareRoot()
        while true {
            let x = normal(&random)
            let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
            let u = 1 - random.unit()
            if v > 0, log(u) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
        }
    }

    /// Box and Muller.
    private static func normal(_ random: inout SeededGenerator) -> Double {
        let radius = (-2 * log(1 - random.unit())).squareRoot()
        return radius * cos(2 * .pi * random.unit())
    }
}
