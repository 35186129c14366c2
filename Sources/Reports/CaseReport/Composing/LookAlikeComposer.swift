import Casework

/// Names what a group looks like that is not accused, and says why not.
struct LookAlikeComposer {
    let persons: PersonalValues

    func lookAlike(_ detail: GroupDetail) -> CaseReport.LookAlike {
        let row = detail.row
        let explanations = CampaignComposer.explanations(detail.explanations)
        let own = explanations.first { $0.hypothesis == row.kind }
        return CaseReport.LookAlike(
            id: row.id, name: row.name, kind: row.kind, words: HypothesisWords.complement(row.kind),
            accounts: row.accounts, exchanges: row.exchanges, firstAt: row.firstAt, lastAt: row.lastAt,
            extractionProbability: row.extractionProbability, why: why(row, explanations),
            speaksFor: own?.speaksFor ?? [],
            shared: detail.shared.prefix(ReportOptions.exhibitsPerLookAlike).enumerated().map {
                persons.exhibit($0.element, id: "\(row.id).E\($0.offset + 1)")
            },
            notes: detail.notes.map { CaseReport.Statement($0, cites: [row.id]) })
    }

    private func why(_ row: GroupRow, _ explanations: [CaseReport.Explanation]) -> [CaseReport.Statement] {
        guard row.extractionProbability != nil else {
            return [
                .init(
                    "The hypothesis of extraction was not weighed, because the evidence has no background to compare with.",
                    cites: [row.id])
            ]
        }
        let looks =
            row.kind == .unexplained
            ? "None of the explanations that were weighed fits; being linked is no accusation."
            : "It looks like \(HypothesisWords.complement(row.kind))."
        let against = explanations.first { $0.hypothesis == .campaign }?.speaksAgainst ?? []
        let missing = against.prefix(2).map(\.words)
        guard !missing.isEmpty else { return [.init(looks, cites: [row.id])] }
        return [
            .init(looks, cites: [row.id]),
            .init("Against extraction: " + missing.joined(separator: "; ") + ".", cites: [row.id]),
        ]
    }
}
