/// A hackathon: sign-up within six hours with one code, one hall's network, hard work, gone after three days.
struct Hackathon: Party {
    static let kind = "event"
    static let start = Instant(2025, 12, 6, 8, 30)
    private static let memberCount = 37

    func enter(_ world: inout World) {
        var random = world.random("hackathon")
        let hall = AddressPlan.venue.network.hosts(3, &random)
        let starter = world.key("tidewater-starter")
        for _ in 0..<Hackathon.memberCount {
            let member = hacker(&world, &random)
            let account = world.accounts[member]
            let own = world.key("hack-" + account.id)
            let hallLine = AddressSource.exits(hall, stickyHours: 20, &random)
            let home = AddressSource.home(place: Places.index(of: account.country ?? "GB"), &random)
            let work = [
                Work("hack-build", key: starter, weight: 2), Work("hack-build", key: own, weight: 2),
                Work("hack-pitch", weight: 1),
                Work("code-question", weight: 2), Work("agent-framework", key: own, weight: 1),
            ]
            let habits = Habits(
                span: account.created..<(Hackathon.start + 3 * Instant.day),
                exchanges: 6 + Int(random.logNormal(median: 24, spread: 0.7)), rhythm: .student(offset: 0),
                work: random.sample(4, of: work), addresses: hallLine.mixed(with: home, share: 0.2, &random),
                models: .builder, sitting: 6)
            world.live(member, habits, &random)
        }
    }

    private func hacker(_ world: inout World, _ random: inout SeededRandom) -> Int {
        let created = Hackathon.start + random.below(6 * Instant.hour)
        var account = Account(
            id: world.freshID(&random), created: created, truth: .lookAlike(kind: Hackathon.kind))
        (account.channel, account.surface) = random.chance(0.7) ? (.api, .api) : (.web, .web)
        account.country = random.pick(["GB", "GB", "GB", "FR", "DE", "IN"])
        account.emailDomain = Names.domain(&random)
        account.emailHash = "em_" + random.hex(12)
        account.hold("referral_code", "HACK-TIDE25")
        Tools.equip(&account, &random)
        return world.add(account)
    }
}
