import Casework

/// Indicators of partners by what they match, so that a value finds its indicators without trying them all.
struct PartnerPatterns: Sendable {
    /// Sub-domain labels tried at most; no name of the DNS has more.
    static let mostLabels = 127

    private var texts: [IndicatorKind: [ExactText: [Int32]]] = [:]
    private var systems: [Int: [Int32]] = [:]
    private let networks: RangeTable
    /// Indicator of each range of `networks`.
    private let networkIndicators: [Int32]

    /// O(indicators). Networks and AS numbers that cannot be read match nothing.
    init(_ indicators: [PartnerIndicator]) {
        var (ranges, owners): ([AddressRange], [Int32]) = ([], [])
        for (number, indicator) in indicators.enumerated() {
            let number = Int32(number)
            switch indicator.kind {
            case .network:
                guard let range = Self.range(indicator.value) else { continue }
                ranges.append(range)
                owners.append(number)
            case .asn:
                guard let system = Self.system(indicator.value) else { continue }
                systems[system, default: []].append(number)
            case .emailDomain:
                texts[.emailDomain, default: [:]][Self.domain(indicator.value), default: []].append(number)
            case .account, .unmatched: continue
            default:
                texts[indicator.kind, default: [:]][ExactText(indicator.value), default: []].append(number)
            }
        }
        networks = RangeTable(ranges)
        networkIndicators = owners
    }

    /// What indicators a kind of value is held against; nil where none is.
    func reader(of kind: ArtifactKind) -> IndicatorKind? {
        let reads = Self.indicatorKind(of: kind)
        guard let reads else { return nil }
        if reads == .network { return networkIndicators.isEmpty && systems.isEmpty ? nil : reads }
        return texts[reads] == nil ? nil : reads
    }

    /// The kind of indicator that speaks of a kind of value; `network` stands for AS numbers too.
    static func indicatorKind(of kind: ArtifactKind) -> IndicatorKind? {
        switch kind {
        case .address: return .network
        case .payment: return .payment
        case .promptKey: return .promptKey
        case .emailDomain: return .emailDomain
        case .emailHash: return .emailHash
        case .organisation: return .organisation
        case .client: return .userAgent
        default: break
        }
        if kind.rawValue == "user_agent" { return .userAgent }
        if kind.rawValue == "tls_ja4" { return .tlsJA4 }
        if kind.rawValue == "phone_hash" { return .phoneHash }
        if kind.rawValue == "device" || kind.rawValue.hasPrefix("device_") { return .device }
        return kind.rawValue.hasPrefix("metadata") ? .metadata : nil
    }

    /// Indicators that an address and its AS match.
    func match(_ address: IPAddress, system: Int?) -> [Int32] {
        networks.all(holding: address).map { networkIndicators[$0] } + (system.flatMap { systems[$0] } ?? [])
    }

    /// Indicators that a text matches; of e-mail domains, those of the domains above it too.
    func match(_ text: String, _ kind: IndicatorKind) -> [Int32] {
        guard let known = texts[kind] else { return [] }
        // No domain is longer than 253 bytes; what is cannot cost more than one look.
        guard kind == .emailDomain, text.utf8.count <= 253 else { return known[ExactText(text)] ?? [] }
        var found: [Int32] = []
        var rest = Self.domain(text).string[...]
        for _ in 0..<Self.mostLabels {
            found += known[ExactText(String(rest))] ?? []
            guard let dot = rest.firstIndex(of: ".") else { break }
            rest = rest[rest.index(after: dot)...]
        }
        return found
    }

    private static func domain(_ text: String) -> ExactText {
        let lower = text.lowercased()
        return ExactText(lower.hasSuffix(".") ? String(lower.dropLast()) : lower)
    }

    private static func range(_ text: String) -> AddressRange? {
        AddressRange(text) ?? IPAddress(text).map { AddressRange(masking: $0, prefix: 128) }
    }

    private static func system(_ text: String) -> Int? {
        Int(text.uppercased().hasPrefix("AS") ? String(text.dropFirst(2)) : text)
    }
}
