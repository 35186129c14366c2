import Reports
import TestSupport
import Testing

@Suite struct FormulaGuardTests {
    @Test(
        "Texts that a spreadsheet would run get an apostrophe",
        arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx", "\0", "'x", "＝1", "＋1", "－1", "＠x", "\u{9B}"])
    func risky(_ text: String) {
        #expect(FormulaGuard.guarded(text) == "'" + text)
    }

    @Test("Other texts stay as they are", arguments: ["", "a", "1-2", "字", " =1", "C-01"])
    func plain(_ text: String) {
        #expect(FormulaGuard.guarded(text) == text)
    }

    @Test("The guard can be taken back from every text", arguments: UInt64(1)...3)
    func reversible(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<1000 {
            let text = random.hostileText(limit: 4, letters: "='+-@a＝")
            let back = FormulaGuard.unguarded(FormulaGuard.guarded(text))
            #expect(back.utf8.elementsEqual(text.utf8), "seed \(seed): \(text.debugDescription)")
        }
    }
}
