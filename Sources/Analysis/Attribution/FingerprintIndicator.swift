import Casework

extension IndicatorRule {
    /// A means of payment known from the profile. Hard to forge.
    static let fingerprint = IndicatorRule(
        name: "fingerprint", family: .means, isForgeable: false, mostBits: 6,
        patterns: { $0.indicators.fingerprints }, reads: { $0 == .payment },
        matches: { pattern, candidate in pattern.utf8.elementsEqual(candidate.text.utf8) })
}
