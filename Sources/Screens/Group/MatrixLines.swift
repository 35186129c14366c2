import Casework
import Terminal

/// The matrix of evidence against hypotheses, by the numbers of the hypotheses above it.
enum MatrixLines {
    private static let rowLimit = 8
    private static let columns = 4

    static func lines(_ finding: AttributionFinding, width: Int) -> [PageLine] {
        guard let matrix = finding.matrix, !matrix.rows.isEmpty else { return [] }
        let met = Set(finding.items.filter { $0.accounts > 0 }.map { ExactText($0.profile) })
        let rows = matrix.rows.filter { row in
            guard row.diagnosticity > 0 else { return false }
            guard let item = row.item, finding.items.indices.contains(item) else { return row.item == nil }
            return met.contains(ExactText(finding.items[item].profile))
        }
        guard !rows.isEmpty else { return [] }
        let count = min(matrix.hypotheses.count, max(1, (width - 24) / columns))
        let labelColumns = max(12, width - 2 - count * columns)
        var heading = PageLine()
        heading.field(" Fits (+) and does not (-), by hypothesis", labelColumns + 1, .muted)
        for place in 0..<count { heading.number("\(place + 1)", columns, .muted) }
        return [heading]
            + rows.prefix(rowLimit).map { row in
                var line = PageLine(" ")
                line.field(row.label, labelColumns, .normal)
                for cell in row.cells.prefix(count) {
                    line.number(mark(cell.reading), columns, style(cell.reading))
                }
                return line
            } + GroupParts.more(rows.count - rowLimit, "row")
    }

    private static func mark(_ reading: HypothesisMatrix.Reading) -> String {
        switch reading {
        case .consistent: "+"
        case .inconsistent: "-"
        case .neutral: "."
        }
    }

    private static func style(_ reading: HypothesisMatrix.Reading) -> Style {
        switch reading {
        case .consistent: .normal
        case .inconsistent: .innocent
        case .neutral: .muted
        }
    }
}
