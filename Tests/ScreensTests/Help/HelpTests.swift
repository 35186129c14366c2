import Testing

@testable import Screens

@Suite("Help") struct HelpTests {
    @Test("help for a list has its own keys, the filter language, then what works everywhere") func list()
        throws
    {
        try Desk.open(keys: "3?").matches("help-accounts-80x24.txt")
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
