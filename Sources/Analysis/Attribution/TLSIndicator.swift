import Casework

extension IndicatorRule {
    /// A TLS fingerprint of the profile. It names a library, which others use too: at most 3 bits.
    static let tls = IndicatorRule(
        name: "tls_ja4", family: .client, isForgeable: false, mostBits: 3,
        patterns: { $0.indicators.tlsJA4 }, reads: { $0.rawValue == "tls_ja4" },
        matches: { pattern, candidate in pattern.utf8.elementsEqual(candidate.text.utf8) })
}
