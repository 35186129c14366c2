/// A hackathon: one hall, one code, free credits, one weekend, and hardly anything after.
struct EventCrowd: Crowd {
    static let kind = "event"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("events")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.eventSize], &random) {
            let event = Event(&registry, &random)
            for _ in 0..<size { event.guest(label, &registry, &random) }
        }
    }

    private struct Event {
        let place: Int
        let pool: Int
        let code: UInt64
        let start: Instant
        let end: Instant
        let tasks: (first: UInt32, count: UInt16)

        init(_ registry: inout Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            let hall = registry.atlas.own(
                InventedNames.name(&random).title + " hall", country: Places.all[place].code,
                usage: .unknown, prefix: 27)
            pool = registry.atlas.pool(hall.network.someHosts(random.between(1...3), &random))
            code = UInt64(registry.texts.number("HACK-" + random.hex(4).uppercased()))
            start = registry.timeline.at(random.within(0.05...0.9))
            end = start + random.between(20...60) * Instant.hour
            let frame = FrameWright.compose(.contest, number: 1, &random)
            tasks = registry.keep([
                Task(
                    frame: registry.frames.add(frame, filtered: false), key: random.next() | 1, weight: 2),
                Task(frame: FrameBook.shipped("hack-build"), key: 0, weight: 1),
                Task(frame: FrameBook.shipped("code-question"), key: 0, weight: 1),
            ])
        }

        func guest(_ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom) {
            var draft = registry.newcomer(label: label, place: place, &random)
            draft.created = start + random.below(random.chance(0.8) ? 2 * Instant.hour : Instant.day)
            (draft.status, draft.closed, draft.plan, draft.channel) = (.active, nil, .free, .api)
            registry.giveMail(&draft, &random)
            draft.hold(.referral, code)
            registry.giveDevices(&draft, &random)
            draft.conducts = [weekend(&draft, &registry, &random)]
            if random.chance(0.15) { draft.conducts.append(registry.everyday(&draft, &random)) }
            registry.enrol(draft)
        }

        private func weekend(
            _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
        ) -> Conduct {
            var conduct = registry.conduct()
            registry.equip(&draft, &conduct, &random)
            conduct.main = .pool(pool, stickyHours: 3, salt: random.next())
            conduct.until = UInt32(clamping: end.seconds)
            conduct.rhythm = Rhythms.personal(.student, offset: Places.all[place].offset, &random)
            (conduct.firstTask, conduct.taskCount) = tasks
            conduct.volume = Float(random.heavy(median: 1.5, spread: 0.8))
            return conduct
        }
    }
}
