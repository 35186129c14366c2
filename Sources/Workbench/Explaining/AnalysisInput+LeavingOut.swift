import Analysis
import Casework

extension AnalysisInput {
    /// Takes kinds and families out, as if the evidence did not have them: no link, no figure and no indicator rests
    /// on them. What is derived goes with what it is derived from: networks with addresses, and with prompt keys the
    /// windows in which accounts sent one frame. O(incidences + exchanges).
    mutating func leaveOut(kinds: Set<ArtifactKind>, families: Set<EvidenceFamily>) {
        guard !kinds.isEmpty || !families.isEmpty else { return }
        let isOut = values.kinds.map { kinds.contains($0) || families.contains($0.family) }
        let kindOf = values.kind
        removeHoldings { isOut[Int(kindOf[Int($0)])] }
        if isLeftOut(.promptKey, kinds, families) {
            activity.promptKey = Array(repeating: ActivityColumns.none, count: activity.promptKey.count)
        }
        if isLeftOut(.template, kinds, families) {
            samples.template = Array(repeating: ActivityColumns.none, count: samples.template.count)
        }
    }

    private func isLeftOut(
        _ kind: ArtifactKind, _ kinds: Set<ArtifactKind>, _ families: Set<EvidenceFamily>
    ) -> Bool {
        kinds.contains(kind) || families.contains(kind.family)
    }

    private mutating func removeHoldings(_ isOut: (UInt32) -> Bool) {
        var kept = HoldingColumns()
        for account in 0..<accounts.count {
            for place in holdings.offsets[account]..<holdings.offsets[account + 1]
            where !isOut(holdings.value[place]) {
                kept.value.append(holdings.value[place])
                kept.count.append(holdings.count[place])
                kept.first.append(holdings.first[place])
                kept.last.append(holdings.last[place])
            }
            kept.offsets.append(kept.value.count)
        }
        holdings = kept
    }
}
