/// Deals jobs over the seats of one operation: a crew of live accounts, each with a prompt or two within minutes.
struct Dispatcher {
    let habits: OperationHabits
    let stock: [Equipment]
    let change: Instant?
    let rhythm: UInt16
    /// How many exchanges the jobs make altogether, in the mean.
    let exchanges: Double

    func deal(
        over seats: [Crew.Seat], _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        var lists = [[UInt32]](repeating: [], count: seats.count)
        let crew = Double(habits.crew.lowerBound + habits.crew.upperBound) / 2
        let each = Double(habits.each.lowerBound + habits.each.upperBound) / 2
        let count = random.rounded(exchanges / max(1, crew * each))
        let hours = Rhythms().all[Int(rhythm)]
        let most = seats.map(\.diligence).max() ?? 1
        var made = 0.0
        for _ in 0..<count * 4 where made < exchanges {
            let start = moment(hours, registry.timeline, &random)
            let members = draw(from: seats, at: UInt32(clamping: start.seconds), most, &random)
            guard !members.isEmpty else { continue }
            let number = registry.roster.add(job(at: start, registry, &random))
            for member in members { lists[member].append(number) }
            made += Double(members.count) * each
        }
        registry.roster.seat(lists)
    }

    private func moment(
        _ hours: Rhythm, _ timeline: Timeline, _ random: inout SeededRandom
    ) -> Instant {
        if habits.surgesAtRelease, random.chance(0.08) {
            return timeline.release + random.below(2 * Instant.day)
        }
        return hours.instant(in: timeline.period, &random)
    }

    /// Live members, the diligent ones more often; up to the size of a crew.
    private func draw(
        from seats: [Crew.Seat], at moment: UInt32, _ most: Double, _ random: inout SeededRandom
    ) -> [Int] {
        let wanted = random.between(habits.crew)
        var found: [Int] = []
        for _ in 0..<wanted * 12 where found.count < wanted {
            let number = random.below(seats.count)
            let seat = seats[number]
            guard seat.from <= moment, moment < seat.until, !found.contains(number) else { continue }
            if random.unit() * min(most, 4) < seat.diligence { found.append(number) }
        }
        return found
    }

    private func job(
        at start: Instant, _ registry: Registry, _ random: inout SeededRandom
    ) -> JobRoster.Job {
        let phase = change.map { start >= $0 ? 1 : 0 } ?? 0
        let tasks = stock[min(phase, stock.count - 1)].tasks(at: start)
        let range = Int(tasks.first)..<Int(tasks.first) + Int(tasks.count)
        let task = range.lowerBound + random.weighted(registry.tasks[range].map { Double($0.weight) })
        return JobRoster.Job(
            start: UInt32(clamping: start.seconds),
            seconds: UInt16(clamping: random.between(habits.jobSeconds)),
            least: UInt8(clamping: habits.each.lowerBound), most: UInt8(clamping: habits.each.upperBound),
            task: UInt32(clamping: task), isKeyed: random.chance(habits.keyed))
    }
}
