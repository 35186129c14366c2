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
            shown(found).isEmpty
                ? .remark("No indicator of a lab profile was met in this campaign.") : .table(items(found)))
        if let matrix = found.matrix, !matrix.rows.isEmpty {
            section.blocks.append(.table(MatrixTable.table(matrix, showing: shown(found))))
        }
        if !found.leaveOut.isEmpty { section.blocks.append(.table(leaveOut(found))) }
        return section
    }

    private static func hypotheses(_ found: CaseReport.Attribution) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Hypotheses",
            columns: [
                "Behind it is …", "Prior", "Evidence (bits)", "Against all others (bits)", "Posterior",
                "90 % from",
                "to",
            ])
        table.rows = found.hypotheses.map {
            .init([
                .text(GroupWords.actor($0)), .number(ReportFigures.probability($0.prior)),
                .number(ReportFigures.bits($0.bits)), .number(ReportFigures.bits($0.ratioBits)),
                .bar($0.posterior, ReportFigures.probability($0.posterior)),
                .number(ReportFigures.probability($0.lower)), .number(ReportFigures.probability($0.upper)),
            ])
        }
        table.note =
            "Priors and weights are set by hand. From and to: the middle 90 % of the posteriors when each of them is drawn anew and shares of matches come from their beta posterior (after Lund and Iyer 2017)."
        return table
    }

    /// Items of the profiles of which anything was met, and what else is not silence.
    private static func shown(_ found: CaseReport.Attribution) -> [CaseReport.Item] {
        let met = Set(found.items.filter { $0.accounts > 0 }.map { ExactText($0.profile) })
        return found.items.filter { met.contains(ExactText($0.profile)) }
    }

    private static func items(_ found: CaseReport.Attribution) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Items of evidence, as log2 likelihood ratios",
            columns: [
                "Item", "Indicator of", "Kind", "Value met", "Members", "Known of", "Others", "Bits",
                "Counted",
                "Forgeable", "Source",
            ])
        table.rows = shown(found).map { item in
            .init(
                [
                    .strong(item.id), .text(item.profile), .text(CampaignSections.spaced(item.indicator)),
                    item.accounts > 0
                        ? .code(SafeOutput.brief(item.value, limit: 120)) : .text("none met"),
                    .number(ReportFigures.count(item.accounts)), .number(ReportFigures.count(item.known)),
                    .number(ReportFigures.count(item.outside)), .number(ReportFigures.bits(item.rawBits)),
                    .number(ReportFigures.bits(item.bits)), .text(item.forgeable ? "yes" : "no"),
                    .text(item.source.map { SafeOutput.brief($0, limit: 120) } ?? "none given"),
                ], anchor: item.id)
        }
        table.note =
            "Bits: before the discount for dependence; counted: after it. Known of: members of whom such values are known. Profiles of which nothing was met are left out here; their silence is counted."
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
                .text(FamilyWords.name($0.family)),
                .bar($0.posterior, ReportFigures.probability($0.posterior)),
                .text($0.leader), .number(ReportFigures.probability($0.leaderPosterior)),
            ])
        }
        return table
    }
}
