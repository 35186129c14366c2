import Casework

extension IndicatorRule {
    /// The AS of an address used. Hard to forge, but racks are rented by anybody: at most 5 bits.
    static let asNumber = IndicatorRule(
        name: "asn", family: .infrastructure, isForgeable: false, mostBits: 5,
        patterns: { $0.indicators.asNumbers.map(String.init) }, reads: { $0 == .address },
        matches: { pattern, candidate in candidate.asNumber.map(String.init) == pattern })
}
