import Casework

extension IndicatorRule {
    /// An address used lies in a range of the profile. Hard to forge; narrower than an AS.
    static let addressRange = IndicatorRule(
        name: "cidr", family: .infrastructure, isForgeable: false, mostBits: 6, imitation: 0.05,
        silence: 0.35,
        patterns: { $0.indicators.ranges }, reads: { $0 == .address },
        compile: { pattern in
            guard let range = AddressRange(pattern) else { return nil }
            return { $0.address.map(range.contains) ?? false }
        })
}
