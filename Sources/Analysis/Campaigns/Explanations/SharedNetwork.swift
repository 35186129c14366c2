import Casework

/// Strangers behind one address: carriers, campuses, access providers. Signals: shared addresses of such networks,
/// or of which an address database counts many users, and neither a task nor anything owned in common; that speaks
/// for a network only as far as addresses are shared at all, for a case may have none.
struct SharedNetwork: ExplanationRule {
    let hypothesis = GroupKind.sharedNetwork
    let priorBits = -3.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        let isShared = ramp(f.address.reuse, 0.05, 0.3)
        return [
            signal(
                "address_reuse", f.address.reuse, 2 * ramp(f.address.reuse, 0.3, 0.8),
                "\(percent(f.address.reuse)) share addresses"),
            signal(
                "access_network", f.networks.access + f.networks.education,
                2 * ramp(f.networks.access + f.networks.education, 0.3, 0.8),
                "carriers, access providers or a campus"),
            signal(
                "crowded_addresses", f.networks.crowded, 2 * ramp(f.networks.crowded, 0.3, 0.8),
                "\(percent(f.networks.crowded)) of the exchanges come from addresses with many users"),
            signal(
                "no_common_task", f.task.ownShare, 1.5 * isShared * (1 - ramp(f.task.ownShare, 0.05, 0.3)),
                "no prompt frame of their own"),
            signal(
                "common_task", f.task.ownShare,
                -3 * ramp(f.task.ownShare, 0.3, 0.8) * ramp(f.task.memberShare, 0.3, 0.8),
                "strangers behind one network do not send frames that only they have"),
            signal(
                "nothing_owned", f.hidden.reuse, 2.5 * isShared * (1 - ramp(f.hidden.reuse, 0.05, 0.25)),
                "no means, devices or metadata in common"),
            signal(
                "hiding_networks", f.networks.hidden, -3 * ramp(f.networks.hidden, 0.3, 0.7),
                "rented machines or exits"),
            signal(
                "declared_together", f.open.largestShare, -3 * ramp(f.open.largestShare, 0.3, 0.7),
                "they declare one organisation"),
        ]
    }
}
