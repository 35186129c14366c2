import Casework

/// A family, a small team or an agency. Signals: few accounts, one payer, one address.
struct Household: ExplanationRule {
    let hypothesis = GroupKind.household
    let priorBits = -2.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal("few", Double(f.size), 3 * (1 - ramp(Double(f.size), 4, 10)), "\(f.size) accounts"),
            signal(
                "one_payer", f.payment.largestShare, 2.5 * ramp(f.payment.largestShare, 0.4, 0.8),
                "one payer pays for \(percent(f.payment.largestShare))"),
            signal(
                "one_address", f.address.largestShare, 1.5 * ramp(f.address.largestShare, 0.4, 0.8),
                "\(percent(f.address.largestShare)) use one address"),
            signal(
                "many", Double(f.size), -4 * ramp(Double(f.size), 10, 25),
                "\(f.size) accounts are no household"),
            signal(
                "declared_together", f.open.largestShare, -2 * ramp(f.open.largestShare, 0.5, 0.9),
                "they declare one organisation"),
        ]
    }
}
