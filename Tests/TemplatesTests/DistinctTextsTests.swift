import Casework
import Testing

@testable import Templates

struct DistinctTextsTests {
    @Test("texts with the same words are one, its copies by key")
    func copies() {
        var column = TextColumn()
        column.append(SampleKey(source: 1, number: 0), "One two, three")
        column.append(SampleKey(source: 0, number: 9), "one  two\nTHREE")
        column.append(SampleKey(source: 0, number: 3), "one two")
        let texts = DistinctTexts(column, seed: 1)
        #expect(texts.count == 2)
        let copies = (0..<2).map { texts.copies($0).map { column.keys[Int($0)] } }
        #expect(copies.contains([SampleKey(source: 0, number: 9), SampleKey(source: 1, number: 0)]))
        #expect(copies.contains([SampleKey(source: 0, number: 3)]))
    }

    @Test("texts without words are left out")
    func withoutWords() { #expect(DistinctTexts(TextColumn(["", "…", " a"]), seed: 1).count == 1) }

    @Test("the order of the distinct texts does not depend on the order of the column")
    func order() {
        let texts = (0..<50).map { "text number \($0)" }
        let order = DistinctTexts(TextColumn(texts), seed: 4)
        let reversed = DistinctTexts(TextColumn(texts.reversed()), seed: 4)
        #expect(order.codes == reversed.codes)
        #expect(order.starts == reversed.starts)
    }
}
