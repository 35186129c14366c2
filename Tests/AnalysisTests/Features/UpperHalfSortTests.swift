import Testing

@testable import Analysis

@Suite("Sorting by the upper half")
struct UpperHalfSortTests {
    @Test("rows by account come out by time, then account", arguments: [10, 5000], [1, 2] as [UInt64])
    func order(count: Int, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let rows = (0..<count).map { UInt64(1_700_000_000 + random.below(3000)) << 32 | UInt64($0 / 3) }
        var sorted = [7] + rows + [9]
        var spare: [UInt64] = []
        UpperHalfSort.sort(&sorted, 1..<count + 1, &spare)
        #expect(Array(sorted[1...count]) == rows.sorted(), "seed \(seed)")
        // What lies outside the range stays.
        #expect(sorted.first == 7 && sorted.last == 9)
    }
}
