import Casework

extension IndicatorRule {
    /// Request metadata that matches a glob of the profile. The sender writes it: forgeable.
    static let metadata = IndicatorRule(
        name: "metadata", family: .identity, isForgeable: true, mostBits: 3,
        patterns: { $0.indicators.metadata }, reads: { $0.rawValue.hasPrefix("metadata") },
        matches: { pattern, candidate in Glob(pattern).matches(candidate.text) })
}
