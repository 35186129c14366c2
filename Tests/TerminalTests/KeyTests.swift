import Terminal
import Testing

@Suite("Key names")
struct KeyTests {
    @Test(
        "keys are named as on the keyboard",
        arguments: [
            (.character("g"), "g"), (.character(" "), "Space"), (.control("p"), "Ctrl-P"),
            (.alt("b"), "Alt-b"),
            (.escape, "Esc"), (.pageDown, "PgDn"), (.function(1), "F1"), (.backTab, "Shift-Tab"),
            (.wordLeft, "Ctrl-Left"), (.control(" "), "Ctrl-Space"),
        ] as [(Key, String)])
    func names(key: Key, name: String) {
        #expect(key.description == name)
    }
}
