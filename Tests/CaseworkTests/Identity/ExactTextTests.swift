import Casework
import Testing

@Suite("Exact text")
struct ExactTextTests {
    @Test("two spellings of one character are two texts")
    func spellingsDiffer() {
        let composed = ExactText("caf\u{E9}")
        let decomposed = ExactText("cafe\u{301}")
        #expect(composed.string == decomposed.string)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
    }

    @Test("order is the order of UTF-8 bytes")
    func orderedByBytes() {
        let texts: [ExactText] = ["b", "a\u{0}", "a", "é", "Z", ""]
        #expect(texts.sorted().map(\.string) == ["", "Z", "a", "a\u{0}", "b", "é"])
    }
}
