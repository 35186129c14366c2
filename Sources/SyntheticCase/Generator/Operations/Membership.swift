/// When an operation's accounts live: opened in batches, banned in waves, replaced at once where the style says so.
struct MemberLives {
    struct Life {
        var created: Instant
        var closed: Instant?
        /// The banned account whose place it takes.
        var heirOf: Int?
    }

    private(set) var lives: [Life] = []

    init(
        _ habits: OperationHabits, size: Int, rhythm: Rhythm, _ timeline: Timeline,
        _ random: inout SeededRandom
    ) {
        let banned = Int(Double(size) * habits.banned / (habits.replaces ? 1 + habits.banned : 1))
        let first = habits.replaces ? size - banned : size
        signUp(first, habits, rhythm, timeline, &random)
        var left = banned
        for (number, wave) in timeline.banWaves.enumerated() {
            let share = left / (timeline.banWaves.count - number)
            left -= ban(share, at: wave, habits, &random)
        }
        let missing = size - lives.count
        if missing > 0 { signUp(missing, habits, rhythm, timeline, &random) }
    }

    private mutating func signUp(
        _ count: Int, _ habits: OperationHabits, _ rhythm: Rhythm, _ timeline: Timeline,
        _ random: inout SeededRandom
    ) {
        let from = timeline.at(habits.signUp.lowerBound)
        let until = max(from + Instant.day, timeline.at(habits.signUp.upperBound))
        var left = count
        while left > 0 {
            let batch = min(left, max(1, Int(random.wait(mean: habits.batch).rounded(.up))))
            var moment = rhythm.instant(in: from..<until, &random)
            for _ in 0..<batch {
                lives.append(Life(created: moment))
                moment = moment + 5 + Int(random.wait(mean: habits.batchGapSeconds))
            }
            left -= batch
        }
    }

    /// - Returns: how many were banned.
    private mutating func ban(
        _ count: Int, at wave: Instant, _ habits: OperationHabits, _ random: inout SeededRandom
    ) -> Int {
        let live = lives.indices.filter {
            lives[$0].closed == nil && lives[$0].created < wave - 2 * Instant.day
        }
        let banned = random.sample(count, of: live)
        for number in banned {
            lives[number].closed = wave + random.below(25 * Instant.minute)
            guard habits.replaces else { continue }
            let delay = Instant.hour / 2 + Int(random.heavy(median: 2.2, spread: 0.7) * Double(Instant.hour))
            lives.append(Life(created: wave + delay, closed: nil, heirOf: number))
        }
        return banned.count
    }
}
