import Casework

/// Users of one framework or published prompt. Signals: frames or clients in common that many outside use too, and
/// nothing that anybody owns.
struct FrameworkUsers: ExplanationRule {
    let hypothesis = GroupKind.framework
    let priorBits = -3.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "popular_frames", f.task.popularShare, 3 * ramp(f.task.popularShare, 0.1, 0.5),
                "\(percent(f.task.popularShare)) of the exchanges use frames that many others use"),
            signal("common_frames", f.task.ownShare, 2 * ramp(f.task.ownShare, 0.2, 0.6), "one prompt frame"),
            signal(
                "nothing_owned", f.hidden.reuse, 4 * (1 - ramp(f.hidden.reuse, 0.05, 0.25)),
                "no means, devices or metadata in common"),
            signal(
                "declared_together", f.open.largestShare, -4 * ramp(f.open.largestShare, 0.3, 0.7),
                "they declare one organisation"),
            signal("lockstep", f.lockstep.bits, -f.lockstep.bits, "they act in the same minutes"),
            signal(
                "address_reuse", f.address.reuse, -3 * ramp(f.address.reuse, 0.3, 0.7), "they share addresses"
            ),
        ]
    }
}
