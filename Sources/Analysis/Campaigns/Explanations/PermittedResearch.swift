import Casework

/// Researchers with permission. Signals: research plans, an organisation they name. Whether permission was given is
/// not in the logs: a person has to look.
struct PermittedResearch: ExplanationRule {
    let hypothesis = GroupKind.research
    let priorBits = -4.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "research_plan", f.research, 6 * ramp(f.research, 0.4, 0.8),
                "\(percent(f.research)) have research plans"),
            signal(
                "declared_together", f.open.largestShare, 3 * ramp(f.open.largestShare, 0.4, 0.9),
                "\(percent(f.open.largestShare)) share a domain or organisation"),
            signal("one_payer", f.payment.largestShare, ramp(f.payment.largestShare, 0.4, 0.9), "one payer"),
        ]
    }
}
