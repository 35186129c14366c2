import Foundation

/// How surprising it is to count so many, in bits: Chernoff's bound on the Poisson tail; 0 at or below expectation.
func poissonSurpriseBits(count: Double, expected: Double) -> Double {
    guard count > expected, expected > 0 else { return count > 0 && expected <= 0 ? 64 : 0 }
    return (count * log(count / expected) - (count - expected)) / log(2)
}

/// How surprising `hits` of `trials` are at a chance of `chance` each, in bits: Chernoff's bound on the binomial
/// tail, trials · KL(share ‖ chance); 0 at or below expectation.
func binomialSurpriseBits(hits: Double, trials: Double, chance: Double) -> Double {
    guard trials > 0, hits > trials * chance else { return 0 }
    let share = min(1, hits / trials)
    let miss = share < 1 ? (1 - share) * log((1 - share) / (1 - chance)) : 0
    return trials * (share * log(share / chance) + miss) / log(2)
}

/// 0 at or below `low`, 1 at or above `high`, straight between.
func ramp(_ x: Double, _ low: Double, _ high: Double) -> Double { min(1, max(0, (x - low) / (high - low))) }
