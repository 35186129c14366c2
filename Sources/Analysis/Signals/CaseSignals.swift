import Casework

/// Signals over the whole case that belong to no group.
enum CaseSignals {
    /// Bursts of sign-up of which most accounts are in none of the groups, the most surprising first.
    static func find(_ context: SignalContext, groups: [[Int32]]) -> [SignalFinding] {
        let accounts = context.input.accounts.count
        return SignUpBurstSignal.ofCase(
            context, groups: groups.map { $0.filter { $0 >= 0 && Int($0) < accounts } })
    }
}
