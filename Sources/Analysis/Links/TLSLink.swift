import Casework

extension LinkRule {
    /// Signal: one rare TLS fingerprint. Why: it names the client library and version, which an operation deploys
    /// everywhere. Innocent: everybody who uses that library at that version has it.
    static let tls = LinkRule(
        "the same TLS fingerprint", innocent: ["everybody with the same client library has it"]
    ) { $0.rawValue.hasPrefix("tls") || $0.rawValue.hasPrefix("ja3") || $0.rawValue.hasPrefix("ja4") }
}
