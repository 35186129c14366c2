import Testing

@testable import SyntheticCase

struct SeededRandomTests {
    @Test("streams of one seed differ, and one stream repeats itself")
    func streams() {
        var (first, again, other) = (
            SeededRandom(seed: 1, stream: "a"), SeededRandom(seed: 1, stream: "a"),
            SeededRandom(seed: 1, stream: "b")
        )
        let draws = (0..<5).map { _ in first.next() }
        #expect(draws == (0..<5).map { _ in again.next() })
        #expect(draws != (0..<5).map { _ in other.next() })
    }

    @Test("draws keep their bounds and reach them", arguments: [1 as UInt64, 2, 3])
    func bounds(_ seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "bounds")
        #expect(Set((0..<300).map { _ in random.between(3...7) }) == [3, 4, 5, 6, 7], "seed \(seed)")
        #expect((0..<300).allSatisfy { _ in (0..<1).contains(random.unit()) }, "seed \(seed)")
    }

    @Test("distributions have about the middle they promise", arguments: [1 as UInt64, 2])
    func middles(_ seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "middles")
        let exponential = (0..<4000).map { _ in random.exponential(mean: 5) }.reduce(0, +) / 4000
        let poisson = Double((0..<4000).map { _ in random.poisson(mean: 5) }.reduce(0, +)) / 4000
        let logNormal = (0..<4001).map { _ in random.logNormal(median: 5, spread: 1) }.sorted()[2000]
        #expect(abs(exponential - 5) < 0.4, "seed \(seed)")
        #expect(abs(poisson - 5) < 0.2, "seed \(seed)")
        #expect(abs(logNormal - 5) < 0.5, "seed \(seed)")
    }

    @Test("a shuffle loses nothing and a deck holds each value as often as asked")
    func shuffles() {
        var random = SeededRandom(seed: 4, stream: "shuffles")
        #expect(random.shuffled(Array(0..<50)).sorted() == Array(0..<50))
        let deck = random.deck(["a", "b", "c"], holders: 2...4)
        for value in ["a", "b", "c"] { #expect((2...4).contains(deck.count { $0 == value })) }
    }
}
