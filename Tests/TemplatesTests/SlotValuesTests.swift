import Testing

@testable import Templates

struct SlotValuesTests {
    private func slot(_ values: [String]) -> (distinct: Int, examples: [String], samples: [Int]) {
        var counted = SlotValues()
        for value in values { counted.add(Array(value.utf8)[...], words: 1) }
        let slot = counted.slot
        return (slot.distinct, slot.examples.map(\.text), slot.examples.map(\.samples))
    }

    @Test("the commonest values come first, ties by bytes")
    func order() {
        let found = slot(["b", "a", "c", "c", "é", "e\u{301}"])
        #expect(found.examples == ["c", "a", "b", "e\u{301}", "é"])
        #expect(found.samples == [2, 1, 1, 1, 1])
        #expect(found.distinct == 5)
    }

    @Test("twenty examples of at most 200 characters are kept, all values are counted")
    func limits() {
        let found = slot((0..<50).map { "\($0)" + String(repeating: "字", count: 1000) })
        #expect(found.distinct == 50)
        #expect(found.examples.count == 20)
        #expect(found.examples.allSatisfy { $0.count == 200 && !$0.contains("\u{FFFD}") })
    }

    @Test("empty slots are no value")
    func empty() { #expect(slot(["", ""]).distinct == 0) }
}
