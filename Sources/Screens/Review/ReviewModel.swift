import Casework
import Terminal

/// The queue of memberships with the card of the one under the cursor, and what was decided here.
struct ReviewModel: Sendable {
    /// A decision made here.
    struct Act: Hashable, Sendable {
        var id: ExactText
        var subject: DecisionSubject
        var verdict: DecisionVerdict
        /// Where its row stood.
        var place: Int
    }

    var window = RowWindow(.review)
    var scroll = ScrollWindow(total: 0, height: 1)
    var tally = Loaded<ReviewTally>()
    var card = ReviewCardState()
    /// Decided here and, until the queue is read anew, still in it.
    private(set) var decided: [ExactText: DecisionVerdict] = [:]
    /// Of those the ones that the case has, and of these the ones that a queue asked for from now on has only where they
    /// were withdrawn.
    private var saved: Set<ExactText> = []
    private var known: Set<ExactText> = []
    /// Decisions made here that were not taken back, the newest last.
    private(set) var acts: [Act] = []
    /// What is being saved.
    private var saving: [Token: Act] = [:]
    /// What is being taken back.
    private var takingBack: [Token: Act] = [:]
    /// The reason given last, offered for the next.
    private(set) var lastReason: String?
    /// The row that the cursor goes to as soon as it is here.
    private var sought: ExactText?

    /// The row under the cursor, if it is here.
    var current: ReviewRow? { row(scroll.cursor) }

    func row(_ index: Int) -> ReviewRow? {
        guard case .review(let row) = window[index] else { return nil }
        return row
    }

    /// The card of the row under the cursor, if it is here.
    var currentCard: ReviewCard? { current.flatMap { card.card(of: $0) } }

    func verdict(on row: ReviewRow) -> DecisionVerdict? { decided[row.id] }

    /// Memberships that wait, those decided here and not read anew left out.
    var waiting: Int? {
        tally.value.map { tally in max(0, tally.waiting - unread) }
    }

    /// Where the row under the cursor stands among those that wait, from 1.
    var place: Int {
        scroll.cursor + 1
            - (window.start..<max(window.start, scroll.cursor)).count { index in
                row(index).map { decided[$0.id] != nil } ?? false
            }
    }

    /// Decided here, but still among the rows.
    private var unread: Int {
        window.rows.count { row in decided[row.id] != nil }
    }
}

// MARK: - Deciding

extension ReviewModel {
    /// Takes a decision for made, and goes on to the next row that waits.
    mutating func decide(_ row: ReviewRow, _ verdict: DecisionVerdict, because reason: String, _ token: Token)
    {
        let act = Act(id: row.id, subject: row.subject, verdict: verdict, place: scroll.cursor)
        decided[act.id] = verdict
        acts.append(act)
        saving[token] = act
        lastReason = reason
        if current?.id == row.id { goOn() }
    }

    /// Takes the newest decision made here back; nil where there is none.
    mutating func takeBack(_ token: Token) -> Act? {
        guard let act = acts.popLast() else { return nil }
        takingBack[token] = act
        decided[act.id] = nil
        sought = act.id
        scroll.move(to: act.place)
        card.forget()
        return act
    }

    /// Whoever moves by themselves is not taken elsewhere any more.
    mutating func stay() { sought = nil }

    /// To the next row that waits, or the one before where there is none.
    mutating func goOn() {
        stay()
        let after = (scroll.cursor + 1..<max(scroll.cursor + 1, scroll.total)).first(where: waits)
        let before = (0..<scroll.cursor).last(where: waits)
        guard let next = after ?? before else { return }
        go(to: next)
    }

    /// Rows that are not here count as waiting: they have not been seen yet.
    private func waits(_ index: Int) -> Bool { row(index).map { decided[$0.id] == nil } ?? true }

    /// To a row of the queue, its card from the top.
    mutating func go(to row: Int) {
        sought = nil
        card.scrollToTop()
        scroll.move(to: row)
    }

    /// To the member that the card names as next.
    mutating func go(to next: ReviewCard.Next, in campaign: String) {
        sought = ReviewRow.id(campaign, next.accountId)
        scroll.move(to: window.place(of: sought) ?? next.place)
        if current?.id == sought { sought = nil }
        card.scrollToTop()
    }
}

// MARK: - Reading

extension ReviewModel {
    mutating func want(_ tokens: inout TokenSource) -> [Intent] {
        let visible = window.total == nil ? 0..<max(1, scroll.height) : scroll.visible
        return window.want(visible, by: RowWindow.Query(), &tokens) + card.want(current, &tokens)
            + tally.want(.reviewTally, &tokens)
    }

    mutating func receive(_ answer: Answer, for token: Token) -> Bool {
        switch answer {
        case .rows(let rows): receive(rows, for: token)
        case .reviewTally(let value): tally.receive(value, for: token)
        case .reviewCard(let value): card.receive(value, for: token)
        case .decided:
            isSaved(token) || takingBack.removeValue(forKey: token) != nil
        default: false
        }
    }

    private mutating func isSaved(_ token: Token) -> Bool {
        guard let act = saving.removeValue(forKey: token) else { return false }
        saved.insert(act.id)
        return true
    }

    /// What was saved before the rows were asked for and is among them waits again: it was withdrawn elsewhere.
    private mutating func forgetWithdrawn() {
        guard !known.isEmpty, !window.isStale else { return }
        let back = Set(window.rows.map(\.id)).intersection(known)
        decided = decided.filter { !back.contains($0.key) }
        acts.removeAll { back.contains($0.id) }
        known = []
    }

    /// The row under the cursor stays the same row, wherever it stands by now.
    private mutating func receive(_ answer: RowsAnswer, for token: Token) -> Bool {
        let id = sought ?? current?.id
        guard window.receive(answer, for: token) != nil else { return false }
        forgetWithdrawn()
        scroll.resize(total: window.total)
        guard let place = window.place(of: id) else { return true }
        scroll.move(to: place)
        sought = nil
        return true
    }

    mutating func count(_ total: Int, for token: Token) -> Bool {
        guard window.count(total, for: token) else { return false }
        scroll.resize(total: total)
        return true
    }

    /// A decision that could not be saved was never made; one that could not be taken back stands.
    mutating func fail(_ message: String, for token: Token) -> Bool {
        if let act = saving.removeValue(forKey: token) {
            decided[act.id] = nil
            acts.removeAll { $0 == act }
            // What never came to be cannot be taken back.
            takingBack = takingBack.filter { $0.value != act }
            sought = act.id
            scroll.move(to: window.place(of: act.id) ?? act.place)
            return true
        }
        if let act = takingBack.removeValue(forKey: token) {
            decided[act.id] = act.verdict
            acts.append(act)
            return true
        }
        return window.fail(message, for: token) || tally.fail(message, for: token)
            || card.fail(message, for: token)
    }

    /// Nobody looks any more: what was asked for need not come. Decisions go on being saved.
    mutating func abandon() -> [Intent] { window.abandon() + tally.abandon() + card.abandon() }

    /// The case has changed: everything is read anew, the place is kept.
    mutating func forget() {
        (known, saved) = (known.union(saved), [])
        window.forget()
        tally.forget()
        card.forget()
    }
}

extension ReviewRow {
    static func id(_ campaign: String, _ account: AccountID) -> ExactText {
        ExactText("\(campaign)/\(account)")
    }

    /// What names the row within the queue.
    var id: ExactText { ReviewRow.id(campaign, accountId) }

    var subject: DecisionSubject { .membership(campaign: ExactText(campaign), account: accountId) }
}
