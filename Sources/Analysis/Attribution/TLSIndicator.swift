import Casework

extension IndicatorRule {
    /// A TLS fingerprint of the profile. It names a library, which others use too: at most 3 bits.
    static let tls = IndicatorRule(
        name: "tls_ja4", family: .client, isForgeable: false, mostBits: 3, imitation: 0.4, silence: 0.6,
        patterns: { $0.indicators.tlsJA4 }, reads: { $0.rawValue == "tls_ja4" }, compile: { exactly($0) })
}
