import Testing

@testable import Analysis

@Suite("Work on several threads")
struct ParallelTests {
    @Test("gives its results in order")
    func order() { #expect(inParallel(1000) { $0 * $0 } == (0..<1000).map { $0 * $0 }) }

    @Test("work within work within work is done once, and comes to an end")
    func nested() {
        let sums = inParallel(40) { outer in
            inParallel(30) { middle in
                inParallel(20) { outer * 10_000 + middle * 100 + $0 }.reduce(0, +)
            }.reduce(0, +)
        }
        let expected = (0..<40).map { outer in
            (0..<30).reduce(0) { sum, middle in
                (0..<20).reduce(sum) { $0 + outer * 10_000 + middle * 100 + $1 }
            }
        }
        #expect(sums == expected)
    }

    @Test("no work and one piece of work need no thread")
    func little() {
        #expect(inParallel(0) { $0 } == [])
        #expect(inParallel(1) { $0 + 7 } == [7])
    }

    @Test("stretches cover everything once, and none is empty", arguments: [1, 2, 3, 4] as [UInt64])
    func stretches(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            var ends = [0]
            // Many cost nothing, and some nearly all.
            for _ in 0..<random.below(40) {
                ends.append(ends[ends.count - 1] + (random.below(3) == 0 ? random.below(100) : 0))
            }
            let ranges = Analysis.stretches(byCost: ends, parts: 1 + random.below(10))
            #expect(ranges.flatMap(Array.init) == Array(0..<ends.count - 1), "seed \(seed): \(ends)")
            #expect(ranges.allSatisfy { !$0.isEmpty }, "seed \(seed): \(ends)")
        }
    }

    @Test("stretches of even cost are about equally long")
    func even() {
        let ranges = Analysis.stretches(byCost: Array(0...1000), parts: 4)
        #expect(ranges.map(\.count) == [250, 250, 250, 250])
    }
}
