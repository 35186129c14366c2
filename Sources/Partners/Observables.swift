import Casework

/// What a value of a partner's file is matched against, and the value in canonical form.
struct Observable: Hashable {
    var kind: IndicatorKind
    var value: String

    init(_ kind: IndicatorKind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    /// A network in canonical form; nil for what is none.
    static func network(_ text: String) -> Observable? {
        if let address = IPAddress(text) { return Observable(.network, "\(address)") }
        return AddressRange(text).map { Observable(.network, "\($0)") }
    }

    /// Of a comparison's object path; nil where a case has nothing of the sort.
    static func stix(path: String, value: String) -> Observable? {
        switch path {
        case "ipv4-addr:value", "ipv6-addr:value", "network-traffic:src_ref.value",
            "network-traffic:dst_ref.value":
            return network(value)
        case "autonomous-system:number": return Int(value).map { Observable(.asn, String($0)) }
        case "domain-name:value": return Observable(.emailDomain, value.lowercased())
        case "user-account:user_id", "user-account:account_login": return Observable(.account, value)
        case "network-traffic:extensions.http-request-ext.request_header.User-Agent":
            return Observable(.userAgent, value)
        default: return custom(path: path, value: value)
        }
    }

    /// `x-KIND:value`, KIND being one of `IndicatorKind` with `-` for `_`: how partners send what STIX has no
    /// object for, such as payment fingerprints.
    private static func custom(path: String, value: String) -> Observable? {
        guard path.hasPrefix("x-"), path.hasSuffix(":value") else { return nil }
        let word = path.dropFirst(2).dropLast(6).split(separator: "-").joined(separator: "_")
        guard let kind = IndicatorKind(rawValue: word), kind != .unmatched else { return nil }
        return kind == .network ? network(value) : Observable(kind, value)
    }

    /// Of a MISP attribute; nil where a case has nothing of the sort.
    static func misp(type: String, value: String) -> Observable? {
        switch type {
        case "ip-src", "ip-dst": return network(value)
        case "ip-src|port", "ip-dst|port", "domain|ip":
            let parts = value.split(separator: "|").map(String.init)
            return parts.lazy.compactMap { network($0) }.first
        case "AS": return Int(value.drop { !$0.isNumber }).map { Observable(.asn, String($0)) }
        case "domain", "email-src-domain": return Observable(.emailDomain, value.lowercased())
        case "user-agent": return Observable(.userAgent, value)
        case "ja4", "ja4-fingerprint": return Observable(.tlsJA4, value)
        case "target-user", "account-id": return Observable(.account, value)
        case "target-org": return Observable(.organisation, value)
        default: return nil
        }
    }
}
