import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The graph as a tree") struct GraphTests {
    /// The graph of the first account of the list, with so many keys pressed in it.
    private func opened(_ columns: Int = 80, _ rows: Int = 24, keys: String = "", glyphs: Glyphs = .unicode)
        -> Desk
    {
        var desk = Desk.open(columns, rows, keys: "3", glyphs: glyphs)
        desk.enter()
        desk.type("7" + keys)
        return desk
    }

    private func isSafe(_ screen: String) -> Bool {
        screen.unicodeScalars.allSatisfy {
            $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
        }
    }

    @Test("begins collapsed: what the account shares, the strongest first, with counts and bits")
    func collapsed() {
        #expect(
            opened().screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Graph › u-10000000
                ────────────────────────────────────────────────────────────────────────────────
                 account  u-10000000   as a tree

                 strongest first                             accounts  flagged   bits
                ›▸ payment pf_81c0a4d2e6f0443e                      9        9   11.2  one hand
                 ▸ device dv_44a107                                17       16    9.8  one hand
                 ▸ lockstep f-19 2026-01-20T03:14Z                  -        -    5.5  unclear
                 ▸ email_domain river17.example                     3        0      -  unjudged
                 ▸ network 198.18.40.0/24                      20,000       44    1.2  shared
                   3 more values of it are held by no other account











                ────────────────────────────────────────────────────────────────────────────────
                 Enter open  + expand  o page  Tab matrix  q back  : palette  ? help        UTC
                """)
    }

    @Test("three nodes open into each other, at 80 and at 160 columns") func expanded() throws {
        try opened(keys: "++++++").matches("graph-80x24.txt")
        try opened(160, 50, keys: "++++++").matches("graph-160x50.txt")
    }

    @Test("in ASCII") func ascii() throws {
        let desk = opened(keys: "++++", glyphs: .ascii)
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
        try desk.matches("graph-ascii-80x24.txt")
    }

    @Test("an account that shares nothing says so") func empty() {
        var desk = Desk.open(keys: "3")
        desk.neighbours = { _ in GraphNeighbours(start: 0, rows: [], total: 0) }
        desk.enter()
        desk.type("7")
        #expect(desk.screen.contains("it shares no value with another account"))
        desk.type("+o-p")
        #expect(desk.screen.contains("There is no node under the cursor."))
    }

    @Test("a value held by 20,000 comes a dozen at a time, only when asked") func huge() {
        var desk = opened(80, 60, keys: "jjjj+")
        #expect(desk.screen.contains("… 19,987 more accounts"))
        #expect(desk.grid.filter { $0.contains("u-9") }.count == 12)
        desk.type("G")
        desk.press(.enter)
        #expect(desk.waiting.count == 1)
        desk.answerAll()
        #expect(desk.screen.contains("… 19,975 more accounts"))
        #expect(desk.grid.filter { $0.contains("u-9") }.count == 24)
    }

    @Test("nothing is read before a node is opened, and nothing twice") func onDemand() {
        var desk = opened()
        desk.press(.character("+"))
        #expect(
            desk.waiting.map(\.request) == [
                .neighbours(
                    NeighboursRequest(
                        of: .artifact(InventedCase.artifact("payment", "pf_81c0a4d2e6f0443e")),
                        from: .account(AccountID("u-10000000")), window: 0..<12))
            ])
        desk.press(.character("-"))
        desk.answerAll()
        desk.press(.character("+"))
        #expect(desk.waiting.isEmpty)
        #expect(desk.screen.contains("u-9000"))
    }

    @Test("wide characters and hostile text keep the columns and reach no screen raw") func hostile() {
        var desk = Desk.open(keys: "3")
        desk.neighbours = { request in
            let texts = ["\u{1B}[2J", "名前は日本語です", "\u{202E}gnimoc", String(repeating: "x", count: 100_000)]
            let rows = texts.enumerated().map { place, text -> GraphRow in
                if case .artifact = request.node { return InventedGraph.account(AccountID(text), place) }
                var row = GraphRow(node: .artifact(InventedCase.artifact("device", text)))
                row.accounts = 77
                return row
            }
            return GraphNeighbours(start: 0, rows: rows, total: rows.count)
        }
        desk.enter()
        desk.type("7++")
        #expect(isSafe(desk.screen))
        #expect(desk.screen.contains("␛[2J"))
        let buffer = desk.workspace.view().buffer
        let places = (0..<24).compactMap { row in
            (1..<80).first {
                buffer[Point(column: $0, row: row)].text == "7"
                    && buffer[Point(column: $0 + 1, row: row)].text == "7"
            }
        }
        #expect(places.count == 4)
        #expect(Set(places).count == 1)
    }

    @Test("what could not be read is said at its node, and tried again when it is opened anew") func failure()
    {
        var desk = opened()
        desk.press(.character("+"))
        desk.failNext("the disk is gone")
        #expect(desk.screen.contains("this could not be read: the disk is gone"))
        desk.type("-+")
        #expect(desk.screen.contains("u-9000"))
    }

    @Test("- closes, then goes to the node above; at the outermost it says so") func closing() {
        var desk = opened(keys: "++++")
        #expect(desk.grid.contains { $0.hasPrefix("›") && $0.contains("device") })
        desk.type("--")
        #expect(desk.grid.contains { $0.hasPrefix("›") && $0.contains("u-9000") })
        desk.type("---")
        #expect(desk.screen.contains("It is closed, and nothing stands above it."))
    }

    @Test("o opens the page of a node, and q comes back to the tree as it was left") func pages() {
        var desk = opened(keys: "++")
        let before = desk.grid
        desk.type("o")
        #expect(desk.grid[0].contains("Accounts › u-9000"))
        desk.type("q")
        #expect(desk.grid == before)
        desk.type("qa")
        #expect(desk.grid == before)
    }

    @Test("a value that an analysis derived has no page, and says so") func derived() {
        #expect(opened(keys: "jjo").screen.contains("An analysis derived this value: it has no page."))
    }

    @Test("p shows the chain from the account above to the one under the cursor") func path() {
        #expect(opened(keys: "++p").grid[0].contains("u-10000000 › Path › u-9000"))
        #expect(opened(keys: "p").screen.contains("A path needs two accounts"))
    }

    @Test("the last expansion in sight can be taken back, and the cursor goes to it") func undo() {
        var tokens = TokenSource()
        var screen = GraphScreen(.account(AccountID("u-1")))
        func answer(_ screen: inout GraphScreen) {
            for intent in screen.want(&tokens) {
                guard case .load(.neighbours(let request), let token) = intent else { continue }
                _ = screen.receive(.neighbours(InventedGraph.neighbours(request)), for: token)
            }
        }
        let page = Page(width: 80)
        answer(&screen)
        #expect(screen.perform(.expand, on: page, choice: 1) == .done)
        answer(&screen)
        #expect(screen.perform(.expand, on: page, choice: 2) == .done)
        answer(&screen)
        let both = screen.tree.lines.count
        #expect(screen.collapseLast() == .choose(2))
        #expect(screen.tree.lines.count < both)
        #expect(screen.collapseLast() == .choose(1))
        #expect(screen.collapseLast() == nil)
    }

    @Test("answers that come in above the cursor do not move it to another node") func steady() {
        var desk = opened()
        desk.press(.character("+"), .down)
        #expect(desk.grid.contains { $0.hasPrefix("›") && $0.contains("device") })
        desk.answerAll()
        desk.press(.down)
        desk.press(.up)
        #expect(desk.grid.contains { $0.hasPrefix("›") && $0.contains("device") })
    }

    @Test("new findings are read into the nodes that are open") func changed() {
        var desk = opened(keys: "+")
        desk.send(.caseChanged)
        #expect(desk.screen.contains("u-9000"))
        let asked = desk.waiting.filter { if case .neighbours = $0.request { true } else { false } }
        #expect(asked.count == 2)
        desk.answerAll()
        #expect(desk.screen.contains("u-9000"))
    }
}
