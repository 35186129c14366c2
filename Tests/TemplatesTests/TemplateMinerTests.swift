import Casework
import Templates
import TestSupport
import Testing

struct TemplateMinerTests {
    private let frame = """
        You are a careful examiner of %1. Judge the answer below by the rubric, think step by step, and give \
        a mark from 1 to 10 with reasons. Answer: %2 End of the answer; now write only the mark and reasons.
        """

    private func filled(_ first: String, _ second: String) -> String {
        frame.replacing("%1", with: first).replacing("%2", with: second)
    }

    @Test("a frame with two slots is found among other texts, with its slots and their values")
    func frameWithSlots() throws {
        var invented = InventedTexts(seed: 3)
        let subjects = ["algebra", "organic chemistry", "Roman law", "botany"]
        var texts = (0..<8).map { filled(subjects[$0 % 4], invented.prose(20 + $0)) }
        texts += (0..<60).map { _ in invented.prose(80) }
        let findings = try mine(texts)
        #expect(findings.map(\.numbers) == [Array(0..<8)])
        let found = try #require(findings.first)
        #expect(
            found.frame.hasPrefix(
                "You are a careful examiner of {1} Judge the answer below by the rubric, think"))
        #expect(found.frame.hasSuffix("Answer {2} End of the answer; now write only the mark and reasons"))
        #expect(found.slots[0].distinct == 4)
        #expect(
            found.slots[0].examples.map(\.text) == ["Roman law", "algebra", "botany", "organic chemistry"])
        #expect(found.slots[0].examples.map(\.samples) == [2, 2, 2, 2])
        #expect(found.slots[0].shortestWords == 1 && found.slots[0].longestWords == 2)
        #expect(found.slots[1].shortestWords == 20 && found.slots[1].longestWords == 27)
    }

    @Test("slot spans cut the slot's bytes out of the original text")
    func slotSpans() throws {
        var invented = InventedTexts(seed: 4)
        let values = (0..<6).map { _ in [invented.prose(3), invented.prose(12)] }
        var texts = values.map { filled($0[0], $0[1]) }
        texts[2] = "  " + texts[2].replacing(" ", with: "\n\t ").uppercased()
        let found = try #require(try mine(texts).first)
        for number in [0, 1, 3, 4, 5] { #expect(found.values(number, in: texts) == values[number]) }
        #expect(
            found.values(2, in: texts)
                == values[2].map { $0.replacing(" ", with: "\n\t ").uppercased() })
    }

    @Test("a frame of 20 words around a free text of 300 words is found")
    func longFreeSlot() throws {
        var invented = InventedTexts(seed: 5)
        let (before, after) = (invented.prose(12), invented.prose(8))
        var texts = (0..<10).map { _ in before + " " + invented.prose(300) + " " + after }
        texts += (0..<200).map { _ in invented.prose(250) }
        let findings = try mine(texts)
        #expect(findings.map(\.numbers) == [Array(0..<10)])
        #expect(findings.first?.skeleton == [.words(before), .slot(0), .words(after)])
        #expect(findings.first?.slots.first?.longestWords == 300)
    }

    @Test("a Chinese frame is found, its ideographs written without spaces")
    func chinese() throws {
        var invented = InventedTexts(seed: 6)
        let texts =
            (0..<5).map { _ in "请用简单的语言解释\(invented.ideographs(6)),并给出一个具体的例子,最后总结要点。" }
            + (0..<50).map { _ in invented.ideographs(60) }
        let findings = try mine(texts)
        #expect(findings.map(\.numbers) == [Array(0..<5)])
        #expect(findings.first?.frame == "请用简单的语言解释 {1} 并给出一个具体的例子,最后总结要点")
    }

    @Test("two frames that share half of their words stay apart")
    func nearFrames() throws {
        var invented = InventedTexts(seed: 7)
        let shared = invented.prose(25)
        let halves = [invented.prose(25), invented.prose(25)]
        let texts = (0..<20).map {
            shared + " " + invented.prose(6) + " " + halves[$0 % 2] + " " + invented.prose(4)
        }
        let findings = try mine(texts)
        #expect(
            findings.map(\.numbers).sorted { $0[0] < $1[0] } == [
                Array(stride(from: Int32(0), to: 20, by: 2)), Array(stride(from: Int32(1), to: 20, by: 2)),
            ])
    }

    @Test("texts that share only a stock opening are no frame")
    func stockOpening() throws {
        var invented = InventedTexts(seed: 8)
        let texts = (0..<100).map { _ in "I want you to act as a " + invented.prose(60) }
        #expect(try mine(texts).isEmpty)
    }

    @Test("texts that share a stock sentence somewhere in the middle are no frame")
    func stockSentence() throws {
        var invented = InventedTexts(seed: 9)
        let sentence = invented.prose(18)
        let texts = (0..<30).map { _ in
            invented.prose(30 + invented.random.below(80)) + " " + sentence + " "
                + invented.prose(30 + invented.random.below(80))
        }
        #expect(try mine(texts).isEmpty)
    }

    @Test("one question with several answers does not make a frame within the frame")
    func repeatedSlotValue() throws {
        var invented = InventedTexts(seed: 10)
        let questions = (0..<10).map { _ in invented.prose(25) }
        let texts = (0..<60).map { filled(questions[$0 % 10], invented.prose(30)) }
        #expect(try mine(texts).map(\.numbers) == [Array(0..<60)])
    }

    @Test("copies with six of a hundred words changed are one frame")
    func changedWords() throws {
        var invented = InventedTexts(seed: 11)
        let original = invented.prose(120).split(separator: " ").map(String.init)
        let texts =
            (0..<6).map { _ in
                original.map { invented.random.chance(0.06) ? "changed\(invented.random.below(9999))" : $0 }
                    .joined(separator: " ")
            } + (0..<40).map { _ in invented.prose(120) }
        #expect(try mine(texts).map(\.numbers) == [Array(0..<6)])
    }

    @Test("a whole text that recurs is a frame without slots, but for case, white space and punctuation")
    func wholeText() throws {
        let texts = [
            "Tell me a long story, please", "tell me a  long\nstory please!", "TELL ME a long story please",
            "other",
        ]
        let findings = try mine(texts)
        #expect(findings.map(\.numbers) == [[0, 1, 2]])
        #expect(findings.first?.slots == [])
        #expect(findings.first?.members.allSatisfy { $0.slots.isEmpty } == true)
    }

    @Test("words that anyone types are no frame, however often they recur")
    func shortTexts() throws { #expect(try mine([String](repeating: "go on", count: 50)).isEmpty) }

    @Test("fewer different texts than asked for are no frame")
    func leastSamples() throws {
        var invented = InventedTexts(seed: 12)
        let texts = (0..<4).map { filled("subject\($0)", invented.prose(15)) }
        #expect(try mine(texts, leastSamples: 4).count == 1)
        #expect(try mine(texts, leastSamples: 5).isEmpty)
    }

    @Test("an empty slot has length 0")
    func emptySlot() throws {
        var invented = InventedTexts(seed: 13)
        let texts = (0..<6).map { filled($0 == 0 ? "" : invented.prose(2), invented.prose(15)) }
        let found = try #require(try mine(texts).first)
        #expect(found.members[0].slots[0].length == 0)
        #expect(found.slots[0].shortestWords == 0)
    }

    @Test("cancelling stops the work")
    func cancelled() {
        #expect(throws: TemplateError.cancelled) {
            _ = try TemplateMiner(seed: 1).mine(TextColumn(["a", "b"]), isCancelled: { true })
        }
    }
}
