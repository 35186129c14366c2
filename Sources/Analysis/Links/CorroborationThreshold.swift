import Foundation

/// The least corroboration that chance hardly ever reaches: where at most one in twenty of the incidences kept
/// would be kept with all values dealt at random inside their kind.
///
/// The random deal keeps every account's and every value's number of incidences. Dealing inside strata of volume
/// would be wrong: where the top stratum is mostly fraud, the signal stays in the null (method notes).
struct CorroborationThreshold {
    static let falseShare = 0.05
    static let start: Float = 3
    static let step: Float = 0.5
    static let most: Float = 20

    let threshold: Float
    /// Null over observed at the threshold.
    let falseRate: Double

    /// - Parameter step: `null` holds the scores of every step-th value only.
    init(observed: [Float], null: [Float], step: Int = 1) {
        var threshold = Self.start
        var rate = 1.0
        while threshold < Self.most {
            let kept = observed.reduce(0) { $0 + ($1 >= threshold ? 1 : 0) }
            let byChance = null.reduce(0) { $0 + ($1 >= threshold ? 1 : 0) }
            rate = kept == 0 ? 0 : Double(byChance * step) / Double(kept)
            if rate <= Self.falseShare { break }
            threshold += Self.step
        }
        self.threshold = threshold
        falseRate = rate
    }
}
