import Casework
import Foundation
import Terminal
import Testing

@testable import Screens

@Suite("Sessions") struct SessionTests {
    /// The session written down and read again by a new workbench.
    private func reopened(_ desk: Desk) throws -> Desk {
        let data = try JSONEncoder().encode(desk.workspace.session)
        var fresh = Desk()
        fresh.accounts = desk.accounts
        fresh.workspace.resume(try JSONDecoder().decode(Session.self, from: data))
        fresh.start()
        fresh.answerAll()
        return fresh
    }

    @Test("place, filter, order, marks, cursor, columns and the view stack come back") func restored() throws
    {
        var desk = Desk.open(keys: "2")
        desk.enter()
        desk.type("3>_s jjj/exchanges>5")
        desk.press(.enter)
        desk.type("jj")
        var again = try reopened(desk)
        #expect(again.screen.contains("Back where you were."))
        again.type("k")
        desk.type("k")
        #expect(again.grid == desk.grid)
        again.type("qq")
        desk.type("qq")
        #expect(again.grid == desk.grid)
        again.type("aa")
        desk.type("aa")
        #expect(again.grid == desk.grid)
    }

    @Test("what was done before can still be undone") func undone() throws {
        var again = try reopened(Desk.open(keys: "3 s"))
        again.type("zz")
        guard case .list(let model) = again.workspace.history.current else {
            Issue.record("no list")
            return
        }
        #expect(model.marks.isEmpty && model.sort == nil)
        again.type("Z")
        #expect(again.screen.contains("Done again: marks"))
    }

    @Test("a cursor far down comes back, with the rows around it") func far() throws {
        var desk = Desk.open()
        desk.accounts = 5000
        desk.type("3")
        desk.press(.end)
        desk.answerAll()
        desk.type("kkk")
        let again = try reopened(desk)
        #expect(again.grid[2...12].contains { $0.contains("›") && $0.contains("u-") })
        guard case .list(let model) = again.workspace.history.current else { return }
        #expect(model.scroll.cursor == 4996)
    }

    @Test("what another version wrote is not read, and a fresh case begins at the overview") func unknown() {
        var session = Desk.open(keys: "3").workspace.session
        session.version = 99
        var desk = Desk()
        desk.workspace.resume(session)
        desk.start()
        desk.answerAll()
        #expect(desk.grid[0].contains("Overview"))
        #expect(!desk.screen.contains("Back where you were"))
        var fresh = Desk()
        fresh.workspace.resume(Session())
        #expect(!fresh.screen.contains("Back where you were"))
    }

    @Test("deeds with too many marks are left out, the oldest first") func bounded() {
        var stack = UndoStack()
        var rows: [Mark] = []
        for place in 0..<6 {
            let before = ListState(marks: Marks(rows))
            rows += (0..<10).map { Mark(.account(InventedCase.account(place * 10 + $0))) }
            stack.push(
                .list(number: 1, title: "Accounts", before: before, after: ListState(marks: Marks(rows))))
        }
        let kept = stack.kept(marks: 205)
        #expect(kept.done.count == 2)
        #expect(kept.done.last == stack.done.last)
        #expect(stack.kept(marks: 10_000) == stack)
    }
}
