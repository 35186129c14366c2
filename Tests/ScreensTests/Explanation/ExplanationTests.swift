import Casework
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
                 means          payment       pf_81c0a4d2e6f0443e       9  12.00 +11.25 ██████
                               9 accounts hold this card, all of them in C-01
                               payments.csv:812
                               payments.csv:4410
                               and 1 more row
                ────────────────────────────────────────────────────────────────────────────────
                 sum                                                              -0.75

                 What else could explain it
                 • a family or an agency may pay with one card




                ────────────────────────────────────────────────────────────────────────────────
                 Enter open  x pivot  q back  : palette  e export  ? help                   UTC
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

    @Test("items are said in sentences with their innocent reasons, and gaps stand below") func words() {
        var explanation = LinkExplanation(a: AccountID("a"), b: AccountID("b"), priorBits: -8)
        var item = LinkExplanation.Item(
            family: .means, artifact: Artifact(kind: .payment, value: "pf"), heldBy: 2, rawBits: 6, bits: 6)
        item.words = "Both accounts were paid for with pf."
        item.strength = "Finding this is about 64 times more probable."
        item.innocent = ["one office pays for both"]
        explanation.evidence = [item]
        explanation.strength = ["Taken together it is about 64 times more probable."]
        explanation.against = ["They were never in use at the same time."]
        explanation.missing = ["No device is known for b."]
        let page = ExplanationPage(explanation: explanation, glyphs: .unicode).page(width: 80)
        let text = Desk.text(page)
        for words in [
            item.words, item.strength, "Innocent: one office pays for both", "How strong that is",
            "What speaks against it",
            "never in use at the same time", "What could not be compared", "No device is known for b",
        ] { #expect(text.contains(words), "\(words)") }
    }
}
