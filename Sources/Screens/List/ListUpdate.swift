import Casework
import Terminal

extension ListModel {
    /// Rows and preview that are wanted now.
    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        let rows = window.want(wanted, by: query, &tokens)
        return rows + preview.want(current, &tokens)
    }

    /// Takes the height of the screen.
    mutating func resize(height: Int) {
        scroll.resize(height: height)
    }

    /// Takes an answer; false when it is not for this list.
    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        switch answer {
        case .rows(let rows): receive(rows, for: token)
        case .group(let detail): preview.receive(.group(detail), for: token)
        case .dossier(let dossier): preview.receive(.dossier(dossier), for: token)
        case .sample(let detail): preview.receive(.sample(detail), for: token)
        case .template(let detail): preview.receive(.template(detail), for: token)
        case .overview, .explanation, .artifact, .network, .whatIf, .found, .path, .row, .neighbours, .matrix,
            .timeline, .reviewTally, .reviewCard, .decided, .names:
            false
        }
    }

    /// The cursor has rested; false when this list did not ask to be told.
    mutating func rest(for token: Token) -> Bool { preview.rest(on: current, for: token) }

    /// Nobody looks at the list any more: what is under way may be stopped, and is asked for again on the way back.
    mutating func abandon() -> [Intent] { window.abandon() + preview.abandon() }

    mutating func count(_ total: Int, for token: Token) -> Bool {
        guard window.count(total, for: token) else { return false }
        scroll.resize(total: total)
        return true
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        if marking == token {
            marking = nil
            return true
        }
        if finding.pending?.token == token {
            finding.end()
            return true
        }
        return window.fail(message, for: token) || preview.fail(for: token)
    }

    /// The case has changed: everything is read anew, the place is kept.
    mutating func forget() {
        window.forget()
        preview.forget()
    }

    /// Moves the cursor; false when the command is no movement.
    mutating func move(_ command: Command) -> Bool {
        switch command {
        case .up: scroll.move(by: -1)
        case .down: scroll.move(by: 1)
        case .pageUp: scroll.page(by: -1)
        case .pageDown: scroll.page(by: 1)
        case .halfUp: scroll.move(by: -max(1, scroll.height / 2))
        case .halfDown: scroll.move(by: max(1, scroll.height / 2))
        case .first: scroll.move(to: 0)
        case .last: scroll.move(to: scroll.total - 1)
        default: return false
        }
        return true
    }

    /// The visible rows; before the first answer, those of the first screen.
    private var wanted: Range<Int> {
        window.total == nil ? 0..<max(1, scroll.height) : scroll.visible
    }

    private mutating func receive(_ answer: RowsAnswer, for token: Token) -> Bool {
        let id = current?.id
        guard let isNew = window.receive(answer, for: token) else { return false }
        if let names = answer.columns { found = SQLColumns.named(names) }
        scroll.resize(total: window.total)
        if isNew { scroll.move(to: remembered ?? window.place(of: id) ?? 0) }
        remembered = nil
        return true
    }
}
