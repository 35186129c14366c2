import Testing

@testable import Templates

struct NearDuplicatesTests {
    private func groups(_ texts: [String], least: Int = 2) -> [[Int]] {
        let column = TextColumn(texts)
        let distinct = DistinctTexts(column, seed: 1)
        let groups = NearDuplicates.groups(distinct, Array(0..<UInt32(distinct.count)), leastTexts: least)
        let members = groups.map { group in
            group.flatMap { text in distinct.copies(Int(text)).map { Int($0) } }.sorted()
        }
        return members.sorted { $0[0] < $1[0] }
    }

    @Test("copies with a word changed are grouped, other texts are not")
    func changedWord() {
        var invented = InventedTexts(seed: 1)
        let original = invented.prose(60)
        var texts = [original, original + " and more", "first of all " + original]
        texts += (0..<20).map { _ in invented.prose(60) }
        #expect(groups(texts) == [[0, 1, 2]])
    }

    @Test("texts are not grouped because each is like a third")
    func noChain() {
        var invented = InventedTexts(seed: 2)
        let words = (0..<25).map { _ in invented.prose(10) }
        let chain = (0..<20).map { words[$0..<$0 + 6].joined(separator: " ") }
        for group in groups(chain) {
            #expect((group.max() ?? 0) - (group.min() ?? 0) <= 4)
        }
        #expect(groups(chain).count > 1)
    }

    @Test("texts too short for shingles are left alone")
    func short() { #expect(groups(["a b", "a b c", "a", "b"]).isEmpty) }
}
