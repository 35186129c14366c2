import Foundation

/// Draws with a shape: the few distributions that human and machine behaviour is made of here.
extension SeededRandom {
    /// An index of `weights`, each as likely as its share of the sum.
    mutating func weighted(_ weights: [Double]) -> Int {
        var remaining = unit() * weights.reduce(0, +)
        for (index, weight) in weights.enumerated() {
            remaining -= weight
            if remaining < 0 { return index }
        }
        return weights.count - 1
    }

    /// Standard normal (Box and Muller 1958).
    mutating func normal() -> Double {
        let radius = (-2 * log(1 - unit())).squareRoot()
        return radius * cos(2 * .pi * unit())
    }

    /// Heavy-tailed and positive: `spread` is the standard deviation of the logarithm.
    mutating func logNormal(median: Double, spread: Double) -> Double {
        median * exp(spread * normal())
    }

    mutating func exponential(mean: Double) -> Double {
        -mean * log(1 - unit())
    }

    /// A count of independent events (Knuth's product method; meant for means under 50).
    mutating func poisson(mean: Double) -> Int {
        let floor = exp(-mean)
        var product = unit()
        var count = 0
        while product > floor {
            product *= unit()
            count += 1
        }
        return count
    }

    /// Fisher and Yates.
    mutating func shuffled<Item>(_ items: [Item]) -> [Item] {
        var result = items
        guard result.count > 1 else { return result }
        for last in stride(from: result.count - 1, to: 0, by: -1) {
            result.swapAt(last, below(last + 1))
        }
        return result
    }

    /// `count` different items in random order, or all of them where there are fewer.
    mutating func sample<Item>(_ count: Int, of items: [Item]) -> [Item] {
        Array(shuffled(items).prefix(count))
    }

    /// Values that are each held by `holders` of the accounts in turn: a deck from which cells are dealt.
    mutating func deck(_ values: [String], holders: ClosedRange<Int>) -> [String] {
        var cards: [String] = []
        for value in values {
            for _ in 0..<between(holders) { cards.append(value) }
        }
        return shuffled(cards)
    }
}
