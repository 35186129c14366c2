import Testing

@testable import CaseStore

@Suite("Indices") struct IndexTests {
    private func key(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test("A byte index numbers texts as a dictionary would, also after giving some back", arguments: 1...8)
    func bytes(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let index = ByteIndex()
        var known: [[UInt8]: UInt32] = [:]
        var order: [[UInt8]] = []
        for round in 0..<4000 {
            if round % 1500 == 1499 {
                let kept = order.count / 2
                index.truncate(to: kept)
                for key in order[kept...] { known[key] = nil }
                order.removeSubrange(kept...)
            }
            let length = Int.random(in: 0...20, using: &random)
            let key = (0..<length).map { _ in UInt8.random(in: 0...3, using: &random) }
            let found = key.withUnsafeBufferPointer { index.find($0) }
            #expect(found == known[key] ?? 0, "seed \(seed)")
            let (number, isNew) = key.withUnsafeBufferPointer { index.insert($0) }
            #expect(isNew == (known[key] == nil))
            if isNew {
                order.append(key)
                known[key] = UInt32(order.count)
            }
            #expect(number == known[key])
            #expect(Array(index.bytes(number)) == key)
        }
    }

    @Test("A wide index does the same for pairs of words")
    func wide() {
        var random = SeededRandom(seed: 5)
        let index = WideIndex()
        var known: [WideIndex.Key: UInt32] = [:]
        for _ in 0..<5000 {
            let key = WideIndex.Key(
                high: UInt64.random(in: 0...3, using: &random),
                low: UInt64.random(in: 0...900, using: &random))
            #expect(index.find(key) == known[key] ?? 0)
            let (number, isNew) = index.insert(key)
            if isNew { known[key] = UInt32(known.count + 1) }
            #expect(number == known[key])
        }
        index.truncate(to: 10)
        #expect(index.count == 10)
        #expect(known.filter { index.find($0.key) != 0 }.count == 10)
    }

    @Test("Values are numbered over all kinds and given back from the end")
    func values() {
        let index = ValueIndex()
        let (device, client) = (index.kind("device"), index.kind("client"))
        let numbers = ["a", "b", "a"].map { text in
            key(text).withUnsafeBufferPointer { index.insert(device, $0).number }
        }
        let other = key("a").withUnsafeBufferPointer { index.insert(client, $0).number }
        #expect(numbers == [1, 2, 1])
        #expect(other == 3)
        index.truncate(to: 1)
        #expect(key("b").withUnsafeBufferPointer { index.find(device, $0) } == 0)
        #expect(key("a").withUnsafeBufferPointer { index.find(client, $0) } == 0)
        #expect(key("c").withUnsafeBufferPointer { index.insert(client, $0).number } == 2)
    }
}
