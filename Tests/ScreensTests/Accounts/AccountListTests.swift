import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Accounts") struct AccountListTests {
    @Test("at 80 columns, one marked") func narrow() {
        #expect(
            Desk.open(keys: "3jj ").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Accounts
                ────────────────────────────────────────────────────────────────────────────────
                  account            group     P     exchanges status    flagged    created   +2
                  u-10000000         C-01    .998        1,000 banned    campaign+1 2026-01-12 █
                  u-10001eef         -          -        1,001 active               2026-01-12 █
                 •u-10003dde         C-01    .998        1,002 active    campaign   2026-01-12 │
                › u-10005ccd         -          -        1,003 banned    provider   2026-01-12 │
                  u-10007bbc         C-01    .998        1,004 active    campaign   2026-01-12 │
                  u-10009aab         -          -        1,005 active               2026-01-12 │
                  u-1000b99a         C-01    .998        1,006 banned    campaign+1 2026-01-12 │
                  u-1000d889         -          -        1,007 active               2026-01-12 │
                  u-1000f778         C-01    .998        1,008 active    campaign   2026-01-12 │
                  u-10011667         -          -        1,009 banned    provider   2026-01-12 │
                ────────────────────────────────────────────────────────────────────────────────
                 u-10005ccd  ⚑ flagged: provider
                  in no group
                 banned · created 2026-01-12 03:14:07Z · api · paid · declared SG
                 1,003 exchanges · first 2026-01-12 · last 2026-01-29
                 Connected to 5 addresses that each have 10 or more flagged accounts

                 Speaks for an innocent holder
                 ✓ one address is shared with 61 customers of a proxy
                ─ 4 of 40 accounts · 1 marked ──────────────────────────────────────────────────
                 Enter open  / filter  Space mark  W why linked  s sort  q back  ? help     UTC
                """)
    }

    @Test("at 120 columns") func wide() throws {
        try Desk.open(120, 40, keys: "3jj ").matches("accounts-120x40.txt")
    }

    @Test("in two keys from the first screen: the addresses shared with many flagged accounts")
    func sentence() {
        #expect(
            Desk.open(keys: "3").screen
                .contains("Connected to 5 addresses that each have 10 or more flagged accounts"))
    }

    @Test("a million accounts are browsed by windows") func million() {
        var desk = Desk.open()
        desk.accounts = 1_000_000
        desk.type("3G")
        #expect(desk.grid[12].contains("1,000,999"))
        #expect(desk.grid[22].contains("1,000,000 of 1,000,000 accounts"))
        #expect(desk.asked.allSatisfy { $0.window.count <= 2 * RowWindow.reach + 40 })
    }

    @Test("rows that are not here yet are marked, and the keyboard goes on") func placeholders() {
        var desk = Desk.open()
        desk.accounts = 1_000_000
        desk.type("3")
        desk.press(.end)
        #expect(desk.grid[12] == "› …" + String(repeating: " ", count: 76) + "█")
        desk.press(.home)
        #expect(desk.grid[3].hasPrefix("› u-10000000"))
        desk.answerAll()
        #expect(desk.grid[3].hasPrefix("› u-10000000"))
    }

    @Test("the flag always says which of the three it is") func flags() {
        var row = InventedCase.account(1)
        #expect(row.flagWords == "")
        row.flagged = [.reviewer]
        #expect(row.flagWords == "reviewer")
        row.flagged = [.campaign, .provider]
        #expect(row.flagWords == "campaign+1")
    }

    @Test("sorting asks for the chosen column, turns round, then takes the list's own order") func sorting() {
        var desk = Desk.open(keys: "3>>>s")
        #expect(desk.asked.last?.sort == SortOrder(field: "exchanges", isDescending: true))
        #expect(desk.grid[2].contains("exchanges↓"))
        desk.type("s")
        #expect(desk.asked.last?.sort == SortOrder(field: "exchanges", isDescending: false))
        desk.type("s")
        #expect(desk.asked.last?.sort == nil)
    }

    @Test("two marked accounts are explained") func explain() {
        let desk = Desk.open(keys: "3  W")
        #expect(desk.grid[0].contains("u-10000000 › u-10001eef"))
    }

    @Test("one mark and the cursor make a pair too; without a mark it says what is missing") func explainOne()
    {
        #expect(Desk.open(keys: "3 jW").grid[0].contains("u-10000000 › u-10003dde"))
        #expect(Desk.open(keys: "3W").grid[20].contains("there must be two: mark one with Space"))
    }
}
