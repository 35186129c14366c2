import Testing

@testable import Templates

struct FrameRulesTests {
    /// Shape of texts of 300 words; the other figures in words.
    private func shape(
        own: Int32, runs: Int32, excess: Int32, fixed: Int32, text: Int32 = 300, texts: Int = 5,
        atEdge: Bool = false
    ) -> FrameShape {
        FrameShape(
            texts: texts, own: own * FrameWeight.word, runs: runs, excess: excess * FrameWeight.word,
            fixed: fixed * FrameWeight.word, text: text * FrameWeight.word, isAtEdge: atEdge)
    }

    @Test("eight words are a frame where they are half of the text, seven are not")
    func mostlyFrame() {
        #expect(FrameRules.isFrame(shape(own: 8, runs: 1, excess: 2, fixed: 8, text: 16)))
        #expect(!FrameRules.isFrame(shape(own: 7, runs: 1, excess: 1, fixed: 7, text: 8)))
        #expect(!FrameRules.isFrame(shape(own: 8, runs: 1, excess: 2, fixed: 8, text: 17)))
    }

    @Test("a text put together of stock phrases with few words of its own is no frame")
    func stockPhrases() {
        #expect(FrameRules.isFrame(shape(own: 16, runs: 2, excess: 4, fixed: 40, text: 60)))
        #expect(!FrameRules.isFrame(shape(own: 15, runs: 2, excess: 4, fixed: 40, text: 60)))
    }

    @Test("two stretches of ten words are a frame around a long slot, any number of stock phrases is not")
    func aroundSlots() {
        #expect(FrameRules.isFrame(shape(own: 20, runs: 2, excess: 8, fixed: 20)))
        #expect(!FrameRules.isFrame(shape(own: 36, runs: 6, excess: 0, fixed: 36)))
    }

    @Test("one stretch counts for no more than a stock phrase beyond its first six words")
    func excess() {
        #expect(FrameRules.excess(of: 5 * FrameWeight.word) == 0)
        #expect(FrameRules.excess(of: 10 * FrameWeight.word) == 4 * FrameWeight.word)
        #expect(FrameRules.excess(of: 50 * FrameWeight.word) == 6 * FrameWeight.word)
    }

    @Test("one stretch is a frame only at an end of the texts, and from twenty words")
    func atEdge() {
        #expect(FrameRules.isFrame(shape(own: 20, runs: 1, excess: 6, fixed: 20, atEdge: true)))
        #expect(!FrameRules.isFrame(shape(own: 19, runs: 1, excess: 6, fixed: 19, atEdge: true)))
        #expect(!FrameRules.isFrame(shape(own: 60, runs: 1, excess: 6, fixed: 60)))
    }

    @Test(
        "short stretches are a frame in twenty texts that share nothing else, not where they share stock phrases"
    )
    func sameCompany() {
        #expect(FrameRules.isFrame(shape(own: 15, runs: 3, excess: 1, fixed: 15, texts: 20)))
        #expect(!FrameRules.isFrame(shape(own: 15, runs: 3, excess: 1, fixed: 15, texts: 19)))
        #expect(!FrameRules.isFrame(shape(own: 15, runs: 3, excess: 1, fixed: 25, texts: 20)))
    }

    @Test("an ideograph weighs two thirds of a word")
    func weight() { #expect(FrameWeight.of([2, 4, 1] as [UInt32]) == 8) }
}
