import Testing

@testable import Analysis

@Suite("Derived values")
struct DerivedValuesTests {
    @Test("given by account come out as those that are sorted", arguments: [1, 2, 3] as [UInt64])
    func sameEitherWay(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let keys = (0..<20).map { DerivedValues.Key(high: UInt64($0 / 5), low: UInt64($0 * 3)) }
        // Some keys are held by nobody, some by an account several times.
        let held = (0..<50).map { _ in
            (0..<random.below(8)).map { _ in (place: random.below(15), count: UInt32(1 + random.below(9))) }
        }
        let direct = DerivedValues(kind: .network, keys: keys, accounts: held.count) { account, body in
            for entry in held[account] { body(entry.place, entry.count) }
        }
        var rows = held.enumerated().flatMap { account, entries in entries.map { (account, $0) } }
        for place in rows.indices.dropFirst() { rows.swapAt(place, random.below(place + 1)) }
        var sorted = DerivedValues(kind: .network)
        for (account, entry) in rows {
            sorted.append(
                account: account, high: keys[entry.place].high, key: keys[entry.place].low, count: entry.count
            )
        }
        sorted.number()
        #expect(direct.keys == sorted.keys, "seed \(seed)")
        #expect(direct.account == sorted.account, "seed \(seed)")
        #expect(direct.value == sorted.value, "seed \(seed)")
        #expect(direct.count == sorted.count, "seed \(seed)")
    }
}
