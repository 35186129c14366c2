import Casework

extension IndicatorRule {
    /// A device known from the profile.
    static let device = IndicatorRule(
        name: "device", family: .client, isForgeable: false, mostBits: 5, imitation: 0.1, silence: 0.5,
        patterns: { $0.indicators.devices }, reads: { $0.rawValue == "device" }, compile: { exactly($0) })
}
