/// An operator whom no profile describes: worked solutions and tutoring dialogues by the thousand.
///
/// What connects it: five cards, six devices, one prompt frame, one small range. Its hours and its aims resemble
/// those of profiled labs on purpose: hours and aims alone must not name anybody.
struct NamelessTutors: Party {
    static let name = "nameless-tutors"
    static let memberCount = 19

    func enter(_ world: inout World) {
        var random = world.random("nameless")
        let cards = (0..<5).map { _ in "pf_" + random.hex(12) }
        let devices = (0..<6).map { _ in "dv_" + random.hex(12) }
        let exits = AddressPlan.littleRack.network.hosts(14, &random)
        var created = Instant(2025, 12, 2, 7, 25)
        for number in 0..<NamelessTutors.memberCount {
            created =
                created + (number % 7 == 6 ? random.between(4...9) * Instant.day : random.between(60...900))
            let account = member(number, created, cards, devices, &world, &random)
            work(world.add(account), exits, &world, &random)
        }
    }

    private func member(
        _ number: Int, _ created: Instant, _ cards: [String], _ devices: [String], _ world: inout World,
        _ random: inout SeededRandom
    ) -> Account {
        var account = Account(
            id: world.freshID(&random), created: created,
            truth: .campaign(name: NamelessTutors.name, actor: ""))
        (account.channel, account.surface, account.plan) = (.api, .api, .paid)
        account.country = random.chance(0.9) ? random.pick(["NG", "PL", "IN", "US"]) : nil
        account.emailDomain = Names.domain(&random)
        account.emailHash = random.chance(0.9) ? "em_" + random.hex(12) : nil
        if number != 11 {
            account.pay(.card, cards[random.below(cards.count)], issuer: random.pick(["PL", "US"]))
        }
        Tools.give(Tools.libraries[2], to: &account, &random)
        if random.chance(0.85) { account.hold("device", random.pick(devices)) }
        if random.chance(0.2) { account.hold("device", random.pick(devices)) }
        if number % 9 == 4 { account.end(as: .suspended, at: Instant(2026, 2, 10, 16)) }
        return account
    }

    private func work(_ member: Int, _ exits: [Address], _ world: inout World, _ random: inout SeededRandom) {
        let place = Places.all[Places.index(of: world.accounts[member].country ?? "PL")]
        let tutoring = [
            Work("tutor-dialogue", key: world.key("tutor-3"), weight: 11),
            Work("tutor-solution", key: world.key("tutor-3"), weight: 6),
        ]
        let habits = Habits(
            span: world.accounts[member].life, exchanges: 8 + Int(random.logNormal(median: 28, spread: 0.5)),
            rhythm: Rhythm.longOffice(offset: 5),
            work: tutoring + EverydayWork.topics(for: place, &random).prefix(2),
            addresses: .exits(exits, stickyHours: 6, &random))
        world.live(member, habits, &random)
    }
}
