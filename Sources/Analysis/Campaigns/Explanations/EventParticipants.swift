import Casework

/// A hackathon or other event. Signals: one referral code, one run of sign-ups, gone after some days.
struct EventParticipants: ExplanationRule {
    let hypothesis = GroupKind.event
    let priorBits = -4.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "referral", f.referral.largestShare, 5 * ramp(f.referral.largestShare, 0.3, 0.8),
                "\(percent(f.referral.largestShare)) came with one referral code"),
            signal(
                "one_sign_up", f.signUp.busiestShare, 3 * ramp(f.signUp.busiestShare, 0.5, 0.8),
                "\(percent(f.signUp.busiestShare)) were created within 48 hours"),
            signal(
                "short_lived", f.shortLived, 3 * ramp(f.shortLived, 0.4, 0.8),
                "\(percent(f.shortLived)) were active for at most five days"),
            signal(
                "payment_rotation", f.means.reuse, -3 * ramp(f.means.reuse, 0.2, 0.5),
                "means of payment are shared"),
            signal("education", f.education, -3 * ramp(f.education, 0.3, 0.8), "education plans"),
        ]
    }
}
