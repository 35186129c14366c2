import Casework

/// Customers of a reseller who says so. Signals: accounts opened through a reseller, one payer for people who
/// have no task in common.
struct DeclaredReseller: ExplanationRule {
    let hypothesis = GroupKind.reseller
    let priorBits = -4.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "reseller_channel", f.reseller, 5 * ramp(f.reseller, 0.4, 0.9),
                "\(percent(f.reseller)) were opened through a reseller"),
            signal(
                "one_payer", f.payment.largestShare, 3 * ramp(f.payment.largestShare, 0.4, 0.9),
                "one payer pays for \(percent(f.payment.largestShare))"),
            signal(
                "declared_together", f.open.largestShare, 2 * ramp(f.open.largestShare, 0.3, 0.8),
                "\(percent(f.open.largestShare)) name one organisation"),
            signal(
                "no_common_task", f.task.ownShare, 1.5 * (1 - ramp(f.task.ownShare, 0.1, 0.4)),
                "no prompt frame in common"),
            signal(
                "not_resold", f.reseller, -3 * (1 - ramp(f.reseller, 0.05, 0.3)),
                "not opened through a reseller"),
        ]
    }
}
