/// Where a reader stands in a page: the first visible row, and which of the choices is under the cursor.
struct PageScroll: Hashable, Sendable, Codable {
    private(set) var top = 0
    /// Counted among the page's choices.
    private(set) var choice = 0

    /// The row under the cursor; nil where no choice is in sight.
    func row(in page: Page, height: Int) -> Int? {
        let choices = page.choices
        guard choices.indices.contains(choice), isVisible(choices[choice], height) else { return nil }
        return choices[choice]
    }

    /// The choice under the cursor, counted among the page's choices; nil where none is in sight.
    func choice(in page: Page, height: Int) -> Int? { row(in: page, height: height).map { _ in choice } }

    /// Puts the cursor on a choice and scrolls as little as possible to have it in sight.
    mutating func choose(_ wanted: Int, in page: Page, height: Int) {
        let choices = page.choices
        guard !choices.isEmpty else { return }
        choice = min(max(0, wanted), choices.count - 1)
        let row = choices[choice]
        top = max(0, min(max(min(top, row), row - height + 1), page.rows.count - height))
    }

    /// Keeps the cursor on its choice where choices came or went before it.
    mutating func follow(to wanted: Int) { choice = max(0, wanted) }

    /// What Enter opens.
    func target(in page: Page, height: Int) -> Target? {
        row(in: page, height: height).flatMap { page.rows[$0].choice?.line.target }
    }

    /// Moves as a command says; false when it is no movement.
    mutating func perform(_ command: Command, page: Page, height: Int) -> Bool {
        switch command {
        case .up: step(-1, page, height)
        case .down: step(1, page, height)
        case .pageUp: scroll(by: -max(1, height - 1), page, height)
        case .pageDown: scroll(by: max(1, height - 1), page, height)
        case .halfUp: scroll(by: -max(1, height / 2), page, height)
        case .halfDown: scroll(by: max(1, height / 2), page, height)
        case .first: scroll(by: -page.rows.count, page, height)
        case .last: scroll(by: page.rows.count, page, height)
        default: return false
        }
        return true
    }

    /// After a change of the page or the screen: no further down than the page goes.
    mutating func settle(_ page: Page, height: Int) {
        choice = min(choice, max(0, page.choices.count - 1))
        top = max(0, min(top, page.rows.count - height))
    }

    /// To the next choice when it is near; else one row on, so that nothing is skipped unread.
    private mutating func step(_ direction: Int, _ page: Page, _ height: Int) {
        let choices = page.choices
        let next = next(direction, choices, height)
        if choices.indices.contains(next), isNear(choices[next], height) {
            choice = next
            let row = choices[next]
            top = max(min(top, row), row - height + 1)
        } else {
            top += direction
        }
        top = max(0, min(top, page.rows.count - height))
    }

    /// The choice to go to; from one that was scrolled out of sight, the first one back in it.
    private func next(_ direction: Int, _ choices: [Int], _ height: Int) -> Int {
        guard choices.indices.contains(choice), !isVisible(choices[choice], height) else {
            return choice + direction
        }
        return direction > 0
            ? choices.firstIndex { $0 >= top } ?? choices.count
            : choices.lastIndex { $0 < top + height } ?? -1
    }

    private func isVisible(_ row: Int, _ height: Int) -> Bool { row >= top && row < top + height }

    private func isNear(_ row: Int, _ height: Int) -> Bool {
        row >= top - 1 && row <= top + height
    }

    /// Scrolls, and takes the cursor along to the nearest visible choice.
    private mutating func scroll(by rows: Int, _ page: Page, _ height: Int) {
        top = max(0, min(top + rows, page.rows.count - height))
        let choices = page.choices
        guard !choices.isEmpty else { return }
        if rows < 0, top == 0 {
            choice = 0
        } else if rows > 0, top + height >= page.rows.count {
            choice = choices.count - 1
        } else {
            choice = choices.firstIndex { $0 >= top } ?? choices.count - 1
        }
    }
}
