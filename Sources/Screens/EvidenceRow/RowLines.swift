import Casework

/// Rows of evidence on a page, each of which opens.
enum RowLines {
    /// More of them say nothing new; the command line and an export have all.
    private static let shown = 4

    /// - Parameter accounts: one of which the rows are about.
    static func lines(
        _ rows: [RowReference], total: Int, of accounts: [AccountID], indent: Int
    ) -> [PageLine] {
        let margin = String(repeating: " ", count: indent)
        let lines = rows.prefix(shown).map { row in
            var line = PageLine(margin)
            line.text("\(row.file):\(row.line)", .muted)
            line.target = .row(row, accounts)
            return line
        }
        let more = total - lines.count
        return more > 0 && !lines.isEmpty
            ? lines + [PageLine(margin + "and \(Figures.counted(more, "more row"))", .muted)] : lines
    }
}
