import Casework

/// Members with use from a restricted country while a clause forbade it.
///
/// Reported, and never weighed: see `AccessViolations`, which says what counts, why and what innocent reasons there
/// are. Null: members have such use as often as accounts outside the group, P(Bin(members, share outside) ≥ seen).
enum RegionSignal {
    /// nil where no member has any. O(members).
    static func find(_ members: [Int32], _ context: SignalContext) -> SignalFinding? {
        let concerned = members.filter { context.violating.isHit($0) }
        guard !concerned.isEmpty else { return nil }
        let outside = context.violating.outside(members)
        let records = concerned.flatMap { context.violations(of: $0) }
        // The same exchanges may be counted by declaration and by address, and by several clauses.
        let exchanges = concerned.reduce(0) { sum, account in
            sum + (context.violations(of: account).map(\.exchanges).max() ?? 0)
        }
        var finding = SignalFinding(
            kind: .regionViolation, value: Double(concerned.count) / Double(members.count),
            words:
                "\(FigureWords.count(concerned.count)) of \(FigureWords.counted(members.count, "member")) used the"
                + " service from a restricted country, by declaration or address"
                + " (about \(FigureWords.counted(exchanges, "exchange"));"
                + " \(FigureWords.percent(outside)) of other accounts did). Reported only: no country raises the"
                + " probability of extraction.")
        finding.expected = outside
        finding.pValue = TailProbability.binomial(
            atLeast: concerned.count, of: members.count, chance: context.violating.chance(members))
        finding.innocent =
            "Travellers, people abroad, errors of address databases; a VPN or proxy shows its exit, not its user."
        finding.concern(concerned, context.input.accounts)
        finding.firstAt = records.compactMap(\.firstAt).min()
        finding.lastAt = records.compactMap(\.lastAt).max()
        return finding
    }
}
