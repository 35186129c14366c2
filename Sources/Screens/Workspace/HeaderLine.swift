import Casework
import Terminal

/// The top line: program, case, SYNTHETIC, where one is, what runs.
struct HeaderLine {
    let standing: Standing
    let crumbs: [String]
    let job: JobProgress?

    private static let program = " REVENUER  "

    func draw(on buffer: inout Buffer, in row: Rect) {
        buffer.fill(row, style: .header)
        let rightColumns = drawRight(on: &buffer, in: row)
        let badge =
            standing.isSynthetic ? "\(buffer.glyphs.badgeLeft)SYNTHETIC\(buffer.glyphs.badgeRight)" : ""
        let badgeColumns = standing.isSynthetic ? 13 : 0
        let room = max(0, row.columns - HeaderLine.program.count - badgeColumns - rightColumns - 1)
        var point = row.origin
        point.column += buffer.put(HeaderLine.program, at: point, style: .title)
        // The breadcrumb is served first: the title is the same on every screen.
        let path = crumbs.joined(separator: " \(buffer.glyphs.breadcrumb) ")
        let safe = SafeText(buffer.glyphs)
        let pathColumns = min(safe.width(of: path, limit: room), max(room - 10, room / 2))
        let titleColumns = max(0, room - pathColumns - 2)
        point.column +=
            buffer.put(standing.title, at: point, style: .header, maxWidth: titleColumns, cut: .end) + 2
        if standing.isSynthetic {
            point.column += buffer.put(badge, at: point, style: .badge) + 2
        }
        buffer.put(path, at: point, style: .emphasis, maxWidth: pathColumns, cut: .middle)
    }

    /// Draws from the right edge and returns the columns used.
    private func drawRight(on buffer: inout Buffer, in row: Rect) -> Int {
        guard let job else { return drawRun(on: &buffer, in: row) }
        let percent = job.fraction.map { " " + Figures.percent(min(max($0, 0), 1)) } ?? ""
        let bar = job.fraction == nil ? 0 : 8
        let limit = row.columns * 2 / 5
        let text = SafeText(buffer.glyphs).fit("\(job.name)\(percent) \(job.detail)", width: limit - bar - 2)
        let columns = SafeText(buffer.glyphs).width(of: text) + (bar > 0 ? bar + 1 : 0)
        let start = Point(column: row.endColumn - columns - 1, row: row.row)
        let used = buffer.put(text, at: start, style: .accent)
        if let fraction = job.fraction {
            buffer.bar(
                fraction, at: start.moved(columns: used + 1), columns: bar, style: .bar, track: .barTrack)
        }
        return columns + 2
    }

    private func drawRun(on buffer: inout Buffer, in row: Rect) -> Int {
        guard let overview = standing.overview, row.columns >= Page.wideColumns else { return 0 }
        guard let run = overview.run else { return draw("not analysed", .warning, on: &buffer, in: row) }
        let style: Style = run.isUpToDate ? .muted : .warning
        return draw("\(run.id) · \(Figures.time(run.at)) · \(run.standing)", style, on: &buffer, in: row)
    }

    private func draw(_ text: String, _ style: Style, on buffer: inout Buffer, in row: Rect) -> Int {
        let columns = SafeText(buffer.glyphs).width(of: text, limit: row.columns / 2)
        let start = Point(column: row.endColumn - columns - 1, row: row.row)
        buffer.put(text, at: start, style: style, maxWidth: columns, cut: .end)
        return columns + 2
    }
}
