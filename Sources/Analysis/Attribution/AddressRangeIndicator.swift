import Casework

extension IndicatorRule {
    /// An address used lies in a range of the profile. Hard to forge; narrower than an AS.
    static let addressRange = IndicatorRule(
        name: "cidr", family: .infrastructure, isForgeable: false, mostBits: 6,
        patterns: { $0.indicators.ranges }, reads: { $0 == .address },
        matches: { pattern, candidate in
            guard let address = candidate.address, let range = AddressRange(pattern) else { return false }
            return range.contains(address)
        })
}
