import Casework

extension IndicatorRule {
    /// The AS of an address used. Hard to forge, but racks are rented by anybody, a framer among them: at most 5 bits.
    static let asNumber = IndicatorRule(
        name: "asn", family: .infrastructure, isForgeable: false, mostBits: 5, imitation: 0.15, silence: 0.35,
        patterns: { $0.indicators.asNumbers.map(String.init) }, reads: { $0 == .address },
        compile: { pattern in
            guard let number = Int(pattern) else { return nil }
            return { $0.asNumber == number }
        })
}
