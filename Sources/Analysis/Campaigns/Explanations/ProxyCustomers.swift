import Casework

/// Unrelated customers of one proxy or VPN. Signals: networks that hide, and neither a task nor anything owned in
/// common.
struct ProxyCustomers: ExplanationRule {
    let hypothesis = GroupKind.proxyCustomers
    let priorBits = -4.0

    func signals(_ f: GroupFigures) -> [Explanation.Signal] {
        [
            signal(
                "hiding_networks", f.networks.hidden, 4 * ramp(f.networks.hidden, 0.2, 0.6),
                "\(percent(f.networks.hidden)) of the exchanges come from rented machines, proxies or VPN exits"
            ),
            signal(
                "no_common_task", f.task.ownShare, 2 * (1 - ramp(f.task.ownShare, 0.05, 0.3)),
                "no prompt frame of their own"),
            signal(
                "common_task", f.task.ownShare,
                -3 * ramp(f.task.ownShare, 0.3, 0.8) * ramp(f.task.memberShare, 0.3, 0.8),
                "strangers behind one proxy do not send frames that only they have"),
            signal(
                "nothing_owned", f.hidden.reuse, 2.5 * (1 - ramp(f.hidden.reuse, 0.05, 0.25)),
                "no means, devices or metadata in common"),
            signal(
                "declared_together", f.open.largestShare, -3 * ramp(f.open.largestShare, 0.3, 0.7),
                "they declare one organisation"),
            signal("lockstep", f.lockstep.bits, -f.lockstep.bits, "they act in the same minutes"),
        ]
    }
}
