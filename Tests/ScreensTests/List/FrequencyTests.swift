import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Frequency tables") struct FrequencyTests {
    @Test("F counts the chosen column under the filter") func opened() {
        var desk = Desk.open(keys: "3>>>>/exchanges>5")
        desk.press(.enter)
        desk.type("F")
        #expect(desk.asked.last?.list == .frequencies(of: .accounts, field: "status", filter: "exchanges>5"))
        #expect(desk.screen.contains("active"))
        #expect(desk.screen.contains("75 %"))
    }

    @Test("Enter keeps the rows of a value, of all marked ones where there are any") func kept() {
        var desk = Desk.open(keys: "3>>>>F")
        desk.enter()
        #expect(desk.asked.last?.list == .accounts)
        #expect(desk.screen.contains("filter: status:active"))
        desk.type("q  ")
        desk.enter()
        #expect(desk.screen.contains("filter: status:active or status:banned"))
    }

    @Test("the filter of the table goes on holding") func joined() throws {
        let text = FrequencyFilter.joined("a:1 or b:2", ["c:3", "d:4 d:5"])
        #expect(text == "(a:1 or b:2) (c:3 or (d:4 d:5))")
        let fields = ["a", "b", "c", "d"].map { FieldDescription($0, .text) }
        #expect(throws: Never.self) { try FilterParser.parse(text, fields: fields) }
    }

    @Test("the table looks like this") func drawn() throws {
        try Desk.open(80, 24, keys: "3>>>>F").matches("frequencies-80x24.txt")
    }
}

@Suite("Notes") struct NoteListTests {
    @Test("the list looks like this, evidence in it made harmless") func drawn() throws {
        try Desk.open(120, 40, keys: "Bj").matches("notes-120x40.txt")
    }

    @Test("Enter opens what a note is about") func opened() {
        var desk = Desk.open(keys: "B")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts"))
        desk.type("qjj")
        desk.enter()
        #expect(desk.grid[0].contains("dv_44a1"))
    }

    @Test("b asks for a bookmark on what is under the cursor") func bookmarked() {
        let desk = Desk.open(keys: "2b")
        #expect(desk.intents == [.bookmark(["campaign:C-01"])])
    }
}

@Suite("SQL") struct SQLTests {
    @Test("a statement's rows are a list with its own columns") func rows() {
        var desk = Desk.open(120, 40, keys: ";SELECT 1")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.asked.last?.list == .sql("SELECT 1"))
        #expect(desk.grid[2].contains("status") && desk.grid[2].contains("count(*)"))
        #expect(desk.screen.contains("null"))
        desk.type("s")
        #expect(desk.asked.last?.sort == SortOrder(field: "status", isDescending: false))
    }

    @Test("what cannot be run says why") func failed() {
        var desk = Desk.open(keys: ";SELEC")
        desk.press(.enter)
        desk.failNext("near SELEC: syntax error")
        #expect(desk.screen.contains("near SELEC: syntax error"))
        desk.type(";")
        #expect(desk.screen.contains("SQL: SELEC"))
    }
}
