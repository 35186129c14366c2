import Terminal
import Testing

@testable import Screens

@Suite("The size of the terminal") struct SizeTests {
    @Test("one that is too small says so, still says SYNTHETIC, and waits") func tooSmall() {
        var desk = Desk.open(60, 10)
        #expect(
            desk.grid.prefix(4) == [
                "SYNTHETIC", "This terminal has 60 columns and 10 rows;",
                "revenuer needs 80 and 24. Make it larger:",
                "nothing is lost. q quits.",
            ])
        desk.type("3")
        #expect(desk.intents.isEmpty)
        desk.resize(80, 24)
        #expect(desk.grid[0].contains("Overview"))
        desk.resize(79, 24)
        desk.type("q")
        #expect(desk.intents == [.quit])
    }

    @Test(
        "any size is drawn without a trap",
        arguments: [(0, 0), (1, 1), (80, 23), (79, 24), (80, 24), (99, 25), (100, 24), (200, 60), (500, 200)])
    func anySize(columns: Int, rows: Int) {
        var desk = Desk.open(keys: "2")
        for keys in ["", "1", "3", "0", "?"] {
            desk.type(keys)
            desk.resize(columns, rows)
            #expect(desk.workspace.view().buffer.size == Size(columns: columns, rows: rows))
            desk.resize(80, 24)
        }
    }

    @Test("the cursor keeps its row through a change of size midway") func resizeMidway() {
        var desk = Desk.open(120, 40)
        desk.accounts = 5_000
        desk.type("3")
        for _ in 0..<300 { desk.press(.down) }
        desk.resize(80, 24)
        #expect(desk.grid[22].hasPrefix("─ 301 of 5,000 accounts"))
        desk.answerAll()
        #expect(desk.grid.contains { $0.hasPrefix("› ") && $0.contains("1,300") })
    }

    @Test("every cell beyond the list stays where it is when the screen shrinks and grows")
    func thereAndBack() {
        var desk = Desk.open(120, 40, keys: "2")
        let before = desk.grid
        desk.resize(80, 24)
        desk.resize(120, 40)
        #expect(desk.grid == before)
    }
}
