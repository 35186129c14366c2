import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The graph as a matrix") struct MatrixTests {
    private func opened(_ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode) -> Desk {
        var desk = Desk.open(columns, rows, keys: "2", glyphs: glyphs)
        desk.enter()
        desk.type("7")
        desk.press(.tab)
        desk.answerAll()
        return desk
    }

    @Test("accounts against values, weights as numbers and heights, at 80 and at 160 columns") func drawn()
        throws
    {
        try opened().matches("matrix-80x24.txt")
        try opened(160, 50).matches("matrix-160x50.txt")
    }

    @Test("in ASCII") func ascii() throws {
        let desk = opened(glyphs: .ascii)
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
        try desk.matches("matrix-ascii-80x24.txt")
    }

    @Test("the chosen value is scrolled into sight, and o opens it") func scrolled() {
        var desk = opened()
        for _ in 0..<20 { desk.press(.right) }
        #expect(desk.screen.contains("value 21 of 30"))
        #expect(desk.screen.contains("[21]"))
        #expect(desk.screen.contains("‹ 16 more"))
        desk.type("o")
        #expect(desk.grid[0].contains("Artifacts › payment"))
        desk.type("q")
        #expect(desk.screen.contains("[21]"))
    }

    @Test("either end says that it is the end") func ends() {
        var desk = opened()
        desk.press(.left)
        #expect(desk.screen.contains("This is the first value."))
        for _ in 0..<40 { desk.press(.right) }
        #expect(desk.screen.contains("This is the last value."))
    }

    @Test("Enter opens the account of the row, and Tab goes back to the tree") func leaving() {
        var desk = opened()
        desk.type("j")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-9001"))
        desk.type("q")
        desk.press(.tab)
        #expect(desk.screen.contains("as a tree"))
    }

    @Test("the chosen value and the numbers stay while the accounts scroll") func pinned() {
        var desk = opened()
        desk.type("G")
        #expect(desk.screen.contains("value 1 of 30"))
        #expect(desk.screen.contains("194 more accounts"))
        #expect(!desk.screen.contains("u-9000"))
    }

    @Test("accounts that share nothing have no matrix") func empty() {
        let page = MatrixPage(matrix: GraphMatrix(columns: [], rows: []), column: 0, glyphs: .unicode)
        #expect(Desk.text(page.lines(width: 80)).contains("shares no value with another account"))
    }

    @Test("wide characters and hostile ids keep the cells in their columns") func hostile() {
        var matrix = InventedGraph.matrix(of: .group("C-01"))
        for (place, id) in ["\u{1B}[2J", "名前は日本語です", "👩‍👩‍👧"].enumerated() {
            matrix.rows[place].account = AccountRow(accountId: AccountID(id), unlisted: false)
            matrix.rows[place].holds = [0]
        }
        let lines = MatrixPage(matrix: matrix, column: 0, glyphs: .unicode).lines(width: 80)
        var buffer = Buffer(size: Size(columns: 80, rows: lines.count))
        Page(lines, width: 80).draw(on: &buffer, in: buffer.bounds)
        let places = (0..<3).map { row in
            (0..<80).first { buffer[Point(column: $0, row: row)].text == "█" }
        }
        #expect(Set(places).count == 1)
        #expect(buffer.rows[0].contains("␛[2J"))
    }
}
