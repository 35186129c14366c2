import Casework

extension IndicatorRule {
    /// A means of payment known from the profile. Hard to forge.
    static let fingerprint = IndicatorRule(
        name: "fingerprint", family: .means, isForgeable: false, mostBits: 6, imitation: 0.02, silence: 0.45,
        patterns: { $0.indicators.fingerprints }, reads: { $0 == .payment }, compile: { exactly($0) })
}
