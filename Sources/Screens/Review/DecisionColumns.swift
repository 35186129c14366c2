import Casework
import Terminal

/// The columns of reviewers' decisions.
enum DecisionColumns {
    static let all: [ListColumn] = [
        ListColumn("number", .number, .number("no", 4)) { row in
            with(row) { .text(Figures.count($0.number), .muted) }
        },
        ListColumn("verdict", .text, TableColumn("verdict", .fixed(8))) { row in
            with(row) { .text($0.verdict.rawValue, $0.inForce ? .mark : .muted) }
        },
        ListColumn("subject", .text, TableColumn("about", .flexible(least: 18, weight: 2)), cut: .middle) {
            row in
            with(row) { .text($0.subject.description, $0.inForce ? .emphasis : .muted) }
        },
        ListColumn("reason", .text, TableColumn("because", .flexible(least: 12, weight: 2))) { row in
            with(row) { .text($0.reason, $0.inForce ? .normal : .muted) }
        },
        ListColumn("in_force", .boolean, TableColumn("standing", .fixed(9), yield: 1)) { row in
            with(row) { .text(standing($0), $0.disputed ? .warning : .muted) }
        },
        ListColumn("at", .time, TableColumn("when", .fixed(20), yield: 3)) { row in
            with(row) { .text(Figures.time($0.at), .muted) }
        },
        ListColumn("actor", .text, TableColumn("by", .fixed(12), yield: 2)) { row in
            with(row) { .text($0.actor, .muted) }
        },
    ]

    private static func standing(_ decision: Decision) -> String {
        if decision.withdrawn { return "withdrawn" }
        if !decision.inForce { return "overtaken" }
        if decision.disputed { return "disputed" }
        return decision.effect?.isBound == true ? "bound" : decision.binds ? "next run" : "open"
    }

    private static func with(_ row: ListRow, _ cell: (Decision) -> ListColumn.Cell) -> ListColumn.Cell {
        guard case .decision(let row) = row else { return .empty }
        return cell(row)
    }
}

/// A decision in full, with what it comes to.
struct DecisionPreview {
    let decision: Decision

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        page.add(DecisionLines.lines([decision], width: width, glyphs: glyphs))
        return page
    }
}
