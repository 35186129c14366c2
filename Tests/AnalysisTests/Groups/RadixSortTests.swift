import TestSupport
import Testing

@testable import Analysis

@Suite("Sorting by digits")
struct RadixSortTests {
    @Test("numbers come out as the standard library sorts them", arguments: [1, 2, 3, 4] as [UInt64])
    func numbers(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for bound in [1, 2, 700, 2048, 2049, 1 << 22, Int(Int32.max)] {
            let numbers = (0..<random.between(0...3000)).map { _ in Int32(random.below(bound)) }
            var sorted = numbers
            RadixSort.sort(&sorted)
            #expect(sorted == numbers.sorted(), "seed \(seed), bound \(bound)")
        }
        let wide = (0..<2000).map { _ in random.next() }
        var sorted = wide
        RadixSort.sort(&sorted)
        #expect(sorted == wide.sorted(), "seed \(seed)")
    }

    @Test("numbers below zero are sorted too")
    func negative() {
        var numbers = (0..<1000).map { Int32($0 * 7919 % 1000 - 500) }
        RadixSort.sort(&numbers)
        #expect(numbers == (-500..<500).map { Int32($0) })
    }
}
