import Casework
import Terminal

extension Workspace {
    /// The rule above the keys, with what there is to say in it: a question, a filter, a message, the place.
    func drawStatus(on frame: inout Frame, in row: Rect) {
        frame.buffer.horizontalLine(at: row.origin, columns: row.columns)
        let start = row.origin.moved(columns: 1)
        let room = row.columns - 2
        switch mode {
        case .question(let question):
            put(" \(question.text) ", .warning, on: &frame.buffer, at: start, room)
        case .prompt(let prompt) where status == nil: drawPrompt(prompt, on: &frame, in: row)
        case .filter(let editor) where status == nil:
            drawFilter(editor, on: &frame, in: row)
        default:
            if let status {
                draw(status, on: &frame.buffer, in: row)
            } else if let position {
                put(" \(position) ", .muted, on: &frame.buffer, at: start, room)
            }
        }
    }

    /// Where one stands in the list or page; nil where all of it is in sight.
    private var position: String? {
        switch history.current {
        case .list(let model): return model.position.isEmpty ? nil : model.position
        case .review(let model): return cardPosition(model)
        case .page(let screen):
            guard let layout = ScreenLayout(size) else { return nil }
            let page = screen.page(width: layout.body.columns, standing: standing, glyphs: glyphs)
            let (rows, room) = (page.rows.count, page.room(layout.body.rows))
            guard rows > room else { return nil }
            let top = screen.scroll.top
            return "lines \(top + 1) to \(min(rows, top + room)) of \(rows)"
        }
    }

    private func put(_ text: String, _ style: Style, on buffer: inout Buffer, at point: Point, _ room: Int) {
        buffer.put(text, at: point, style: style, maxWidth: room, cut: .end)
    }

    private func drawPrompt(_ prompt: Prompt, on frame: inout Frame, in row: Rect) {
        frame.buffer.fill(row)
        let start = row.origin.moved(columns: 1)
        let used = frame.buffer.put(
            prompt.label, at: start, style: .key, maxWidth: row.columns / 2, cut: .middle)
        let field = start.moved(columns: used)
        let (text, cursor) = prompt.editor.window(width: row.columns - used - 3, glyphs: glyphs)
        frame.buffer.put(text, at: field, style: prompt.isProposed ? .muted : .normal)
        if prompt.editor.isEmpty {
            let room = row.columns - used - 3
            put(prompt.example, .muted, on: &frame.buffer, at: field.moved(columns: 1), room)
        }
        frame.cursor = field.moved(columns: cursor)
    }

    /// The filter as it is typed; what cannot be read is marked, and the message says where.
    private func drawFilter(_ editor: LineEditor, on frame: inout Frame, in row: Rect) {
        guard case .list(let model) = history.current else { return }
        frame.buffer.fill(row)
        let start = row.origin.moved(columns: 1)
        let label = frame.buffer.put("/", at: start, style: .key)
        let field = start.moved(columns: label)
        let (text, cursor) = editor.window(width: row.columns * 2 / 3, glyphs: glyphs)
        let used = frame.buffer.put(text, at: field, style: model.filterProblem == nil ? .normal : .danger)
        frame.cursor = field.moved(columns: cursor)
        let note = field.moved(columns: max(used, cursor) + 2)
        let room = row.endColumn - note.column - 1
        drawCandidates(model.completing, editor, model.list.fields, on: &frame.buffer, above: row)
        if let problem = model.filterProblem {
            mark(problem.range, of: editor.text, shown: text, on: &frame.buffer, at: field)
            let words = "\(glyphs.warning) at \(problem.range.lowerBound + 1): \(problem.message)"
            drawLines(words, .danger, on: &frame.buffer, above: row)
        } else if let total = model.window.total {
            let words = model.window.isWaiting ? "reading …" : Figures.counted(total, model.list.noun)
            put(words, .muted, on: &frame.buffer, at: note, room)
        }
    }

    /// What the tour asks for, in lines above the status.
    func drawTour(on buffer: inout Buffer, above row: Rect) {
        guard let tour else { return }
        drawLines(tour.words, .match, on: &buffer, above: row)
    }

    /// What Tab would put at the cursor, in a line above what is typed.
    private func drawCandidates(
        _ completing: FilterCompleting, _ editor: LineEditor, _ fields: [FieldDescription],
        on buffer: inout Buffer, above row: Rect
    ) {
        let candidates = completing.candidates(editor, fields)
        guard !editor.isEmpty, !candidates.isEmpty else { return }
        var point = row.origin.moved(rows: -1)
        buffer.fill(Rect(origin: point, size: row.size))
        point = point.moved(columns: 1)
        point.column += buffer.put("Tab", at: point, style: .key) + 2
        // The chosen one stays in sight.
        let first = max(0, (completing.chosen ?? 0) - 3)
        for (place, text) in candidates.enumerated().dropFirst(first) {
            let room = row.endColumn - point.column - 1
            guard room > 4 else { break }
            let style: Style = place == completing.chosen ? .selected : .muted
            point.column += buffer.put(text, at: point, style: style, maxWidth: min(room, 32), cut: .end) + 2
        }
    }

    /// In the rule where it fits, else in lines of its own above: a reason must not be cut.
    private func draw(_ status: Status, on buffer: inout Buffer, in row: Rect) {
        let words = (status.isProblem ? "\(glyphs.warning) " : "") + status.text
        let style: Style = status.isProblem ? .warning : .accent
        let room = row.columns - 2
        guard SafeText(glyphs).width(of: words, limit: room) > room - 2 else {
            return put(" \(words) ", style, on: &buffer, at: row.origin.moved(columns: 1), room)
        }
        drawLines(words, style, on: &buffer, above: row)
    }

    private func drawLines(_ words: String, _ style: Style, on buffer: inout Buffer, above row: Rect) {
        let lines = Wrapping.lines(words, width: row.columns - 2, glyphs: glyphs, limit: 3)
        for (index, text) in lines.enumerated() {
            let start = row.origin.moved(rows: index - lines.count)
            buffer.fill(Rect(origin: start, size: row.size))
            put(text, style, on: &buffer, at: start.moved(columns: 1), row.columns - 2)
        }
    }

    /// Reverses the offending characters, at least one cell, while all of the text is in sight.
    private func mark(
        _ range: Range<Int>, of text: String, shown: String, on buffer: inout Buffer, at field: Point
    ) {
        let safe = SafeText(glyphs)
        guard safe.width(of: text) == safe.width(of: shown) else { return }
        let before = safe.width(of: String(text.prefix(range.lowerBound)))
        let part = safe.width(of: String(text.dropFirst(range.lowerBound).prefix(range.count)))
        let cells = Rect(
            origin: field.moved(columns: before), size: Size(columns: max(1, part), rows: 1))
        buffer.highlight(cells)
    }
}
