import TestSupport
import Testing

@testable import Templates

struct AlignmentTests {
    private func align(_ model: [UInt32], _ other: [UInt32]) -> [Int32] {
        Alignment(model[...]).matches(other[...])
    }

    @Test("a word in another's place stays unmatched, all around it is matched")
    func substitution() {
        #expect(align([1, 2, 3, 4, 5, 6], [1, 2, 9, 4, 5, 6]) == [0, 1, -1, 3, 4, 5])
    }

    @Test("a long text between two runs is a gap")
    func longGap() {
        let free = Array(UInt32(100)..<400)
        #expect(
            align([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4] + free + [5, 6, 7, 8]) == [
                0, 1, 2, 3, 304, 305, 306, 307,
            ])
    }

    @Test("a single word that also occurs in a long free text is not matched there")
    func chanceMeeting() {
        let free = Array(UInt32(100)..<150)
        let others = Array(UInt32(200)..<225) + [120] + Array(UInt32(225)..<250)
        let matches = align([1, 2, 3] + free + [4, 5, 6], [1, 2, 3] + others + [4, 5, 6])
        #expect(matches.filter { $0 >= 0 } == [0, 1, 2, 54, 55, 56])
    }

    @Test("a run that is repeated in the other text does not mislead the rest")
    func repeatedRun() {
        let matches = align([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 1, 2, 3, 4, 5, 6, 7, 8])
        #expect(matches.suffix(4) == [8, 9, 10, 11])
    }

    @Test("texts shorter than an anchor are aligned word by word")
    func short() {
        #expect(align([1, 2], [1, 3, 2]) == [0, 2])
        #expect(align([], [1]) == [])
        #expect(align([1], []) == [-1])
    }

    @Test("matches ascend and pair equal words, whatever the texts")
    func property() {
        for seed in UInt64(0)..<300 {
            var random = SeededRandom(seed: seed)
            let letters = random.between(1...12)
            let model = (0..<random.below(60)).map { _ in UInt32(random.below(letters)) }
            let other = (0..<random.below(60)).map { _ in UInt32(random.below(letters)) }
            let matches = align(model, other)
            let matched = matches.indices.filter { matches[$0] >= 0 }
            #expect(matched.allSatisfy { model[$0] == other[Int(matches[$0])] }, "seed \(seed)")
            #expect(
                zip(matched, matched.dropFirst()).allSatisfy { matches[$0] < matches[$1] }, "seed \(seed)")
        }
    }

    @Test("a text aligned with itself is matched throughout")
    func itself() {
        for seed in UInt64(0)..<100 {
            var random = SeededRandom(seed: seed)
            let model = (0..<random.below(200)).map { _ in UInt32(random.below(9)) }
            #expect(align(model, model) == Array(0..<Int32(model.count)), "seed \(seed)")
        }
    }
}
