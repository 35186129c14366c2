import Foundation

/// Upper tails of the distributions that signals are held against.
///
/// The incomplete gamma and beta functions are summed as series and continued fractions (Abramowitz and Stegun
/// 6.5.29, 6.5.31 and 26.5.8; evaluated after Lentz 1976), to about twelve digits.
enum TailProbability {
    private static let accuracy = 1e-14
    private static let tiny = 1e-300

    /// P(Z ≥ z) of the standard normal distribution.
    static func normal(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

    /// P(X ≥ count) where X is Poisson with that mean; counts may be fractions. O(√count).
    static func poisson(atLeast count: Double, mean: Double) -> Double {
        guard count > 0 else { return 1 }
        guard mean > 0 else { return 0 }
        let front = exp(count * log(mean) - mean - logGamma(count + 1))
        if mean < count + 1 {
            var (term, sum, n) = (1.0, 1.0, count)
            for _ in 0..<steps(count) {
                n += 1
                term *= mean / n
                sum += term
                if term < sum * accuracy { break }
            }
            return min(1, front * sum)
        }
        var b = mean + 1 - count
        var (c, d) = (1 / tiny, 1 / b)
        var fraction = d
        for step in 1...steps(count) {
            let a = -Double(step) * (Double(step) - count)
            b += 2
            d = 1 / bounded(a * d + b)
            c = bounded(b + a / c)
            fraction *= d * c
            if abs(d * c - 1) < accuracy { break }
        }
        return max(0, 1 - front * count * fraction)
    }

    /// P(X ≥ hits) where X counts successes in `trials` at a chance of `chance` each. O(√trials).
    static func binomial(atLeast hits: Int, of trials: Int, chance: Double) -> Double {
        guard hits > 0 else { return 1 }
        guard hits <= trials, chance > 0 else { return 0 }
        guard chance < 1 else { return 1 }
        return incompleteBeta(chance, Double(hits), Double(trials - hits) + 1)
    }

    /// Regularised incomplete beta function I_x(a, b).
    static func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
        let logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x)
        if x < (a + 1) / (a + b + 2) {
            return min(1, exp(logFront) * betaFraction(x, a, b) / a)
        }
        return max(0, 1 - exp(logFront) * betaFraction(1 - x, b, a) / b)
    }

    private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
        var c = 1.0
        var d = 1 / bounded(1 - (a + b) * x / (a + 1))
        var fraction = d
        for step in 1...steps(max(a, b)) {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / bounded(1 + even * d)
            c = bounded(1 + even / c)
            fraction *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / bounded(1 + odd * d)
            c = bounded(1 + odd / c)
            fraction *= d * c
            if abs(d * c - 1) < accuracy { break }
        }
        return fraction
    }

    /// Away from zero, where a continued fraction would divide by it.
    private static func bounded(_ x: Double) -> Double { abs(x) < tiny ? tiny : x }

    /// Enough terms near the mean, where convergence takes a few standard deviations.
    private static func steps(_ size: Double) -> Int { 200 + Int(20 * min(size, 1e12).squareRoot()) }

    /// ln Γ(x) for x > 0: Stirling's series after shifting x to 8 or more (Abramowitz and Stegun 6.1.41).
    static func logGamma(_ x: Double) -> Double {
        var (x, shift) = (x, 0.0)
        while x < 8 {
            shift += log(x)
            x += 1
        }
        let square = 1 / (x * x)
        let series =
            (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / x
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - shift
    }
}
