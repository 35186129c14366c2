/// The exchanges of a group's members in one order of time, cut into blocks of equal length.
///
/// Exchanges of one second are put in a random order that depends on the seed alone: in the order of accounts
/// they would look like turns. Of large groups whole blocks are drawn at random, which no order of turns can
/// influence.
struct TurnSequence: Sendable {
    struct Turn: Sendable {
        var second: UInt32
        /// Place in the list of members.
        var member: Int32
        var frame: UInt32
        var tie: UInt32
    }

    /// Enough to tell a tenth fewer self-successions among a thousand accounts; bounds the cost of one group.
    static let mostTurns = 200_000

    let members: Int
    private(set) var turns: [Turn] = []
    private(set) var blocks: [Range<Int>] = []

    /// O(exchanges of members + those drawn, sorted).
    init(_ members: [Int32], _ activity: ActivityColumns, blockSeconds: UInt32, seed: UInt64) {
        self.members = members.count
        let drawn = DrawnBlocks(members, activity, blockSeconds: blockSeconds, seed: seed)
        for (place, account) in members.enumerated() {
            var random = SeededGenerator(seed: seed ^ UInt64(UInt32(bitPattern: account)) << 20)
            for row in activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1]
            where drawn.holds(activity.seconds[row]) {
                turns.append(
                    Turn(
                        second: activity.seconds[row], member: Int32(place), frame: activity.promptKey[row],
                        tie: UInt32(truncatingIfNeeded: random.next())))
            }
        }
        turns.sort { ($0.second, $0.tie, $0.member) < ($1.second, $1.tie, $1.member) }
        cut(blockSeconds)
    }

    init(members: Int, turns: [Turn], blocks: [Range<Int>]) {
        (self.members, self.turns, self.blocks) = (members, turns, blocks)
    }

    /// The turns on the frame with the most turns; nil where there is none or no other. O(turns, sorted).
    func onCommonestFrame(blockSeconds: UInt32) -> TurnSequence? {
        let frames = turns.map(\.frame).filter { $0 != ActivityColumns.none }.sorted()
        var (best, frame, run) = (0, UInt32(0), 0)
        for place in frames.indices {
            run = place > 0 && frames[place] == frames[place - 1] ? run + 1 : 1
            if run > best { (best, frame) = (run, frames[place]) }
        }
        guard best > 0, best < turns.count else { return nil }
        var rest = TurnSequence(members: members, turns: turns.filter { $0.frame == frame }, blocks: [])
        rest.cut(blockSeconds)
        return rest
    }

    private mutating func cut(_ blockSeconds: UInt32) {
        var start = 0
        for place in turns.indices {
            let isLast = place + 1 == turns.count
            if !isLast, turns[place + 1].second / blockSeconds == turns[place].second / blockSeconds {
                continue
            }
            blocks.append(start..<place + 1)
            start = place + 1
        }
    }
}

/// Blocks of time drawn at random until they hold turns enough.
private struct DrawnBlocks {
    private let blockSeconds: UInt32
    private var first = 0
    private var isDrawn: [Bool] = []

    init(_ members: [Int32], _ activity: ActivityColumns, blockSeconds: UInt32, seed: UInt64) {
        self.blockSeconds = blockSeconds
        var (low, high) = (Int.max, -1)
        for account in members {
            for row in activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1]
            where activity.seconds[row] != 0 {
                let block = Int(activity.seconds[row] / blockSeconds)
                (low, high) = (min(low, block), max(high, block))
            }
        }
        guard high >= low else { return }
        first = low
        var count = [Int](repeating: 0, count: high - low + 1)
        for account in members {
            for row in activity.offsets[Int(account)]..<activity.offsets[Int(account) + 1]
            where activity.seconds[row] != 0 {
                count[Int(activity.seconds[row] / blockSeconds) - low] += 1
            }
        }
        draw(count, seed)
    }

    private mutating func draw(_ count: [Int], _ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var order = count.indices.filter { count[$0] > 1 }
        for place in order.indices.dropFirst() { order.swapAt(place, random.below(place + 1)) }
        isDrawn = [Bool](repeating: false, count: count.count)
        var turns = 0
        for block in order where turns == 0 || turns + count[block] <= TurnSequence.mostTurns {
            isDrawn[block] = true
            turns += count[block]
        }
    }

    func holds(_ second: UInt32) -> Bool {
        guard second != 0, !isDrawn.isEmpty else { return false }
        return isDrawn[Int(second / blockSeconds) - first]
    }
}
