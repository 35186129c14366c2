import Casework

/// The card of the row under the cursor, and how far it is scrolled. One request at a time, as in `PreviewState`.
struct ReviewCardState: Sendable {
    private var card: ReviewCard?
    /// Why the card could not be read, and of which row.
    private var failed: (id: ExactText, words: String)?
    private var pending: (token: Token, id: ExactText)?
    /// Whether the case has changed since it was read.
    private var isStale = false
    /// The first line of it that is shown.
    private(set) var top = 0

    func card(of row: ReviewRow) -> ReviewCard? { card?.row.id == row.id ? card : nil }

    func failure(of row: ReviewRow) -> String? { failed?.id == row.id ? failed?.words : nil }

    mutating func want(_ row: ReviewRow?, _ tokens: inout TokenSource) -> [Intent] {
        guard pending == nil, let row, failed?.id != row.id, isStale || card?.row.id != row.id else {
            return []
        }
        isStale = false
        let token = tokens.next()
        pending = (token, row.id)
        return [.load(.reviewCard(campaign: row.campaign, account: row.accountId), token)]
    }

    mutating func receive(_ card: ReviewCard, for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        pending = nil
        failed = nil
        if self.card?.row.id != card.row.id { top = 0 }
        self.card = card
        return true
    }

    mutating func fail(_ message: String, for token: Token) -> Bool {
        guard let done = pending, done.token == token else { return false }
        pending = nil
        failed = (done.id, message)
        return true
    }

    mutating func abandon() -> [Intent] {
        guard let token = pending?.token else { return [] }
        pending = nil
        return [.abandon(token)]
    }

    mutating func forget() {
        isStale = true
        failed = nil
    }

    mutating func scrollToTop() { top = 0 }

    /// - Parameter last: the last line that may stand at the top.
    mutating func scroll(by lines: Int, last: Int) { top = max(0, min(top + lines, last)) }
}
