import Casework

/// Items against hypotheses: what fits, what does not, what tells nothing apart.
enum MatrixTable {
    static func table(
        _ matrix: CaseReport.Matrix, showing items: [CaseReport.Item]
    ) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Evidence against hypotheses, the most telling first",
            columns: ["Evidence", "Item", "Tells apart (bits)"] + matrix.hypotheses)
        table.isDense = true
        let shown = Set(items.map(\.id))
        let rows = matrix.rows.filter { $0.item.map(shown.contains) ?? true }
        table.rows = rows.map { row in
            let head: [ReportDocument.Cell] = [
                .text(row.label), row.item.map { ReportDocument.Cell.cites([$0]) } ?? .text("–"),
                .number(ReportFigures.decimal(row.diagnosticity)),
            ]
            return .init(head + row.cells.map { ReportDocument.Cell.text(mark($0.reading)) })
        }
        table.note =
            "+ consistent, − inconsistent (two bits or more below the best of the row), · neutral: after Heuer's analysis of competing hypotheses. The hypothesis with the fewest − leads in that reading; a row of dots only tells nothing apart."
        return table
    }

    private static func mark(_ reading: HypothesisMatrix.Reading) -> String {
        switch reading {
        case .consistent: "+"
        case .inconsistent: "−"
        case .neutral: "·"
        }
    }
}
