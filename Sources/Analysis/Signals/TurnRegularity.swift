/// How often an account waits for its usual number of others, against the same accounts moved in time.
///
/// A gap is the number of others' turns between two of an account's own. The figure is the share of gaps within a
/// tenth of the account's median gap: all of them where a queue is dealt in turn, few among independent customers;
/// other traffic in between and a backend that is passed over now and then lower it without hiding it. The null
/// moves each account's turns by one random step, up to twice the usual pause between own turns: order among
/// accounts is lost, while volumes, pauses and the rise and fall of the load stay. Timers of one period, people who
/// wait for answers and any load are as even after it as before. Gaps within one step of a block's ends are left
/// out, since the moved accounts are missing there.
/// After interval jitter (Amarasingham et al., J. Neurophysiol. 107, 2012).
struct TurnRegularity: Sendable {
    static let shifts = 199
    /// Enough turns for a hundred accounts in rotation; bounds the cost of one group.
    static let mostTurns = 4_096
    static let leastBlock = 8
    /// Fewer gaps of an account have no usual one.
    static let leastGaps = 3
    static let tolerance = 0.1
    /// A tenth more usual gaps than the moved accounts have are no rotation yet.
    static let margin = 0.9

    let pValue: Double
    /// Share of usual gaps, and the same after the steps.
    let value: Double
    let expected: Double

    /// nil where no account has three gaps well within blocks. O(turns drawn · shifts, sorted).
    init?(_ sequence: TurnSequence, blockSeconds: UInt32, seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let drawn = Self.draw(sequence, &random)
        guard let reach = Self.reach(drawn, blockSeconds) else { return nil }
        let bounds = drawn.blocks.map { block in
            Int(drawn.turns[block.lowerBound].second)
                + reach...max(
                    Int(drawn.turns[block.lowerBound].second) + reach,
                    Int(drawn.turns[block.upperBound - 1].second) - reach)
        }
        guard let value = Self.figure(drawn, bounds) else { return nil }
        let moved = (0..<Self.shifts).compactMap { _ in
            Self.figure(Self.moved(drawn, reach, &random), bounds)
        }
        guard moved.count == Self.shifts else { return nil }
        self.value = value
        expected = moved.reduce(0, +) / Double(moved.count)
        pValue = Self.pValue(value * Self.margin, moved, mean: expected)
    }

    /// By rank; where no step gives as many, by the normal distribution fitted to the steps.
    private static func pValue(_ value: Double, _ moved: [Double], mean: Double) -> Double {
        let asMany = moved.count { $0 >= value }
        let rank = Double(asMany + 1) / Double(moved.count + 1)
        let variance = moved.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(moved.count - 1)
        guard asMany == 0, variance > 0 else { return rank }
        return min(rank, TailProbability.normal((value - mean) / variance.squareRoot()))
    }

    /// Whole blocks in random order, until there are turns enough; the beginning of one that is larger.
    private static func draw(_ sequence: TurnSequence, _ random: inout SeededGenerator) -> TurnSequence {
        var order = sequence.blocks.filter { $0.count >= leastBlock }
        for place in order.indices.dropFirst() { order.swapAt(place, random.below(place + 1)) }
        var turns: [TurnSequence.Turn] = []
        var blocks: [Range<Int>] = []
        for block in order where turns.isEmpty || turns.count + block.count <= mostTurns {
            let kept = sequence.turns[block].prefix(mostTurns)
            blocks.append(turns.count..<turns.count + kept.count)
            turns += kept
        }
        return TurnSequence(members: sequence.members, turns: turns, blocks: blocks)
    }

    /// Twice the median pause between an account's own turns, at most a quarter of a block.
    private static func reach(_ sequence: TurnSequence, _ blockSeconds: UInt32) -> Int? {
        var last = [Int](repeating: -1, count: sequence.members)
        var pauses: [Int] = []
        for block in sequence.blocks {
            for place in block {
                let turn = sequence.turns[place]
                let before = last[Int(turn.member)]
                if before >= block.lowerBound {
                    pauses.append(Int(turn.second - sequence.turns[before].second))
                }
                last[Int(turn.member)] = place
            }
        }
        guard !pauses.isEmpty else { return nil }
        pauses.sort()
        return max(2, min(Int(blockSeconds) / 4, 2 * pauses[pauses.count / 2]))
    }

    private static func figure(_ sequence: TurnSequence, _ bounds: [ClosedRange<Int>]) -> Double? {
        var gaps = gaps(sequence, bounds)
        gaps.sort()
        var (usual, all, start) = (0, 0, 0)
        while start < gaps.count {
            let member = gaps[start] >> 32
            var end = start
            while end < gaps.count, gaps[end] >> 32 == member { end += 1 }
            if end - start >= leastGaps {
                let median = Double(gaps[(start + end) / 2] & 0xFFFF_FFFF)
                all += end - start
                usual += gaps[start..<end].count {
                    abs(Double($0 & 0xFFFF_FFFF) - median) <= tolerance * median
                }
            }
            start = end
        }
        return all > 0 ? Double(usual) / Double(all) : nil
    }

    /// Gaps well within their blocks: the member in the upper half, others' turns in the lower.
    private static func gaps(_ sequence: TurnSequence, _ bounds: [ClosedRange<Int>]) -> [UInt64] {
        var last = [Int](repeating: -1, count: sequence.members)
        var gaps: [UInt64] = []
        for (block, bound) in zip(sequence.blocks, bounds) {
            for place in block {
                let turn = sequence.turns[place]
                let before = last[Int(turn.member)]
                last[Int(turn.member)] = place
                if before >= block.lowerBound, bound.contains(Int(turn.second)),
                    bound.contains(Int(sequence.turns[before].second))
                {
                    gaps.append(UInt64(turn.member) << 32 | UInt64(place - before - 1))
                }
            }
        }
        return gaps
    }

    /// Every member's turns later or earlier by one step of its own, the same in all blocks.
    private static func moved(
        _ sequence: TurnSequence, _ reach: Int, _ random: inout SeededGenerator
    ) -> TurnSequence {
        var turns = sequence.turns
        let step = (0..<sequence.members).map { _ in random.below(2 * reach + 1) - reach }
        for block in sequence.blocks {
            for place in block {
                let second = Int(turns[place].second) + step[Int(turns[place].member)]
                turns[place].second = UInt32(clamping: second)
                turns[place].tie = UInt32(truncatingIfNeeded: random.next())
            }
            turns[block].sort { ($0.second, $0.tie) < ($1.second, $1.tie) }
        }
        return TurnSequence(members: sequence.members, turns: turns, blocks: sequence.blocks)
    }
}
