import Casework

/// Values as the holder of an account may see them: enough to know one's own again, too little to find another's.
enum ShortValue {
    /// Times, names of software and what the account says of itself stand whole; addresses lose their last part,
    /// everything else its middle.
    static func shown(_ artifact: Artifact) -> String {
        let text = artifact.value.string
        switch artifact.kind {
        case .signUp, .emailDomain, .organisation, .client, .network: return SafeOutput.brief(text, limit: 80)
        case .address: return address(text)
        case .lockstep: return String(text.prefix { $0 != " " })
        case .template: return text
        default: return middleOut(text)
        }
    }

    /// `192.0.2.…`, `2001:db8:1:…`
    private static func address(_ text: String) -> String {
        guard let address = IPAddress(text) else { return middleOut(text) }
        let network = address.network.description
        let host = network.prefix { $0 != "/" }
        if host.contains(":") {
            return host.split(separator: ":", omittingEmptySubsequences: true).prefix(3).joined(
                separator: ":") + ":…"
        }
        return host.split(separator: ".").prefix(3).joined(separator: ".") + ".…"
    }

    /// `4f1a…c2 (64 characters)`: tells one's own values apart without spelling them.
    static func middleOut(_ text: String) -> String {
        let scalars = Array(text.unicodeScalars)
        let head = scalars.count >= 12 ? 4 : 1
        let tail = scalars.count >= 12 ? 2 : scalars.count > 2 ? 1 : 0
        let kept =
            String(String.UnicodeScalarView(scalars.prefix(head))) + "…"
            + String(String.UnicodeScalarView(scalars.suffix(tail)))
        return "\(kept) (\(CountWords.counted(scalars.count, "character")))"
    }
}
