import Casework
import Terminal

extension Workspace {
    /// Does what a key of the review says, or says why it cannot.
    mutating func perform(_ command: Command, on review: ReviewModel) -> [Intent] {
        var model = review
        switch command {
        case .confirm: ask(.confirm, model)
        case .reject: ask(.reject, model)
        case .unsure: ask(.unsure, model)
        case .undo: return undo(&model)
        case .dossier:
            guard let row = model.current else { return refuseEmpty(model) }
            open(.account(row.accountId))
        case .nextLinked: goToNextLinked(model)
        case .skip:
            guard model.current != nil else { return refuseEmpty(model) }
            let before = model.scroll.cursor
            model.goOn()
            if model.scroll.cursor <= before { status = .note("This was the last that waits.") }
            history.current = .review(model)
        default:
            model.move(
                command, cardHeight: ScreenLayout(size).map { ReviewLayout(body: $0.body).card.rows } ?? 1,
                lines: cardLines(model))
            history.current = .review(model)
        }
        return []
    }

    /// What comes of a reason that was typed.
    mutating func decide(_ verdict: DecisionVerdict, _ row: ReviewRow, because reason: String) -> [Intent] {
        guard case .review(var model) = history.current else { return [] }
        guard let card = model.card.card(of: row) else {
            status = .problem("The card is still being read, and nobody is decided on unseen: Enter again.")
            mode = .prompt(Prompt(purpose: .decide(verdict, row), text: reason, offered: model.lastReason))
            return []
        }
        let order = DecisionOrder(subject: row.subject, verdict: verdict, reason: reason, run: card.run)
        let token = nextOfDecision()
        model.decide(row, order.verdict, because: order.reason, token)
        history.current = .review(model)
        let account = SafeOutput.brief(row.accountId.string, limit: 40)
        status = .note("\(ReviewWords.done(order.verdict)) \(account) in \(row.campaign). z takes it back.")
        return [.decide(order, token)]
    }

    /// Asks for the reason, where a decision can be made at all.
    private mutating func ask(_ verdict: DecisionVerdict, _ model: ReviewModel) {
        guard let row = model.current else { return _ = refuseEmpty(model) }
        if isReadOnly {
            status = .problem("The case was opened read-only: nothing can be decided.")
        } else if let job {
            status = .problem(
                "The \(job.name) is running and writes to the case: decide when it is done; Ctrl-C cancels it."
            )
        } else if let made = model.verdict(on: row) {
            status = .problem("\(ReviewWords.done(made)) already; z takes the last decision back.")
        } else {
            mode = .prompt(Prompt(purpose: .decide(verdict, row), offered: model.lastReason))
        }
    }

    private mutating func undo(_ model: inout ReviewModel) -> [Intent] {
        guard !model.acts.isEmpty else { return undo() }
        if let job {
            status = .problem("The \(job.name) is running and writes to the case; Ctrl-C cancels it.")
            return []
        }
        let token = nextOfDecision()
        guard let act = model.takeBack(token) else { return [] }
        history.current = .review(model)
        status = .note(
            "Taken back: \(ReviewWords.done(act.verdict).lowercased()) \(SafeOutput.brief(act.subject.description, limit: 60))."
        )
        return [.takeBack(act.subject, token)]
    }

    private mutating func nextOfDecision() -> Token {
        let token = tokens.next()
        decisions.insert(token)
        return token
    }

    private mutating func goToNextLinked(_ review: ReviewModel) {
        var model = review
        guard let row = model.current else { return _ = refuseEmpty(model) }
        guard let card = model.currentCard else {
            status = .problem("The card is still being read.")
            return
        }
        guard let next = card.next else {
            status = .problem("No linked account of \(row.campaign) waits for a decision; s goes on.")
            return
        }
        model.go(to: next, in: row.campaign)
        history.current = .review(model)
        let account = SafeOutput.brief(next.accountId.string, limit: 40)
        status = .note("\(account), linked with \(Figures.bits(next.bits)) bits.")
    }

    private mutating func refuseEmpty(_ model: ReviewModel) -> [Intent] {
        status = .problem(
            model.window.total == nil
                ? "The queue is still being read." : "No membership waits for a decision.")
        return []
    }

    /// How long the card is as it is drawn now.
    private func cardLines(_ model: ReviewModel) -> Int {
        guard let layout = ScreenLayout(size), let card = model.currentCard else { return 0 }
        let rect = ReviewLayout(body: layout.body).card
        return ReviewCardPage(card: card, glyphs: glyphs).page(width: rect.columns, height: rect.rows).rows
            .count
    }

    /// Which lines of the card are in sight; nil where all of them are.
    func cardPosition(_ model: ReviewModel) -> String? {
        guard let layout = ScreenLayout(size) else { return nil }
        let (lines, height) = (cardLines(model), ReviewLayout(body: layout.body).card.rows)
        guard lines > height else { return nil }
        let top = min(model.card.top, lines - height)
        return "card: lines \(top + 1) to \(top + height) of \(lines), Ctrl-D and Ctrl-U move it"
    }
}

extension ReviewModel {
    /// Moves about in the queue and in the card.
    mutating func move(_ command: Command, cardHeight: Int, lines: Int) {
        let before = scroll.cursor
        stay()
        switch command {
        case .up: scroll.move(by: -1)
        case .down: scroll.move(by: 1)
        case .pageUp: scroll.page(by: -1)
        case .pageDown: scroll.page(by: 1)
        case .first: scroll.move(to: 0)
        case .last: scroll.move(to: scroll.total - 1)
        case .halfUp: card.scroll(by: -max(1, cardHeight / 2), last: lines - cardHeight)
        case .halfDown: card.scroll(by: max(1, cardHeight / 2), last: lines - cardHeight)
        default: return
        }
        if scroll.cursor != before { card.scrollToTop() }
    }
}
