import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Marks, ranges and same values") struct MarkingTests {
    @Test("v begins a range and v again marks all of it, beyond what is in sight") func range() {
        var desk = Desk.open()
        desk.accounts = 400
        desk.type("3v")
        #expect(desk.screen.contains("A range begins here"))
        desk.press(.end)
        desk.answerAll()
        #expect(desk.screen.contains("range of 400 accounts, v marks it"))
        desk.type("v")
        #expect(desk.screen.contains("Marked 400 rows."))
        desk.type("j")
        #expect(desk.screen.contains("400 marked"))
    }

    @Test("the rows of a range that is being made are shown as marked, and Esc leaves it") func shown() {
        var desk = Desk.open(keys: "3vjj")
        #expect(desk.grid[3...5].allSatisfy { $0.contains("•") })
        desk.press(.escape)
        #expect(!desk.grid[3...5].contains { $0.contains("•") })
    }

    @Test("comma asks for the rows with the same value of the chosen column") func same() throws {
        var desk = Desk.open(keys: "3>>>>,")
        let row = InventedCase.account(0)
        let status = try #require(row.status)
        #expect(
            desk.asked.last?.filter == .field("status", .matches(pattern: status.rawValue, isGlob: false)))
        #expect(desk.screen.contains("Marked 20 rows."))
        desk.type("j")
        #expect(desk.screen.contains("20 marked"))
    }

    @Test("x opens the rows with the same value, and q comes back") func pivot() {
        var desk = Desk.open(keys: "3>>>>")
        let left = desk.grid
        desk.type("x")
        #expect(desk.asked.last?.filter != .everything)
        #expect(desk.screen.contains("filter: status:"))
        desk.type("q")
        #expect(desk.grid == left)
    }

    @Test("x on an artifact opens the accounts that hold it") func holders() throws {
        let desk = Desk.open(keys: "4>x")
        let row = InventedTexts.artifacts[0]
        #expect(desk.asked.last?.list == .accounts)
        #expect(desk.asked.last?.filter == HoldingField.filter(Artifact(kind: row.kind, value: row.value)))
    }

    @Test("x on a page opens the holders of the value under the cursor, else says what it wants") func page()
    {
        var desk = Desk.open(keys: "4")
        desk.enter()
        desk.type("x")
        #expect(desk.asked.last?.list == .accounts)
        #expect(Desk.open(keys: "x").screen.contains("works in"))
    }

    @Test("what is copied is all marked ids") func copied() {
        let desk = Desk.open(keys: "3  y")
        let ids = (0..<2).map { InventedCase.account($0).accountId.string }.joined(separator: "\n")
        #expect(desk.intents == [.copy(ids)])
    }
}

@Suite("Finding") struct FindingTests {
    @Test("f goes to the nearest hit, n and N to the next and the one before, round the ends") func found() {
        var desk = Desk.open(keys: "3jf")
        desk.type("status:banned")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[22].contains("11 of 40"))
        desk.type("n")
        #expect(desk.grid[22].contains("21 of 40"))
        desk.type("N")
        #expect(desk.grid[22].contains("11 of 40"))
        desk.type("N")
        #expect(desk.grid[22].contains("1 of 40"))
        desk.type("N")
        #expect(desk.screen.contains("Found, round the beginning."))
        desk.type("jn")
        #expect(desk.screen.contains("Found, round the end."))
    }

    @Test("where nothing matches it says so, and without a search n says how to begin one") func none() {
        var desk = Desk.open(keys: "3")
        desk.accounts = 0
        desk.type("/x")
        desk.press(.enter)
        desk.type("fabc")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.screen.contains("Nothing matches 'abc' in this list."))
        #expect(Desk.open(keys: "3n").screen.contains("f asks what"))
    }

    @Test("what cannot be read is asked for again with the reason") func unreadable() {
        var desk = Desk.open(keys: "3fnonsense:1")
        desk.press(.enter)
        #expect(desk.screen.contains("nonsense"))
        #expect(desk.workspace.context == .promptLine)
    }
}

@Suite("Columns") struct ColumnTests {
    @Test("_ hides the chosen column, the palette shows all again") func hidden() {
        var desk = Desk.open(120, 40, keys: "3>")
        #expect(desk.grid[2].contains("group"))
        desk.type("_")
        #expect(!desk.grid[2].contains("group"))
        #expect(desk.screen.contains("1 column hidden"))
        desk.type(":show all col")
        desk.press(.enter)
        #expect(desk.grid[2].contains("group"))
    }

    @Test("the last column stays") func last() {
        var desk = Desk.open(keys: "3")
        for _ in AccountColumns.all { desk.type("_") }
        #expect(desk.screen.contains("The last column stays."))
    }
}
