import Casework

/// Rows behind the exhibits, and all members.
enum AppendixSections {
    static func sections(_ report: CaseReport) -> [ReportDocument.Section] {
        report.appendix.exhibits.isEmpty && report.campaigns.isEmpty
            ? [] : [rows(report)] + report.campaigns.map(members)
    }

    private static func rows(_ report: CaseReport) -> ReportDocument.Section {
        var table = ReportDocument.Table(
            caption:
                "Rows of evidence by exhibit, at most \(ReportFigures.count(report.appendix.rowLimit)) each",
            columns: ["Exhibit", "Rows found", "Members looked at", "File and line"])
        table.isDense = true
        table.rows = report.appendix.exhibits.map { exhibit in
            .init([
                .cites([exhibit.exhibit]), .number(ReportFigures.count(exhibit.total)),
                .number(ReportFigures.count(exhibit.members)), .text(places(exhibit)),
            ])
        }
        table.note =
            "Times and windows made by the analysis have no rows of their own; `revenuer explain` and `revenuer show` list all rows of any two accounts and any value."
        return .init(
            id: "rows", title: "Appendix A: rows of evidence", startsPage: true, blocks: [.table(table)])
    }

    /// `payments.csv:812, :4410 and 7 more`
    private static func places(_ exhibit: CaseReport.ExhibitRows) -> String {
        var text = ""
        var last: RowReference?
        for row in exhibit.rows {
            if !text.isEmpty { text += ", " }
            text += (last?.source == row.source ? ":" : row.file + ":") + String(row.line)
            last = row
        }
        let more = exhibit.total - exhibit.rows.count
        if text.isEmpty { return more > 0 ? "\(ReportFigures.count(more)) not shown" : "none" }
        return more > 0 ? text + " and \(ReportFigures.count(more)) more" : text
    }

    /// More on paper helps nobody: the JSON report has all.
    private static let mostMembers = 1000

    private static func members(_ campaign: CaseReport.Campaign) -> ReportDocument.Section {
        var table = MemberTable.table(
            "Members of \(campaign.id), the likeliest first", Array(campaign.members.prefix(mostMembers)))
        if campaign.members.count > mostMembers {
            table.note =
                "\(ReportFigures.count(mostMembers)) of \(ReportFigures.count(campaign.members.count)); the JSON report has all."
        }
        return .init(
            id: "\(campaign.id)-all", title: "Appendix B: members of \(campaign.id)", blocks: [.table(table)])
    }
}
