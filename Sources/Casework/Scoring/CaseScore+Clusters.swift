extension CaseScore {
    func operationFigures(
        _ comparison: ClusterComparison, _ labels: ScoreLabels
    ) -> [ScoreReport.Operation] {
        let dominant = dominantOperations(comparison)
        return comparison.byOperation.map { operation, cells in
            let rates = comparison.rates(of: cells)
            let found = cells.filter { $0.campaign != nil }
            let size = cells.first?.operationSize ?? 0
            // Cells come in order of campaign, so the first of the largest is the first by id.
            let largest = found.first { cell in found.allSatisfy { $0.count <= cell.count } }
            return ScoreReport.Operation(
                campaign: labels.operations[operation].string, accounts: size,
                accused: found.reduce(0) { $0 + $1.count }, pieces: found.count,
                largestPiece: share(largest?.count ?? 0, size) ?? 0,
                precision: rates.precision ?? 0, recall: rates.recall ?? 0, f1: rates.f1 ?? 0,
                isMerged: largest?.campaign.flatMap { dominant[$0] }.map { $0 != operation } ?? false)
        }
    }

    func campaignFigures(
        _ comparison: ClusterComparison, _ labels: ScoreLabels
    ) -> [ScoreReport.Campaign] {
        let kinds = lookalikeKinds(labels)
        let dominant = dominantOperations(comparison)
        let evidenceKinds = Dictionary(evidence.map { ($0.campaign, $0.kind) }) { first, _ in first }
        return comparison.byCampaign.map { campaign, cells in
            let size = cells.first?.campaignSize ?? 0
            let mostly = dominant[campaign]
            let largest = cells.first { $0.operation != nil && $0.operation == mostly }?.count ?? 0
            var figures = ScoreReport.Campaign(
                campaign: labels.campaigns[campaign].string, accounts: size,
                innocents: cells.reduce(0) { $0 + ($1.operation == nil ? $1.count : 0) },
                mostly: mostly.map { labels.operations[$0].string },
                purity: share(largest, size) ?? 0)
            if figures.isMostlyInnocent { figures.lookalike = kinds[campaign] }
            figures.actor = labels.foundActors[campaign]?.string
            figures.trueActor = mostly.flatMap { labels.trueActors[$0] }?.string
            figures.evidence = mostly.flatMap { evidenceKinds[labels.operations[$0]] }
            figures.attribution = verdict(figures)
            return figures
        }
    }

    /// By campaign the operation with the most of its accounts, the first by name on a tie.
    private func dominantOperations(_ comparison: ClusterComparison) -> [Int: Int] {
        var dominant: [Int: Int] = [:]
        for (campaign, cells) in comparison.byCampaign {
            // Cells come in order of operation.
            let guilty = cells.filter { $0.operation != nil }
            dominant[campaign] =
                guilty.first { cell in guilty.allSatisfy { $0.count <= cell.count } }?.operation
        }
        return dominant
    }

    /// By campaign the look-alike group that most of its innocent accounts are of, the first by name on a tie.
    private func lookalikeKinds(_ labels: ScoreLabels) -> [Int: String] {
        let kinds = Dictionary(grouping: lookalikes, by: \.account)
        var counts: [Int: [ExactText: Int]] = [:]
        for member in members where labels.operation(of: member.account) == nil {
            guard let campaign = labels.campaignNumbers[member.campaign] else { continue }
            for row in kinds[member.account] ?? [] {
                counts[campaign, default: [:]][row.group, default: 0] += 1
            }
        }
        return counts.compactMapValues { counts in
            counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key.string
        }
    }
}

extension ScoreReport.Campaign {
    /// A look-alike that was called a campaign.
    public var isMostlyInnocent: Bool { 2 * innocents > accounts }
}
