/// Pupils: few shared computers, no cards, lessons at the same hours.
struct SchoolCrowd: Crowd {
    static let kind = "school"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("schools")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.schoolSize], &random) {
            let school = School(size, &registry, &random)
            for _ in 0..<size { school.pupil(label, &registry, &random) }
        }
    }

    private struct School {
        let place: Int
        let names: (title: String, domain: String)
        let pool: Int
        let computers: [UInt64]
        let lesson: Instant
        let kit: KitShelf.Kit
        let tasks: (first: UInt32, count: UInt16)

        init(_ size: Int, _ registry: inout Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            names = InventedNames.name(&random)
            let owner = registry.atlas.own(
                names.title + " school", country: Places.all[place].code,
                usage: random.chance(0.5) ? .education : .isp, prefix: 28, wantsSix: random.chance(0.3))
            pool = registry.atlas.pool(owner.network.someHosts(random.between(1...2), &random))
            computers = (0..<max(2, size / 3)).map { _ in random.next() }
            lesson = registry.timeline.at(random.within(0.02...0.6))
            kit = registry.kits.browser(&random)
            tasks = registry.keep(
                ["homework", "explain-simply", "story"].map {
                    Task(frame: FrameBook.shipped($0), key: 0, weight: 1)
                })
        }

        func pupil(_ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom) {
            var draft = registry.newcomer(label: label, place: place, &random)
            let later = random.chance(0.3) ? random.between(1...3) * Instant.day : 0
            draft.created = lesson + later + random.below(40 * Instant.minute)
            (draft.status, draft.closed, draft.plan, draft.channel) = (.active, nil, .education, .web)
            draft.domain = registry.texts.number(names.domain)
            draft.organization = random.chance(0.5) ? registry.texts.number(names.title + " school") : 0
            for _ in 0..<random.between(1...2) {
                registry.hold(.device, random.pick(computers), &draft, &random)
            }
            draft.conducts = [lessons(&draft, &registry, &random)]
            registry.enrol(draft)
        }

        private func lessons(
            _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
        ) -> Conduct {
            var conduct = registry.conduct()
            registry.use(kit, &draft, &conduct, &random)
            registry.live(draft, &conduct, &random)
            conduct.send(from: pool, stickyHours: 24, otherwise: 0.25, &random)
            conduct.rhythm = Rhythms.index(.office, offset: Places.all[place].offset, shift: 1)
            (conduct.firstTask, conduct.taskCount) = tasks
            conduct.volume = Float(random.heavy(median: 0.6, spread: 0.7))
            return conduct
        }
    }
}
