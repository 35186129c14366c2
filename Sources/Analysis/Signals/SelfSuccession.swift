/// How often an account follows itself in the sequence, against every order of the same turns.
///
/// In a block of n turns, n(a) of account a, a random order has Σ n(a)(n(a) − 1) / n such successions; the
/// variance is that of the number of runs among several kinds (Mood, Ann. Math. Statist. 11, 1940). Blocks add.
struct SelfSuccession: Sendable, Equatable {
    /// Turns that have one before them in their block.
    var turns = 0
    var observed = 0.0
    var expected = 0.0
    var variance = 0.0

    /// O(turns).
    init(_ sequence: TurnSequence) {
        var count = [Double](repeating: 0, count: sequence.members)
        for block in sequence.blocks where block.count > 1 {
            let list = sequence.turns[block]
            for turn in list { count[Int(turn.member)] += 1 }
            let (n, squares, cubes) = Self.powers(list, &count)
            turns += block.count - 1
            for place in block.dropFirst()
            where sequence.turns[place].member == sequence.turns[place - 1].member {
                observed += 1
            }
            expected += (squares - n) / n
            variance +=
                (squares * (squares + n * (n + 1)) - 2 * n * cubes - n * n * n) / (n * n * (n - 1))
        }
    }

    /// Sums of n(a)^1, 2, 3; sets the counts back to zero.
    private static func powers(
        _ list: ArraySlice<TurnSequence.Turn>, _ count: inout [Double]
    ) -> (Double, Double, Double) {
        var (squares, cubes) = (0.0, 0.0)
        for turn in list {
            let own = count[Int(turn.member)]
            squares += own * own
            cubes += own * own * own
            count[Int(turn.member)] = 0
        }
        return (Double(list.count), squares, cubes)
    }

    /// P(so few or fewer), by the normal distribution with a correction for continuity.
    var pValue: Double {
        guard variance > 1e-9 else { return 1 }
        return TailProbability.normal((expected - observed - 0.5) / variance.squareRoot())
    }
}
