import Terminal

/// Where list and preview stand in the body of the screen.
struct ListLayout: Equatable {
    let headings: Rect
    let rows: Rect
    /// Nil where there is no room.
    let preview: Rect?
    /// The line between them: vertical where they stand side by side.
    let divider: Rect?

    /// Rows of a preview below a list: enough for a verdict and its best reasons.
    private static let stackedRows = 8
    /// Below this many rows the list needs them all.
    private static let leastStacked = 18

    /// Rows of the list that stay above a zoomed preview: the cursor's and its neighbours'.
    private static let zoomedRows = 3

    init(body: Rect, _ panes: Panes = .both) {
        var main = body
        if panes == .listAlone {
            divider = nil
            preview = nil
        } else if panes == .previewAlone {
            let parts = body.rows([.fixed(ListLayout.zoomedRows + 1), .fixed(1), .share(1)])
            main = parts[0]
            divider = parts[1]
            preview = parts[2]
        } else if body.columns >= Page.wideColumns {
            let parts = body.columns([.share(3), .fixed(1), .share(2)], gap: 1)
            main = parts[0]
            divider = parts[1]
            preview = parts[2]
        } else if body.rows >= ListLayout.leastStacked {
            let parts = body.rows([.share(1), .fixed(1), .fixed(ListLayout.stackedRows)])
            main = parts[0]
            divider = parts[1]
            preview = parts[2]
        } else {
            divider = nil
            preview = nil
        }
        let parts = main.rows([.fixed(1), .share(1)])
        headings = parts[0]
        rows = parts[1]
    }
}
