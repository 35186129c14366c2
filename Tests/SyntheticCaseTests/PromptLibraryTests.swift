import Testing

@testable import SyntheticCase

struct PromptLibraryTests {
    @Test("every prompt and response of every frame can be filled")
    func filled() {
        var random = SeededRandom(seed: 5, stream: "texts")
        for frame in PromptLibrary.frames {
            for _ in 0..<40 {
                let text = frame.text(&random)
                #expect(!text.prompt.isEmpty && !text.response.isEmpty, "\(frame.id)")
                #expect(
                    !text.prompt.contains("«") && !text.response.contains("»"),
                    "\(frame.id): \(text.response)")
            }
        }
    }

    @Test("no two frames have one id")
    func ids() {
        #expect(Set(PromptLibrary.frames.map(\.id)).count == PromptLibrary.frames.count)
    }

    @Test("a kept choice is the same in the prompt and in the response")
    func kept() {
        var random = SeededRandom(seed: 6, stream: "kept")
        var expansion = Expansion(lists: ["fruit": ["apple", "pear", "plum"]])
        let first = expansion.expand("«f:fruit»", &random)
        #expect(expansion.expand("«f» and «f»", &random) == "\(first) and \(first)")
    }

    @Test("a list gives every item once before it repeats one")
    func fresh() {
        var random = SeededRandom(seed: 7, stream: "fresh")
        var expansion = Expansion(lists: ["fruit": ["apple", "pear", "plum"]])
        #expect(Set((0..<3).map { _ in expansion.expand("«fruit»", &random) }) == ["apple", "pear", "plum"])
    }

    @Test("choices may hold slots, numbers lie in their range, and a choice may be empty")
    func nested() {
        var random = SeededRandom(seed: 8, stream: "nested")
        for _ in 0..<50 {
            var expansion = Expansion(lists: [:])
            let text = expansion.expand("«no «3-5»|»", &random)
            #expect(["no 3", "no 4", "no 5", ""].contains(text))
        }
    }
}
