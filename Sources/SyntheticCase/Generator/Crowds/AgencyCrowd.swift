/// An agency: an account for each client's project, several cards in turn, one office, several frames.
///
/// The hardest look-alike: cards rotate, devices rotate, and the staff work on all accounts.
struct AgencyCrowd: Crowd {
    static let kind = "agency"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("agencies")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.agencySize], &random) {
            let agency = Agency(size, registry, &random)
            for number in 0..<size { agency.project(number, label, &registry, &random) }
        }
    }

    private struct Agency {
        let place: Int
        let names: (title: String, domain: String)
        let hasDomain: Bool
        let cards: [UInt64]
        let machines: [UInt64]
        let line: AddressHabit
        let kit: KitShelf.Kit

        init(_ size: Int, _ registry: Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            names = InventedNames.name(&random)
            hasDomain = random.chance(0.7)
            cards = (0..<max(2, size / 4)).map { _ in random.next() }
            machines = (0..<max(2, size / 3)).map { _ in random.next() }
            line = .home(place, stickyHours: random.between(200...4000), salt: random.next())
            kit = registry.kits.clientLibrary(&random)
        }

        func project(
            _ number: Int, _ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom
        ) {
            var draft = registry.newcomer(label: label, place: place, &random)
            (draft.channel, draft.plan) = (random.chance(0.6) ? .api : .web, .paid)
            draft.pay(.card, random.pick(cards), issuer: place)
            for _ in 0..<random.between(1...2) {
                registry.hold(.device, random.pick(machines), &draft, &random)
            }
            let domain = hasDomain ? names.domain : InventedNames.name(&random).domain
            draft.domain = registry.texts.number(domain)
            if hasDomain, random.chance(0.4) { draft.organization = registry.texts.number(names.title) }
            draft.conducts = [work(number, &draft, &registry, &random)]
            registry.enrol(draft)
        }

        private func work(
            _ number: Int, _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
        ) -> Conduct {
            var conduct = registry.everyday(&draft, &random)
            registry.use(kit, &draft, &conduct, &random)
            conduct.main = line
            conduct.rhythm = Rhythms.personal(.office, offset: Places.all[place].offset, &random)
            let frame = FrameWright.compose(.product, number: number, &random)
            conduct.ownTask = Task(
                frame: registry.frames.add(frame, filtered: false), key: random.next() | 1, weight: 1)
            conduct.ownShare = 0.8
            return conduct
        }
    }
}
