/// Logarithm and exponential from additions and multiplications alone.
///
/// The C library's may differ in the last bit from one machine to the next, and one bit can move a count, and then a
/// byte. Relative errors are below 1e-14, which is more than an invented world needs.
enum PortableMath {
    private static let log2 = 0.693_147_180_559_945_3

    /// The natural logarithm of a positive number: 2 artanh((m − 1)/(m + 1)) + e ln 2.
    static func log(_ value: Double) -> Double {
        precondition(value > 0, "only positive numbers have a logarithm")
        var (mantissa, exponent) = (value.significand, Double(value.exponent))
        if mantissa > 1.414_213_562_373_095 {
            mantissa /= 2
            exponent += 1
        }
        let ratio = (mantissa - 1) / (mantissa + 1)
        let square = ratio * ratio
        var (sum, power) = (0.0, ratio)
        for odd in stride(from: 1.0, through: 23, by: 2) {
            sum += power / odd
            power *= square
        }
        return 2 * sum + exponent * log2
    }

    /// e to the power of `value`; infinite above 700, 0 below -700.
    static func exp(_ value: Double) -> Double {
        guard abs(value) < 700 else { return value > 0 ? .infinity : 0 }
        let halvings = (value / log2).rounded()
        let rest = value - halvings * log2
        var (sum, term) = (1.0, 1.0)
        for step in 1...16 {
            term *= rest / Double(step)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(halvings), significand: sum)
    }

    /// The standard normal quantile (Acklam's rational approximation, relative error below 1.2e-9).
    static func normalQuantile(_ probability: Double) -> Double {
        if probability < 0.024_25 { return tail(probability) }
        if probability > 0.975_75 { return -tail(1 - probability) }
        let q = probability - 0.5
        let r = q * q
        let top = polynomial(
            [
                -3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02,
                -3.066479806614716e+01, 2.506628277459239e+00,
            ], at: r)
        let bottom = polynomial(
            [
                -5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01,
                -1.328068155288572e+01, 1,
            ], at: r)
        return top * q / bottom
    }

    private static func tail(_ probability: Double) -> Double {
        let q = (-2 * log(max(probability, 1e-300))).squareRoot()
        let top = polynomial(
            [
                -7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                -2.549732539343734e+00,
                4.374664141464968e+00, 2.938163982698783e+00,
            ], at: q)
        let bottom = polynomial(
            [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1],
            at: q)
        return top / bottom
    }

    private static func polynomial(_ coefficients: [Double], at value: Double) -> Double {
        coefficients.reduce(0) { $0 * value + $1 }
    }
}

/// Draws whose bits are the same on every machine.
extension SeededRandom {
    /// Log-normal; `spread` is the standard deviation of the logarithm.
    mutating func heavy(median: Double, spread: Double) -> Double {
        median * PortableMath.exp(spread * PortableMath.normalQuantile(max(1e-12, unit())))
    }

    /// Exponential: the time to the next of independent events.
    mutating func wait(mean: Double) -> Double {
        -mean * PortableMath.log(1 - unit())
    }

    /// A number evenly drawn between two.
    mutating func within(_ range: ClosedRange<Double>) -> Double {
        range.lowerBound + unit() * (range.upperBound - range.lowerBound)
    }

    /// `value` rounded to one of its neighbours so that the mean stays `value`.
    mutating func rounded(_ value: Double) -> Int {
        let whole = value.rounded(.down)
        return Int(whole) + (unit() < value - whole ? 1 : 0)
    }
}

/// Quantiles of a log-normal around 1, to draw factors by the million.
struct SpreadTable: Sendable {
    private static let size = 2048
    private let factors: [Double]

    init(spread: Double) {
        factors = (0..<SpreadTable.size).map { place in
            let share = (Double(place) + 0.5) / Double(SpreadTable.size)
            return PortableMath.exp(spread * PortableMath.normalQuantile(share))
        }
    }

    /// The factor for 11 random bits.
    func factor(_ bits: UInt64) -> Double { factors[Int(bits & UInt64(SpreadTable.size - 1))] }
}
