/// Deals the values of a stock over accounts: each value serves a few of them, some values at a time.
struct Dealer: Sendable {
    private let holders: ClosedRange<Int>
    private var open: [(value: UInt64, left: Int)]

    init(holders: ClosedRange<Int>, open count: Int, _ random: inout SeededRandom) {
        self.holders = holders
        open = []
        for _ in 0..<max(1, count) { open.append((random.next(), random.between(holders))) }
    }

    /// The next account's value; a value that has served its accounts makes room for a new one.
    mutating func deal(_ random: inout SeededRandom) -> UInt64 {
        let place = random.below(open.count)
        let value = open[place].value
        open[place].left -= 1
        if open[place].left == 0 { open[place] = (random.next(), random.between(holders)) }
        return value
    }
}
