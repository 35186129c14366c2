/// A class of a university: all sign up within the hour, behind one campus network, for one assignment.
struct ClassCrowd: Crowd {
    static let kind = "class"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("classes")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.classSize], &random) {
            let course = Course(&registry, &random)
            for _ in 0..<size { student(of: course, label, &registry, &random) }
        }
    }

    private struct Course {
        let place: Int
        let name: String
        let domain: String
        let pool: Int
        let lab: Instant
        let end: Instant
        let machines: [UInt64]
        let tasks: (first: UInt32, count: UInt16)
        let isKeyed: Bool

        init(_ registry: inout Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            let names = InventedNames.name(&random)
            (name, domain) = ("University of " + names.title, "students." + names.domain)
            let owner = registry.atlas.own(
                name, country: Places.all[place].code, usage: .education, prefix: 27,
                wantsSix: random.chance(0.3))
            pool = registry.atlas.pool(owner.network.someHosts(random.between(1...5), &random))
            lab = registry.timeline.at(random.within(0.05...0.7))
            end = min(registry.timeline.closing, lab + random.between(7...35) * Instant.day)
            machines = (0..<random.between(3...12)).map { _ in random.next() }
            isKeyed = random.chance(0.6)
            var tasks: [Task] = []
            for number in 0..<random.between(1...3) {
                let frame = FrameWright.compose(.assignment, number: number, &random)
                let key = isKeyed ? random.next() : 0
                tasks.append(
                    Task(frame: registry.frames.add(frame, filtered: true), key: key, weight: 2))
            }
            self.tasks = registry.keep(tasks)
        }
    }

    private func student(
        of course: Course, _ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        var draft = registry.newcomer(label: label, place: course.place, &random)
        let late = random.chance(0.12)
        draft.created = course.lab + random.below(late ? 4 * Instant.day : 50 * Instant.minute)
        (draft.status, draft.closed, draft.plan) = (.active, nil, .education)
        draft.channel = course.isKeyed && random.chance(0.3) ? .api : .web
        draft.domain = registry.texts.number(course.domain)
        draft.organization = random.chance(0.8) ? registry.texts.number(course.name) : 0
        if random.chance(0.12) { draft.pay(.card, random.next(), issuer: course.place) }
        let device = random.chance(0.25) ? random.pick(course.machines) : random.next()
        registry.hold(.device, device, &draft, &random)
        draft.conducts = [assignment(of: course, &draft, &registry, &random)]
        if random.chance(0.4) { draft.conducts.append(registry.everyday(&draft, &random)) }
        registry.enrol(draft)
    }

    private func assignment(
        of course: Course, _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Conduct {
        var conduct = registry.conduct()
        registry.equip(&draft, &conduct, &random)
        registry.live(draft, &conduct, &random)
        conduct.send(from: course.pool, stickyHours: random.between(4...60), otherwise: 0.35, &random)
        conduct.until = UInt32(course.end.seconds)
        conduct.rhythm = Rhythms.personal(.student, offset: Places.all[course.place].offset, &random)
        (conduct.firstTask, conduct.taskCount) = course.tasks
        conduct.volume = Float(random.heavy(median: 1, spread: 0.7))
        return conduct
    }
}
