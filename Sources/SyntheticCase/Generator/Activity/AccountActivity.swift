/// Lets accounts live: makes an account's exchanges from its conducts, whenever they are asked for.
///
/// Every account draws from a stream of its own, so neither order nor threads change anything. Linear in the
/// exchanges; one array is reused.
struct AccountActivity: Sendable {
    let registry: Registry
    private let rhythms = Rhythms().all
    private let homes: HomeAddresses
    private let gaps = SpreadTable(spread: 0.9)
    private let sizes = SpreadTable(spread: 0.65)
    private let release: Int
    private let keep: Double

    init(_ registry: Registry) {
        self.registry = registry
        homes = HomeAddresses(registry.atlas.homes, fourShare: registry.knobs[.fourShare])
        release = registry.timeline.release.seconds
        keep = registry.knobs[.keep]
    }

    /// The account's exchanges in order of time, into `acts`, which is emptied first.
    func acts(of person: Int, into acts: inout [Act]) {
        acts.removeAll(keepingCapacity: true)
        var random = SeededRandom(seed: registry.seed, number: UInt64(person))
        for index in registry.conducts(of: person) {
            let conduct = registry.conducts[index]
            switch conduct.mode {
            case .sittings: sit(conduct, &acts, &random)
            case .clock: run(conduct, &acts, &random)
            case .jobs: serve(conduct, &acts, &random)
            }
        }
        if keep < 1, registry.isFraudulent(person) { acts.removeAll { _ in random.unit() >= keep } }
        acts.sort { ($0.at, $0.order) < ($1.at, $1.order) }
    }

    /// Sittings drawn from the rhythm, each with a few exchanges minutes apart.
    private func sit(_ conduct: Conduct, _ acts: inout [Act], _ random: inout SeededRandom) {
        var left = random.rounded(Double(conduct.volume))
        guard left > 0, conduct.taskCount > 0 || conduct.ownShare > 0 else { return }
        let rhythm = rhythms[Int(conduct.rhythm)]
        let span = Instant(seconds: Int(conduct.from))..<Instant(seconds: Int(conduct.until))
        let more = 1 - 1 / Double(max(1, conduct.sitting))
        while left > 0 {
            var moment = rhythm.instant(in: span, &random).seconds
            let topic = task(conduct, &random)
            repeat {
                let task = random.chance(0.75) ? topic : self.task(conduct, &random)
                if moment < Int(conduct.until) { add(conduct, task, at: UInt32(moment), &acts, &random) }
                moment += 4 + Int(75 * gaps.factor(random.next()))
                left -= 1
            } while left > 0 && random.chance(more)
        }
    }

    /// By the clock, a few seconds late at most; one run in thirty fails.
    private func run(_ conduct: Conduct, _ acts: inout [Act], _ random: inout SeededRandom) {
        let step = Int(conduct.stepHours) * Instant.hour
        var moment = Int(conduct.from) / step * step + step + Int(conduct.minute) * Instant.minute
        while moment < Int(conduct.until) {
            if random.chance(0.97) {
                let at = UInt32(moment + random.below(9))
                add(conduct, task(conduct, &random), at: at, &acts, &random)
            }
            moment += step
        }
    }

    /// Jobs of the dispatcher that fall into the conduct.
    private func serve(_ conduct: Conduct, _ acts: inout [Act], _ random: inout SeededRandom) {
        for number in registry.roster.jobs(of: Int(conduct.seat)) {
            let job = registry.roster.jobs[Int(number)]
            guard conduct.from <= job.start, job.start < conduct.until else { continue }
            var task = registry.tasks[Int(job.task)]
            if !job.isKeyed { task.key = 0 }
            for _ in 0..<random.between(Int(job.least)...Int(job.most)) {
                let at = job.start + UInt32(random.below(Int(job.seconds)))
                if at < conduct.until { add(conduct, task, at: at, &acts, &random) }
            }
        }
    }

    private func task(_ conduct: Conduct, _ random: inout SeededRandom) -> Task {
        if conduct.taskCount == 0 || random.chance(Double(conduct.ownShare)) { return conduct.ownTask }
        let first = Int(conduct.firstTask)
        let range = first..<first + Int(conduct.taskCount)
        var sum: Float = 0
        for place in range { sum += registry.tasks[place].weight }
        var left = Float(random.unit()) * sum
        for place in range {
            left -= registry.tasks[place].weight
            if left < 0 { return keyed(registry.tasks[place], conduct, &random) }
        }
        return keyed(registry.tasks[range.upperBound - 1], conduct, &random)
    }

    private func keyed(_ task: Task, _ conduct: Conduct, _ random: inout SeededRandom) -> Task {
        guard conduct.keyedShare < 1, !random.chance(Double(conduct.keyedShare)) else { return task }
        return Task(frame: task.frame, key: 0, weight: task.weight)
    }

    private func add(
        _ conduct: Conduct, _ task: Task, at moment: UInt32, _ acts: inout [Act], _ random: inout SeededRandom
    ) {
        let frame = Int(task.frame)
        let bits = random.next()
        let isOther = conduct.otherClient != 0 && bits >> 60 < 5
        acts.append(
            Act(
                at: moment, order: UInt32(truncatingIfNeeded: acts.count), frame: task.frame,
                model: ModelTaste.all[Int(conduct.models)].model(
                    sinceRelease: Int(moment) - release, &random),
                surface: conduct.surface, client: isOther ? conduct.otherClient : conduct.client,
                input: 3 + Int32(Double(registry.frames.inputs[frame]) * sizes.factor(bits)),
                output: 2 + Int32(Double(registry.frames.outputs[frame]) * sizes.factor(bits >> 20)),
                key: conduct.salt == 0 || task.key == 0
                    ? task.key : SeededRandom.scramble(task.key ^ conduct.salt),
                address: address(conduct, at: moment)))
    }

    private func address(_ conduct: Conduct, at moment: UInt32) -> Address? {
        var habit = conduct.main
        if conduct.otherShare > 0 {
            let stretch = SeededRandom.scramble(UInt64(moment / 10_800) &+ conduct.main.salt &* 31)
            if Double(stretch >> 11) * 0x1.0p-53 < Double(conduct.otherShare) { habit = conduct.other }
        }
        let period = UInt64(habit.stickyHours) * 3600
        // Leases of different lines do not change on the same day.
        let slot = (UInt64(moment) &+ habit.salt % period) / period
        switch habit.kind {
        case .none: return nil
        case .home: return homes.address(habit, slot: slot)
        case .pool:
            let pool = registry.atlas.pools[Int(habit.pool)]
            return pool[Int(SeededRandom.scramble(slot ^ habit.salt) % UInt64(pool.count))]
        }
    }
}
