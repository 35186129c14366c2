import Casework

/// A class or course. Signals: education plans or network, one run of sign-ups, one assignment, own payments or none.
struct ClassOrCourse: ExplanationRule {
    let hypothesis = GroupKind.course
    let priorBits = -4.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "education", max(f.education, f.networks.education),
                5 * ramp(max(f.education, f.networks.education), 0.3, 0.8), "education plans or network"),
            signal(
                "one_sign_up", f.signUp.busiestShare, 3 * ramp(f.signUp.busiestShare, 0.4, 0.8),
                "\(percent(f.signUp.busiestShare)) were created within 48 hours"),
            signal(
                "declared_together", f.open.largestShare, 2 * ramp(f.open.largestShare, 0.4, 0.9),
                "\(percent(f.open.largestShare)) share a domain or organisation"),
            signal("assignment", f.task.ownShare, ramp(f.task.ownShare, 0.1, 0.4), "one assignment"),
            signal(
                "payment_rotation", f.means.reuse, -3 * ramp(f.means.reuse, 0.2, 0.5),
                "means of payment are shared"),
        ]
    }
}
