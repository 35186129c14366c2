import Testing

@testable import Screens

@Suite("Help") struct HelpTests {
    @Test("help for a list has its own keys, the filter language, then what works everywhere") func list() {
        #expect(
            Desk.open(keys: "3?").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Help › Accounts
                ────────────────────────────────────────────────────────────────────────────────
                 On Accounts
                 /                  keep the rows that match
                 Space              mark or unmark
                 W                  why two accounts are linked: the two marked, or the marked
                                    one and the cursor's
                 s                  sort by the chosen column; again turns it round
                 R                  the values it shares with many flagged accounts, with their
                                    rows
                 < Left h           choose the column before
                 > Right l          choose the next column
                 t                  tag this
                 c                  comment on this

                 Filter
                 country:SG               equals; * and ? are any text
                 exchanges>1000           also < >= <=
                 last_at:2026-01..2026-02 from … to
                 campaign:none            has none
                 -plan:free               not
                 banned or suspended      either word
                ─ lines 1 to 20 of 57 ──────────────────────────────────────────────────────────
                 q back  : palette                                                          UTC
                """)
    }

    @Test(
        "every key that works on a screen is in its help",
        arguments: Set<Context>.screens.sorted { $0.rawValue < $1.rawValue })
    func complete(context: Context) {
        let page = HelpScreen(context, .standard)
            .page(width: 120, standing: Standing(title: "", isSynthetic: false), glyphs: .unicode)
        let text = Desk.text(page)
        for binding in Keymap.standard.bindings(in: context) where !binding.keys.isEmpty {
            #expect(text.contains(binding.keys[0].description), "\(binding.description)")
        }
    }

    @Test("the filter by flagged neighbours is told where it works, and only there") func connections() {
        func text(_ context: Context) -> String {
            let standing = Standing(title: "", isSynthetic: false)
            return Desk.text(
                HelpScreen(context, .standard).page(width: 120, standing: standing, glyphs: .unicode))
        }
        #expect(text(.accounts).contains("addresses_with_10_flagged>=5"))
        #expect(!text(.samples).contains("flagged>="))
    }

    @Test("q comes back to where help was asked for") func back() {
        #expect(Desk.open(keys: "3jj?q").grid[5].hasPrefix("› u-10003dde"))
    }
}
