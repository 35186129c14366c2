import Casework

/// Groups that are not accused.
enum LookAlikeSection {
    static func sections(_ report: CaseReport) -> [ReportDocument.Section] {
        guard !report.lookAlikes.isEmpty else { return [] }
        var section = ReportDocument.Section(
            id: "look-alikes", title: "Look alike, not accused", startsPage: true)
        section.blocks.append(
            .paragraph([
                .init(
                    "These accounts hang together too. Nothing here is an accusation: each group has an explanation that fits better, or none that does."
                )
            ]))
        var table = ReportDocument.Table(
            caption: "Groups that are not accused",
            columns: [
                "Group", "Looks like", "Accounts", "Exchanges", "Extraction", "Speaks for that (bits)",
                "Why not accused",
            ])
        table.rows = report.lookAlikes.map { group in
            .init(
                [
                    .strong(group.id), .text(group.words), .number(ReportFigures.count(group.accounts)),
                    .number(ReportFigures.count(group.exchanges)),
                    .text(ReportFigures.probability(group.extractionProbability)),
                    .lines(ReasonLines.lines(group.speaksFor)), .lines((group.why + group.notes).map(\.text)),
                ], anchor: group.id)
        }
        section.blocks.append(.table(table))
        return [section]
    }
}

/// What follows: actions, whom they touch, limits, room for an answer.
enum OutcomeSections {
    static func sections(_ report: CaseReport) -> [ReportDocument.Section] {
        var actions = ReportDocument.Section(id: "actions", title: "Recommended actions", startsPage: true)
        actions.blocks =
            report.actions.isEmpty
            ? [.paragraph([.init("None: nobody is accused.")])] : [.table(table(report.actions))]
        var burden = ReportDocument.Section(id: "burden", title: "Whom this touches")
        burden.blocks.append(.list(report.burden.statements))
        if !report.burden.countries.isEmpty {
            burden.blocks.append(.table(rows("By declared country", "Country", report.burden.countries)))
        }
        if !report.burden.channels.isEmpty {
            burden.blocks.append(.table(rows("By channel", "Channel", report.burden.channels)))
        }
        let decisions = ReportDocument.Section(
            id: "decisions", title: "Reviewers' decisions", blocks: [.list(report.decisions)])
        let limits = ReportDocument.Section(id: "limits", title: "Limits", blocks: [.list(report.limits)])
        var reply = ReportDocument.Section(id: "reply", title: "Right of reply")
        reply.blocks.append(.paragraph(report.reply))
        return [actions, burden, decisions, limits, reply]
    }

    private static func table(_ actions: [CaseReport.Action]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Actions, the accounts each touches, and how many of those are expected to be innocent",
            columns: ["Action", "Kind", "Campaign", "What", "Accounts", "Expected innocent", "Rests on"])
        table.rows = actions.map { action in
            .init(
                [
                    .strong(action.id), .text(action.kind.rawValue), .cites([action.campaign]),
                    .text(action.statement.text),
                    .number(action.accounts == 0 ? "none" : ReportFigures.count(action.accounts)),
                    .number(action.expectedInnocent.map(ReportFigures.decimal) ?? "–"),
                    .cites(action.statement.cites),
                ], anchor: action.id)
        }
        return table
    }

    private static func rows(
        _ caption: String, _ name: String, _ rows: [CaseReport.Burden.Row]
    ) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: caption,
            columns: [name, "Accounts in the case", "Accused", "Share accused", "Expected innocent"])
        table.rows = rows.map { row in
            .init([
                .text(row.value ?? "not known"), .number(ReportFigures.count(row.accounts)),
                .number(ReportFigures.count(row.accused)),
                .number(ReportFigures.percent(Double(row.accused) / Double(max(1, row.accounts)))),
                .number(ReportFigures.decimal(row.expectedInnocent)),
            ])
        }
        return table
    }
}
