import Terminal

/// Where summary, queue and card stand in the body of the screen: beside each other where there is room.
struct ReviewLayout: Equatable {
    let summary: Rect
    let headings: Rect
    let rows: Rect
    /// The line between queue and card.
    let divider: Rect
    let card: Rect

    /// Rows of the queue above a card, headings among them: enough to see where one is and what comes next.
    private static let stackedRows = 4

    init(body: Rect) {
        let parts = body.rows([.fixed(1), .share(1)])
        summary = parts[0]
        let main: [Rect]
        if body.columns >= Page.wideColumns {
            main = parts[1].columns([.share(2), .fixed(1), .share(3)], gap: 1)
        } else {
            main = parts[1].rows([.fixed(ReviewLayout.stackedRows), .fixed(1), .share(1)])
        }
        let queue = main[0].rows([.fixed(1), .share(1)])
        (headings, rows) = (queue[0], queue[1])
        (divider, card) = (main[1], main[2])
    }
}
