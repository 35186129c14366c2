/// Researchers with permission: they grade and probe as extractors do, say so, and are paid from one grant.
struct ResearchCrowd: Crowd {
    static let kind = "research"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("research")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.researchSize], &random) {
            let institute = Institute(&registry, &random)
            for _ in 0..<size { institute.researcher(label, &registry, &random) }
        }
    }

    private struct Institute {
        let place: Int
        let names: (title: String, domain: String)
        let pool: Int
        let grant: UInt64
        let org: UInt64
        let tasks: (first: UInt32, count: UInt16)

        init(_ registry: inout Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            names = InventedNames.name(&random)
            let owner = registry.atlas.own(
                names.title + " institute", country: Places.all[place].code, usage: .education, prefix: 28)
            pool = registry.atlas.pool(owner.network.someHosts(random.between(2...6), &random))
            grant = random.next()
            org = UInt64(registry.texts.number("org-" + random.hex(6)))
            var tasks: [Task] = []
            let purposes: [Purpose] = [.rubricGrading, .chainOfThought, .dataAnalysis, .coding]
            for (number, purpose) in random.sample(3, of: purposes).enumerated() {
                let frame = FrameWright.compose(purpose, number: number, &random)
                let place = registry.frames.add(frame, filtered: purpose.isFiltered)
                tasks.append(Task(frame: place, key: random.next() | 1, weight: 1))
            }
            self.tasks = registry.keep(tasks)
        }

        func researcher(_ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom) {
            var draft = registry.newcomer(label: label, place: place, &random)
            (draft.channel, draft.plan) = (.api, .research)
            draft.domain = registry.texts.number(names.domain)
            draft.organization = registry.texts.number(names.title + " institute")
            draft.hold(.organization, org)
            draft.pay(random.chance(0.8) ? .bank : .card, grant, issuer: place)
            registry.giveDevices(&draft, &random)
            var conduct = registry.everyday(&draft, &random)
            conduct.send(from: pool, stickyHours: random.between(20...500), otherwise: 0.25, &random)
            conduct.rhythm = Rhythms.personal(.longOffice, offset: Places.all[place].offset, &random)
            (conduct.firstTask, conduct.taskCount) = tasks
            conduct.ownShare = 0.1
            conduct.volume *= 3
            draft.conducts = [conduct]
            registry.enrol(draft)
        }
    }
}
