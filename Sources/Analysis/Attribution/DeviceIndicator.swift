import Casework

extension IndicatorRule {
    /// A device known from the profile.
    static let device = IndicatorRule(
        name: "device", family: .client, isForgeable: false, mostBits: 5,
        patterns: { $0.indicators.devices }, reads: { $0.rawValue == "device" },
        matches: { pattern, candidate in pattern.utf8.elementsEqual(candidate.text.utf8) })
}
