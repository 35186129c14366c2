import Testing

@testable import Screens

@Suite("Explanation") struct ExplanationTests {
    @Test("prior and items stand under each other down to their rows, and sum") func narrow() {
        #expect(
            Desk.open(keys: "3  W").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Accounts › u-10000000 › u-10001eef
                ────────────────────────────────────────────────────────────────────────────────
                 Run by one operation? unlikely  .373 ████▌
                › u-10000000
                  u-10001eef

                 Evidence                                         held by    raw   bits
                 before any evidence (prior)                                     -12.00
                 means         payment       pf_81c0a4d2e6f0443e        9  12.00 +11.25 ██████
                               9 accounts hold this card, all of them in C-01
                               payments.csv:812, :4410 and 1 more
                ────────────────────────────────────────────────────────────────────────────────
                 sum                                                              -0.75

                 What else could explain it
                 • a family or an agency may pay with one card






                ────────────────────────────────────────────────────────────────────────────────
                 Enter open  q back  : palette  ? help                                      UTC
                """)
    }

    @Test("at 120 columns") func wide() throws {
        try Desk.open(120, 40, keys: "3  W").matches("explanation-120x40.txt")
    }

    @Test("y copies the link by the name the command line takes") func copy() {
        var desk = Desk.open(keys: "3  W")
        desk.type("y")
        #expect(desk.intents == [.copy("link:u-10000000~u-10001eef")])
    }
}
