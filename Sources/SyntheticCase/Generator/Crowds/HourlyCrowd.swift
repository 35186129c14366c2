/// A program of the customer's own asks by the clock, day and night, for months.
struct HourlyCrowd: Crowd {
    static let kind = "hourly"
    private static let jobs = [
        "news-digest", "ticket-sort", "review-tags", "log-summary", "price-watch", "listing-copy",
    ]

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("hourly")
        let label = label(&registry)
        // A handful of published recipes is copied by many; the rest wrote their own.
        let recipes = (0..<6).map { _ in random.next() | 1 }
        for _ in 0..<count {
            var draft = registry.newcomer(label: label, &random)
            (draft.channel, draft.plan) = (.api, .paid)
            registry.settle(&draft, &random)
            var conduct = registry.everyday(&draft, &random)
            conduct.ownTask = Task(
                frame: FrameBook.shipped(random.pick(HourlyCrowd.jobs)),
                key: random.chance(0.3) ? random.pick(recipes) : random.next() | 1, weight: 1)
            conduct.ownShare = 1
            conduct.main = .pool(registry.rack(&random), stickyHours: 4000, salt: random.next())
            conduct.otherShare = 0
            goByTheClock(&conduct, registry.timeline, &random)
            draft.conducts = [conduct]
            registry.enrol(draft)
        }
    }

    private func goByTheClock(
        _ conduct: inout Conduct, _ timeline: Timeline, _ random: inout SeededRandom
    ) {
        (conduct.mode, conduct.scale) = (.clock, .exact)
        conduct.stepHours = UInt8(random.pick([1, 4, 4, 6, 6, 8, 12, 24]))
        conduct.minute = UInt8(random.pick([0, 0, 0, 5, 15, 30]))
        let hours = Double(timeline.closing - timeline.opening) / Double(Instant.hour)
        conduct.volume = Float(hours / Double(conduct.stepHours))
    }
}
