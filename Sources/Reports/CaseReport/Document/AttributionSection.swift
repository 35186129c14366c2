import Casework

/// Who may be behind a campaign: hypotheses, items, and what the answer hangs on.
enum AttributionSection {
    static func section(
        _ campaign: CaseReport.Campaign, _ statements: [CaseReport.Statement]
    ) -> ReportDocument.Section {
        let found = campaign.attribution
        var section = ReportDocument.Section(
            id: "\(campaign.id)-attribution", title: "\(campaign.id): who may be behind it", level: 2)
        section.blocks.append(.paragraph(statements))
        if !found.hypotheses.isEmpty { section.blocks.append(.table(hypotheses(found))) }
        section.blocks.append(
            found.items.isEmpty
                ? .remark("No indicator of a lab profile was met in this campaign.") : .table(items(found)))
        if !found.leaveOut.isEmpty { section.blocks.append(.table(leaveOut(found))) }
        return section
    }

    private static func hypotheses(_ found: CaseReport.Attribution) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Hypotheses", columns: ["Behind it is …", "Prior", "Evidence (bits)", "Posterior"])
        table.rows = found.hypotheses.map {
            .init([
                .text(GroupWords.actor($0)), .number(ReportFigures.probability($0.prior)),
                .number(ReportFigures.bits($0.bits)),
                .bar($0.posterior, ReportFigures.probability($0.posterior)),
            ])
        }
        return table
    }

    private static func items(_ found: CaseReport.Attribution) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Items of evidence, as log2 likelihood ratios",
            columns: [
                "Item", "Indicator of", "Kind", "Value met", "Members", "Others", "Bits", "Counted",
                "Forgeable",
            ])
        table.rows = found.items.map { item in
            .init(
                [
                    .strong(item.id), .text(item.profile), .text(CampaignSections.spaced(item.indicator)),
                    .code(SafeOutput.brief(item.value, limit: 120)),
                    .number(ReportFigures.count(item.accounts)),
                    .number(ReportFigures.count(item.outside)), .number(ReportFigures.bits(item.rawBits)),
                    .number(ReportFigures.bits(item.bits)), .text(item.forgeable ? "yes" : "no"),
                ], anchor: item.id)
        }
        table.note = "Bits: before the discount for dependence; counted: after it."
        return table
    }

    private static func leaveOut(_ found: CaseReport.Attribution) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "What changes when a family of evidence is left out",
            columns: [
                "Left out", "Posterior of \(found.hypotheses.first.map(GroupWords.actor) ?? "the leader")",
                "Then leads", "With",
            ])
        table.rows = found.leaveOut.map {
            .init([
                .text(GroupWords.family($0.family)),
                .bar($0.posterior, ReportFigures.probability($0.posterior)),
                .text($0.leader), .number(ReportFigures.probability($0.leaderPosterior)),
            ])
        }
        return table
    }
}
