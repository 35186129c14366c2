extension CaseScore {
    /// Innocent accounts that were accused, by the sort of look-alike they are.
    func innocents(_ labels: ScoreLabels) -> ScoreReport.Innocents {
        let accused = Set(members.map(\.account)).filter { labels.operation(of: $0) == nil }
        let innocent = max(0, accounts - truth.count)
        var kinds: [ScoreReport.Innocents.Kind] = []
        var known = Set<AccountID>()
        for (group, held) in byGroup(labels) {
            known.formUnion(held)
            kinds.append(
                .init(kind: group.string, accounts: held.count, accused: held.intersection(accused).count))
        }
        kinds.append(
            .init(
                kind: "other", accounts: max(0, innocent - known.count),
                accused: accused.subtracting(known).count))
        return ScoreReport.Innocents(
            accounts: innocent, accused: accused.count,
            per10000: innocent > 0 ? 10_000 * Double(accused.count) / Double(innocent) : nil, byKind: kinds)
    }

    /// Look-alikes by group, in the order of names; accounts of the truth are not innocent.
    private func byGroup(_ labels: ScoreLabels) -> [(group: ExactText, accounts: Set<AccountID>)] {
        var groups: [ExactText: Set<AccountID>] = [:]
        for row in lookalikes where labels.operation(of: row.account) == nil {
            groups[row.group, default: []].insert(row.account)
        }
        return groups.sorted { $0.key < $1.key }.map { (group: $0.key, accounts: $0.value) }
    }
}
