import Casework
public import Terminal

/// What is to be shown: cells, and where the text cursor stands.
public struct Frame: Equatable, Sendable {
    public var buffer: Buffer
    /// Nil while nothing is typed.
    public var cursor: Point?
}

extension Workspace {
    /// The screen as it should look now. Complexity: O(cells), whatever the size of the case.
    public func view() -> Frame {
        var frame = Frame(buffer: Buffer(size: size, glyphs: glyphs))
        guard let layout = ScreenLayout(size) else {
            drawTooSmall(on: &frame.buffer)
            return frame
        }
        let header = HeaderLine(
            standing: standing, crumbs: history.current.crumbs, job: job)
        header.draw(on: &frame.buffer, in: layout.header)
        frame.buffer.horizontalLine(at: layout.rule.origin, columns: layout.rule.columns)
        drawBody(on: &frame.buffer, in: layout.body)
        drawTour(on: &frame.buffer, above: layout.status)
        drawStatus(on: &frame, in: layout.status)
        drawKeys(on: &frame.buffer, in: layout.keys)
        if case .palette(let palette) = mode {
            let entries = palette.entries(keymap, in: history.current.context)
            frame.cursor = palette.draw(entries, on: &frame.buffer, in: layout.body)
        }
        return frame
    }

    private func drawBody(on buffer: inout Buffer, in body: Rect) {
        switch history.current {
        case .list(let model): model.draw(on: &buffer, in: body, standing: standing, panes: panes)
        case .review(let model): model.draw(on: &buffer, in: body, standing: standing)
        case .page(let screen):
            let page = screen.page(width: body.columns, standing: standing, glyphs: glyphs)
            page.draw(
                on: &buffer, in: body, from: screen.scroll.top,
                chosen: screen.scroll.row(in: page, height: page.room(body.rows)))
        }
    }

    private func drawKeys(on buffer: inout Buffer, in row: Rect) {
        let zone = DisplayZone.current.name
        buffer.put(zone, at: Point(column: row.endColumn - zone.count - 1, row: row.row), style: .muted)
        let room = Rect(origin: row.origin, size: Size(columns: row.columns - zone.count - 2, rows: 1))
        KeyHints(keymap, in: context, leavingOut: idle).draw(on: &buffer, in: room)
    }

    /// Commands that could not act now: their keys say why, the bottom line leaves them out.
    private var idle: Set<Command> {
        var idle: Set<Command> = []
        if job != nil || standing.overview?.run?.isUpToDate ?? false { idle.insert(.analyse) }
        if job != nil || standing.overview?.run?.isUpToDate != true { idle.insert(.whatIf) }
        if case .list(let model) = history.current, model.marks.isEmpty { idle.insert(.explain) }
        return idle
    }

    private func drawTooSmall(on buffer: inout Buffer) {
        let least = ScreenLayout.least
        let lines = [
            "This terminal has \(size.columns) columns and \(size.rows) rows;",
            "revenuer needs \(least.columns) and \(least.rows). Make it larger:",
            "nothing is lost. q quits.",
        ]
        let badge = standing.isSynthetic ? ["SYNTHETIC"] : []
        for (row, text) in (badge + lines).enumerated() {
            buffer.put(
                text, at: Point(column: 0, row: row),
                style: row == 0 && standing.isSynthetic ? .badge : .normal)
        }
    }
}
