/// Families: one line, one card for most, devices and telephones handed round.
struct FamilyCrowd: Crowd {
    static let kind = "family"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("families")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.familySize], &random) {
            let family = Family(registry, &random)
            for _ in 0..<size { family.member(label, &registry, &random) }
        }
    }

    private struct Family {
        let place: Int
        let card: UInt64
        let phone: UInt64
        let line: AddressHabit
        let tablets: [UInt64]

        init(_ registry: Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            (card, phone) = (random.next(), random.next())
            let days = random.heavy(median: registry.knobs[.churnDays], spread: 0.8)
            line = .home(place, stickyHours: Int(days * 24), salt: random.next())
            tablets = (0..<random.between(1...2)).map { _ in random.next() }
        }

        func member(_ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom) {
            var draft = registry.newcomer(label: label, place: place, &random)
            if random.chance(0.75) { draft.channel = .web }
            registry.giveMail(&draft, &random)
            if draft.plan != .free { draft.pay(.card, card, issuer: place) }
            if random.chance(0.8) { registry.hold(.device, random.next(), &draft, &random) }
            if random.chance(0.5) { registry.hold(.device, random.pick(tablets), &draft, &random) }
            if random.chance(0.15) { registry.hold(.phone, phone, &draft, &random) }
            var conduct = registry.everyday(&draft, &random)
            conduct.main = line
            draft.conducts = [conduct]
            registry.enrol(draft)
        }
    }
}
