import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Review") struct ReviewTests {
    private func opened(_ columns: Int = 80, _ rows: Int = 24) -> Desk { Desk.open(columns, rows, keys: "9") }

    private var first: ReviewRow { InventedReview.queue[0] }

    /// Types the reason that is asked for, and lets nothing be answered.
    private func decide(_ key: Character, _ reason: String, _ desk: inout Desk) {
        desk.press(.character(key))
        for character in reason { desk.press(.character(character)) }
        desk.press(.enter)
    }

    private func saved(_ desk: Desk) -> [(DecisionSubject, DecisionVerdict, String, Token)] {
        desk.intents.compactMap {
            guard case .decide(let order, let token) = $0 else { return nil }
            return (order.subject, order.verdict, order.reason, token)
        }
    }

    @Test("the queue above the card of the membership under the cursor") func narrow() throws {
        try opened().matches("review-80x24.txt")
    }

    @Test("beside each other where there is room") func wide() throws {
        try opened(120, 40).matches("review-120x40.txt")
    }

    @Test("a decision is written down with its reason, and the next membership comes up at once")
    func deciding() throws {
        var desk = opened()
        decide("n", "an own card", &desk)
        let decision = try #require(saved(desk).first)
        #expect(decision.0 == first.subject && decision.1 == .reject && decision.2 == "an own card")
        #expect(desk.screen.contains("Rejected \(first.accountId) in C-01. z takes it back."))
        desk.answerAll()
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[1].accountId) is run by"))
        #expect(desk.screen.contains("of 5 waiting"))
    }

    @Test("without a reason nothing is decided") func noReason() {
        var desk = opened()
        decide("y", "  ", &desk)
        #expect(saved(desk).isEmpty)
        #expect(desk.screen.contains("A decision needs a reason in words"))
        desk.press(.character("y"), .escape)
        #expect(saved(desk).isEmpty)
    }

    @Test("Up offers the reason given last") func lastReason() {
        var desk = opened()
        decide("y", "one card", &desk)
        // Nobody is decided on before their card is there; what was typed is kept.
        desk.press(.character("u"), .up, .enter)
        #expect(saved(desk).count == 1 && desk.screen.contains("nobody is decided on unseen"))
        desk.answerAll()
        desk.press(.enter)
        #expect(saved(desk).map(\.2) == ["one card", "one card"])
        #expect(saved(desk).map(\.1) == [.confirm, .unsure])
    }

    @Test("skip goes on and decides nothing") func skip() {
        var desk = opened()
        desk.type("s")
        #expect(saved(desk).isEmpty)
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[1].accountId)"))
        desk.type("sssss")
        #expect(desk.screen.contains("This was the last that waits."))
    }

    @Test("what was decided here is passed over until the queue is read anew") func passedOver() {
        var desk = opened()
        desk.type("j")
        decide("y", "seen", &desk)
        desk.type("k")
        desk.type("k")
        decide("y", "seen", &desk)
        desk.answerAll()
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[2].accountId)"))
        desk.type("kn")
        #expect(desk.screen.contains("Confirmed already"))
    }

    @Test("once saved, the queue is read anew and the cursor stays on its membership") func saving() throws {
        var desk = opened()
        decide("y", "seen", &desk)
        desk.answerAll()
        let token = try #require(saved(desk).first).3
        desk.queue.removeFirst()
        desk.tally = ReviewTally(waiting: 5, confirmed: 10, rejected: 1, unsure: 2, disputed: 0)
        desk.send(.answered(token, .decided(decision(.confirm))))
        desk.send(.caseChanged)
        desk.answerAll()
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[1].accountId)"))
        #expect(desk.screen.contains("1 of 5 waiting  confirmed 10"))
    }

    @Test("what could not be saved was not decided, and says why") func failing() throws {
        var desk = opened()
        decide("y", "seen", &desk)
        let token = try #require(saved(desk).first).3
        desk.send(.failed(token, "The decision was not saved: the disk is full"))
        desk.answerAll()
        #expect(desk.screen.contains("the disk is full"))
        #expect(desk.screen.contains("CLAIM     \(first.accountId)"))
        desk.type("z")
        #expect(desk.screen.contains("There is nothing to undo."))
    }

    @Test("z takes the last decision back and returns to it") func undo() throws {
        var desk = opened()
        decide("y", "seen", &desk)
        desk.answerAll()
        desk.press(.character("z"))
        desk.answerAll()
        let subjects = desk.intents.compactMap {
            if case .takeBack(let subject, _) = $0 { subject } else { nil }
        }
        #expect(subjects == [first.subject])
        #expect(desk.screen.contains("CLAIM     \(first.accountId)"))
        #expect(desk.screen.contains("Taken back"))
        desk.type("z")
        #expect(desk.screen.contains("There is nothing to undo."))
    }

    @Test("Enter goes to the undecided account with the strongest link") func nextLinked() {
        var desk = opened()
        desk.enter()
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[5].accountId)"))
        desk.enter()
        #expect(desk.screen.contains("No linked account of C-01 waits"))
    }

    @Test("o opens the dossier, and q comes back to the same card") func dossier() {
        var desk = opened()
        desk.type("jo")
        #expect(desk.screen.contains("Accounts › \(InventedReview.queue[1].accountId)"))
        desk.type("q")
        #expect(desk.screen.contains("CLAIM     \(InventedReview.queue[1].accountId)"))
    }

    @Test("c comments on the account") func comment() {
        var desk = opened()
        desk.type("c")
        #expect(desk.screen.contains("comment on account:\(first.accountId)"))
    }

    @Test("while a job runs nothing is decided, and the key says why") func job() {
        var desk = opened()
        desk.send(.jobProgress(JobProgress(name: "analysis", fraction: nil, detail: "features")))
        desk.type("y")
        #expect(desk.screen.contains("The analysis is running and writes to the case"))
    }

    @Test("a case that was opened read-only is looked at, not decided on") func readOnly() {
        var desk = Desk(isReadOnly: true)
        desk.start()
        desk.answerAll()
        desk.type("9y")
        #expect(desk.screen.contains("opened read-only: nothing can be decided"))
    }

    @Test("an empty queue says what is left to do") func empty() {
        var desk = Desk()
        desk.queue = []
        desk.start()
        desk.answerAll()
        desk.type("9")
        #expect(desk.screen.contains("Every membership has been decided on."))
        desk.type("y")
        #expect(desk.screen.contains("No membership waits for a decision."))
    }

    @Test("ids and reasons with escapes, newlines and a megabyte leave the screen whole") func hostile() {
        var desk = Desk(100, 30)
        let id = "u\u{1B}[2J\n" + String(repeating: "\u{202E}x", count: 50_000)
        desk.queue = [
            ReviewRow(campaign: "C-01", accountId: AccountID(id), probability: 0.6, role: .core, linked: 2)
        ]
        desk.start()
        desk.answerAll()
        desk.type("9")
        decide("y", "z\u{1B}", &desk)
        desk.send(.paste(String(repeating: "y", count: 1_000_000)))
        #expect(desk.grid.count == 30)
        #expect(desk.grid.allSatisfy { !$0.unicodeScalars.contains("\u{1B}") && $0.count <= 100 })
    }

    private func decision(_ verdict: DecisionVerdict) -> Decision {
        Decision(
            number: 1, at: Timestamp(milliseconds: 0), actor: "tester", subject: first.subject,
            verdict: verdict, reason: "seen")
    }
}
