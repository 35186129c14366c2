import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The path between two accounts") struct PathTests {
    /// The path from the list of accounts, one marked and the cursor on the next.
    private func opened(_ columns: Int, _ rows: Int, glyphs: Glyphs = .unicode) -> Desk {
        Desk.open(columns, rows, keys: "3 p", glyphs: glyphs)
    }

    private func drawn(_ path: EvidencePath, _ width: Int = 80, glyphs: Glyphs = .unicode) -> String {
        let page = PathPage(path: path, glyphs: glyphs).page(width: width)
        var buffer = Buffer(size: Size(columns: width, rows: page.rows.count), glyphs: glyphs)
        page.draw(on: &buffer, in: buffer.bounds)
        return buffer.rows.joined(separator: "\n")
    }

    private let a = AccountID("u-14377d50")
    private let b = AccountID("u-f00d1122")

    @Test("from one marked account to the one under the cursor, hop by hop, at 80 columns") func small()
        throws
    {
        try opened(80, 24).matches("path-80x24.txt")
    }

    @Test("at 160 columns") func wide() throws { try opened(160, 50).matches("path-160x50.txt") }

    @Test("in ASCII") func ascii() throws {
        let desk = opened(80, 24, glyphs: .ascii)
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
        try desk.matches("path-ascii-80x24.txt")
    }

    @Test("where no chain joins them it says so and why") func none() {
        #expect(
            drawn(InventedCase.noPath(a, b)) == """
                 No chain of evidence joins these two accounts.

                  u-14377d50
                   │
                  u-f00d1122

                 Why not
                 • No chain of evidence within 6 hops.
                 • Values that strangers share, barred ones and those without weight carry no
                   hop: 14 left out.
                """)
    }

    @Test("every account, value and row of the chain opens") func targets() {
        let page = PathPage(path: InventedCase.path(a, b), glyphs: .unicode).page(width: 80)
        let targets = page.choices.compactMap { page.rows[$0].choice?.line.target }
        let between = [AccountID("u-9c03aa11"), AccountID("u-c0ffee07")]
        func rows(_ from: AccountID, _ to: AccountID) -> [Target] {
            [812, 4_410].map {
                .row(RowReference(source: 2, file: "payments.csv", line: $0), [from, to])
            }
        }
        #expect(
            targets == [
                .account(a), .artifact(InventedCase.artifact("payment", "pf_81c0a4d2e6f0443e")),
            ] + rows(a, between[0]) + [.account(between[0]), .template("T-012")]
                + rows(between[0], between[1]) + [.account(between[1]), .explanation(between[1], b)]
                + rows(between[1], b) + [.account(b)])
    }

    @Test("the weakest hop is named, the first of equals") func weakest() {
        let screen = drawn(InventedCase.path(a, b))
        #expect(screen.contains("the weakest is hop 3 of 3, lockstep f-19 2026-01-20T03:14Z"))
        #expect(screen.split(separator: "\n").filter { $0.hasSuffix("weakest") }.count == 1)
    }

    @Test("a chain of hundreds of hops is a page to scroll") func huge() {
        let accounts = (0..<400).map { AccountID("u-\($0)") }
        let page = PathPage(path: InventedCase.longPath(accounts), glyphs: .unicode).page(width: 80)
        #expect(page.choices.count == 400 + 399 * 3)
        #expect(drawn(InventedCase.longPath(accounts)).contains("hop 399 of 399, device u-399"))
    }

    @Test("wide characters and hostile text keep their columns and reach no screen raw") func hostile() {
        let accounts = ["\u{1B}[2Jid", "名前は日本語です", "\u{202E}gnimoc", "👩‍👩‍👧 a"].map { AccountID($0) }
        let screen = drawn(InventedCase.longPath(accounts))
        #expect(screen.contains("␛[2Jid"))
        #expect(
            screen.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
        let ends = screen.split(separator: "\n").filter { $0.contains("20,000 accounts") }
        #expect(ends.count == 3)
    }

    @Test("without two accounts it says what to do") func unmarked() {
        #expect(
            Desk.open(keys: "3p").screen.contains("there must be two accounts: mark one with Space first"))
        let three = Desk.open(keys: "3   p")
        #expect(three.screen.contains("there must be two accounts: 3 accounts are marked"))
    }

    @Test("from a dossier the other account is asked for; the one marked in the list stands there")
    func asked() {
        var desk = Desk.open(keys: "3 ")
        desk.enter()
        desk.type("p")
        #expect(desk.screen.contains("path from u-10001eef to account: u-10000000"))
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[0].contains("u-10001eef › Path › u-10000000"))
    }

    @Test("the search ends when its page is left, and begins anew when one comes back") func abandoned() {
        var desk = Desk.open(keys: "3 ")
        desk.press(.character("p"))
        let asked = desk.waiting.map(\.token)
        #expect(desk.intents.isEmpty)
        desk.press(.character("q"))
        #expect(desk.intents == asked.map { .abandon($0) })
        desk.press(.character("a"))
        #expect(desk.waiting.count == 1)
        desk.answerAll()
        #expect(desk.screen.contains("weakest hop 5.5 bits"))
    }

    @Test("an account that the case does not have is said") func unknown() {
        var desk = Desk.open(keys: "3")
        desk.enter()
        desk.type("paccount:u-nobody ")
        desk.press(.enter)
        desk.failNext("there is no account u-nobody in the case")
        #expect(desk.screen.contains("This could not be read: there is no account u-nobody in the case"))
    }
}
