import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The filter line") struct FilterLineTests {
    @Test("is live: every key asks for the rows that match, and abandons the request before") func live() {
        var desk = Desk.open(keys: "3/")
        desk.press(.character("a"), .character("b"))
        #expect(desk.asked.suffix(2).map(\.filter) == [.contains("a"), .contains("ab")])
        #expect(desk.intents.count == 1)
        desk.answerLast()
        #expect(desk.grid[22].hasPrefix(" /ab  20 accounts"))
    }

    @Test("one that cannot be read is red and says where and what was expected") func invalid() {
        let desk = Desk.open(keys: "3/exchanges>x")
        #expect(desk.grid[21] == " 'x'")
        #expect(desk.grid[20].contains("▲ at 11: exchanges is a number"))
        let frame = desk.workspace.view()
        #expect(frame.buffer[Point(column: 2, row: 22)].style.role == .danger)
        #expect(frame.buffer[Point(column: 12, row: 22)].style.attributes.contains(.highlighted))
        #expect(frame.cursor == Point(column: 13, row: 22))
    }

    @Test(
        "accounts are filtered by values shared with flagged accounts, of any kind and number",
        arguments: ["addresses_with_10_flagged", "payments_with_3_flagged", "x_badge_with_2_flagged"])
    func connections(field: String) {
        let desk = Desk.open(keys: "3/\(field)>=5")
        #expect(desk.asked.last?.filter == .field(field, .compare(.atLeast, .number(5))))
        #expect(desk.grid[22].hasPrefix(" /\(field)>=5  20 accounts"))
    }

    @Test("a kind that the case has none of is said in place of the rows") func unknownKind() {
        var desk = Desk.open(keys: "3/")
        desk.send(.paste("badges_with_2_flagged>1"))
        desk.failNext("badges_with_2_flagged: the case has no values of the kind badges.")
        #expect(desk.screen.contains("the case has no values of the kind badges."))
    }

    @Test("groups have no such field, and the message names theirs") func elsewhere() {
        #expect(Desk.open(keys: "2/addresses_with_10_flagged>1").screen.contains("▲ at 1:"))
    }

    @Test("while it cannot be read the last good one stays in force") func keepsGood() {
        let desk = Desk.open(keys: "3/ab exchanges>x")
        #expect(desk.asked.last?.filter == .all([.contains("ab"), .contains("exchanges")]))
    }

    @Test("Enter keeps it, Esc on the list takes it away") func keep() {
        var desk = Desk.open(keys: "3/ab")
        desk.press(.enter)
        #expect(desk.grid[22].contains("1 of 20 accounts · filter: ab"))
        desk.press(.escape)
        desk.answerAll()
        #expect(desk.grid[22].contains("1 of 40 accounts"))
    }

    @Test("Esc while typing leaves the list unfiltered") func erase() {
        var desk = Desk.open(keys: "3/ab")
        desk.press(.escape)
        desk.answerAll()
        #expect(desk.grid[22].hasPrefix("─ 1 of 40 accounts ─"))
    }

    @Test("the list can be walked while the filter is typed") func walk() {
        var desk = Desk.open(keys: "3/ab")
        desk.press(.down)
        #expect(desk.grid[4].hasPrefix("› "))
        desk.type("c")
        #expect(desk.asked.last?.filter == .contains("abc"))
    }

    @Test("nothing that matches is said with the way out") func nothing() {
        var desk = Desk.open()
        desk.rows[.accounts] = []
        desk.type("3/zz")
        #expect(desk.screen.contains("No account matches this filter. Esc shows all of them."))
    }

    @Test(
        "every column of a list is a field of its filter", arguments: [RowList.accounts, .groups, .sources])
    func fields(list: RowList) {
        let names = Set(list.fields.map(\.name))
        #expect(list.columns.allSatisfy { names.contains($0.field.name) })
    }
}
