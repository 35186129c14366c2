import Casework

/// Signals of groups, of accounts and of the whole case: they describe, and no probability is drawn from them.
extension FindingsBuilder {
    /// Kinds that hold accounts against a population of innocents: meaningless where only suspects are known.
    private static let needsBackground: Set<SignalFinding.Kind> = [.releasePivot]

    /// Call site of `Signals`: after the groups are sorted and accounts added. O(exchanges and holdings, sorted).
    mutating func addSignals(_ context: SignalContext) {
        let members = ownMembers
        var lists = inParallel(members.count) {
            GroupSignals.find(members: members[$0], input: context.input, context: context)
        }
        if report.isWithheld {
            for group in lists.indices { lists[group].removeAll { Self.needsBackground.contains($0.kind) } }
        }
        GroupSignals.adjust(&lists)
        for group in lists.indices { findings.groups[group].signals = lists[group] }
        findings.signals = CaseSignals.find(context, groups: members)
        findings.violations = context.violations
        addSynchrony(context)
    }

    /// Of accounts in groups: `synchrony_z`, `synchrony_q`, where the account ever used a frame that others use.
    private mutating func addSynchrony(_ context: SignalContext) {
        for place in findings.accounts.indices {
            let account = accountsFound[place]
            guard context.synchrony.isTested(account) else { continue }
            findings.accounts[place].features["synchrony_z"] = context.synchrony.z[account]
            findings.accounts[place].features["synchrony_q"] = context.synchrony.q[account]
        }
    }
}
