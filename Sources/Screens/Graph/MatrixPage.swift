import Casework
import Terminal

/// The matrix as lines: a row for an account, a column for a value; a cell has the bits as a number and as a height.
struct MatrixPage {
    let matrix: GraphMatrix
    /// The value that is chosen.
    let column: Int
    let glyphs: Glyphs

    private static let cellColumns = 5
    private static let heldColumns = 8

    private var isEmpty: Bool { matrix.columns.isEmpty || matrix.rows.isEmpty }

    /// The chosen value and the numbers of those in sight.
    func head(width: Int) -> [PageLine] { isEmpty ? [] : chosen(width) + [heading(shown(width), width)] }

    private var nothing: String {
        matrix.rows.count > 1
            ? "These accounts share no value with each other."
            : "It shares no value with another account that could link the two."
    }

    func lines(width: Int) -> [PageLine] {
        if isEmpty { return [PageLine(" \(nothing)", .innocent)] }
        let shown = shown(width)
        return matrix.rows.map { line($0, shown, width) } + left
    }

    // MARK: - The chosen value

    private func chosen(_ width: Int) -> [PageLine] {
        let row = matrix.columns[column]
        var line = PageLine(" value \(column + 1) of \(matrix.columns.count)  ", .muted)
        if case .artifact(let artifact) = row.node {
            line.field(artifact.kind.rawValue, min(14, artifact.kind.rawValue.utf8.count + 1), .muted)
            line.text(artifact.value.string, .emphasis)
        }
        var facts = PageLine(" ")
        facts.number(row.accounts.map(Figures.count) ?? "-", 9)
        facts.text(" accounts", .muted)
        facts.number(row.flagged.map(Figures.count) ?? "-", 9, (row.flagged ?? 0) > 0 ? .warning : .muted)
        facts.text(" flagged", .muted)
        facts.number(row.bits.map { Figures.bits($0) } ?? "-", 8)
        facts.text(" bits   \(row.verdict?.word ?? "unjudged")", .muted)
        return [line, facts, PageLine()]
    }

    // MARK: - Rows

    private func idColumns(_ width: Int) -> Int { max(14, min(30, width / 4)) }

    /// As many columns as fit, the chosen one among them.
    private func shown(_ width: Int) -> Range<Int> {
        let room = width - idColumns(width) - MatrixPage.heldColumns - 3
        let count = max(1, min(matrix.columns.count, room / MatrixPage.cellColumns))
        let first = min(max(0, column - count / 2), matrix.columns.count - count)
        return first..<first + count
    }

    private func heading(_ shown: Range<Int>, _ width: Int) -> PageLine {
        var line = PageLine(" ")
        let hidden = shown.lowerBound > 0 ? "\(glyphs.arrow == ">" ? "<" : "‹") \(shown.lowerBound) more" : ""
        line.field(" account", idColumns(width) - 10, .heading)
        line.number(hidden, 10, .muted)
        line.number("values", MatrixPage.heldColumns, .heading)
        for place in shown {
            let name = place == column ? "[\(place + 1)]" : "\(place + 1) "
            line.number(name, MatrixPage.cellColumns, place == column ? .emphasis : .muted)
        }
        let right = matrix.columns.count - shown.upperBound
        if right > 0 { line.text(" \(glyphs.breadcrumb)", .muted) }
        return line
    }

    private func line(_ row: GraphMatrix.Row, _ shown: Range<Int>, _ width: Int) -> PageLine {
        var line = PageLine(" ")
        line.gap(1)
        line.field(row.account.accountId.string, idColumns(width) - 3, .emphasis, cut: .middle)
        line.text(row.account.flagged.isEmpty ? "  " : " \(glyphs.flag)", .warning)
        line.number(Figures.count(row.holds.count), MatrixPage.heldColumns)
        let held = Set(row.holds)
        for place in shown { cell(held.contains(place) ? matrix.columns[place] : nil, place, &line) }
        line.target = .account(row.account.accountId)
        return line
    }

    /// `11█`: what sharing the value weighs, rounded; a dot where the account does not hold it.
    private func cell(_ value: GraphRow?, _ place: Int, _ line: inout PageLine) {
        guard let value else {
            line.number(glyphs.separator + " ", MatrixPage.cellColumns, .muted)
            return
        }
        let bits = weight(value)
        line.number(value.bits.map { String(Int($0.rounded())) } ?? "?", MatrixPage.cellColumns - 1)
        let level = bits <= 0 ? 1 : max(1, Int((bits / strongest * 8).rounded()))
        line.levels([min(8, level)], bits > 0 ? .bar : .innocent)
    }

    private func weight(_ row: GraphRow) -> Double {
        row.verdict == .shared || row.verdict == .barred ? 0 : max(0, row.bits ?? 0)
    }

    private var strongest: Double { max(1, matrix.columns.map(weight).max() ?? 1) }

    /// What is not among the rows and columns.
    private var left: [PageLine] {
        GroupParts.more((matrix.accountsTotal ?? 0) - matrix.rows.count, "account")
            + GroupParts.more((matrix.valuesTotal ?? 0) - matrix.columns.count, "value")
    }
}
