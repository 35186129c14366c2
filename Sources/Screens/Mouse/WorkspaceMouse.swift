import Terminal

/// Clicks and the wheel: what they do, keys do too.
extension Workspace {
    /// Rows that one turn of the wheel goes.
    private static let wheelRows = 3

    mutating func toggleMouse() -> [Intent] {
        isMouseOn.toggle()
        status = .note(
            isMouseOn
                ? "Mouse on: a click goes to a row, another opens it, the wheel scrolls."
                : "Mouse off: the terminal marks and copies text itself.")
        return [.mouse(isMouseOn)]
    }

    /// A click goes to the row or choice under it, one on where the cursor is opens it; the wheel goes on by rows.
    mutating func point(_ event: MouseEvent) -> [Intent] {
        guard isMouseOn, case .browsing = mode, let layout = ScreenLayout(size) else { return [] }
        switch event.kind {
        case .wheelUp: return (0..<Workspace.wheelRows).flatMap { _ in perform(.up) }
        case .wheelDown: return (0..<Workspace.wheelRows).flatMap { _ in perform(.down) }
        case .press where event.button == 0: return click(event.point, layout.body)
        case .press, .release: return []
        }
    }

    private mutating func click(_ point: Point, _ body: Rect) -> [Intent] {
        status = nil
        let isAlready: Bool
        switch history.current {
        case .list(var model):
            let rows = ListLayout(body: body, panes).rows
            let row = model.scroll.offset + point.row - rows.row
            guard rows.contains(point), model.scroll.visible.contains(row) else { return [] }
            isAlready = model.scroll.cursor == row
            model.scroll.move(to: row)
            history.current = .list(model)
        case .review(var model):
            let rows = ReviewLayout(body: body).rows
            let row = model.scroll.offset + point.row - rows.row
            guard rows.contains(point), model.scroll.visible.contains(row) else { return [] }
            if model.scroll.cursor == row { return perform(.dossier) }
            model.go(to: row)
            history.current = .review(model)
            return []
        case .page(let screen):
            guard body.contains(point) else { return [] }
            let page = screen.page(width: body.columns, standing: standing, glyphs: glyphs)
            let row = screen.scroll.top + point.row - body.row
            guard let choice = page.choices.firstIndex(of: row) else { return [] }
            isAlready = screen.scroll.choice(in: page, height: body.rows) == choice
            choose(choice)
        }
        return isAlready ? perform(.open) : []
    }
}
