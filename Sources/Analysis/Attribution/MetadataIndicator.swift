import Casework

extension IndicatorRule {
    /// Request metadata that matches a glob of the profile. The sender writes it, and whoever frames the lab does
    /// so: see `MetadataPattern` for how the two look.
    static let metadata = IndicatorRule(
        name: "metadata", family: .identity, isForgeable: true, mostBits: 4.5, imitation: 0.9, silence: 0.35,
        patterns: { $0.indicators.metadata }, reads: { $0.rawValue.hasPrefix("metadata") },
        compile: { pattern in
            let glob = Glob(pattern)
            return { glob.matches($0.text) }
        })
}
