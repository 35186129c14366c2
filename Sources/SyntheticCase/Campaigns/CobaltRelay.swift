/// The small, synchronised operation: one list of prompts dealt round-robin over twelve accounts.
///
/// What connects it: the same minutes in every run, shared means of payment, one rented range, four frames.
struct CobaltRelay: Party {
    static let name = "cobalt-relay"
    static let actor = "Cobalt"
    static let handles = ["vesper-n", "cob-grader-3"]
    static let memberCount = 12
    private static let runCount = 34
    private static let work: [(frame: String, weight: Double)] = [
        ("cot-elicit", 36), ("rubric-grade", 34), ("rewrite-sensitive", 22), ("cot-compare", 8),
    ]

    func enter(_ world: inout World) {
        var random = world.random("cobalt")
        let cards = (0..<4).map { _ in "pf_" + random.hex(12) }
        world.knownFingerprints[CobaltRelay.actor] = cards[0]
        let devices = (0..<5).map { _ in "dv_" + random.hex(12) }
        let exits = AddressPlan.ferry.network.hosts(7, &random)
        var moment = Instant(2025, 11, 20, 1, 20)
        let members = (0..<CobaltRelay.memberCount).map { number -> Int in
            if number == 8 { moment = Instant(2025, 12, 9, 4, 2) }
            moment = moment + random.between(90...700)
            return world.add(member(number, created: moment, cards, devices, &world, &random))
        }
        for run in 0..<CobaltRelay.runCount { relay(run, members, exits, &world, &random) }
        for member in members { idle(member, exits, &world, &random) }
    }

    private func member(
        _ number: Int, created: Instant, _ cards: [String], _ devices: [String], _ world: inout World,
        _ random: inout SeededRandom
    ) -> Account {
        var account = Account(
            id: world.freshID(&random), created: created,
            truth: .campaign(name: CobaltRelay.name, actor: CobaltRelay.actor))
        (account.channel, account.surface, account.plan) = (.api, .api, .paid)
        account.country = random.pick(["GB", "SG", "US"])
        account.emailDomain = Names.domain(&random)
        account.emailHash = "em_" + random.hex(12)
        account.pay(.card, cards[number % cards.count], issuer: "GB")
        if random.chance(0.35) { account.pay(.prepaid, cards[(number + 1) % cards.count], issuer: "GB") }
        Tools.give(Tools.libraries[3], to: &account, &random)
        if random.chance(0.8) { account.hold("device", devices[number % devices.count]) }
        if number % 4 == 1 {
            account.metadata = [
                MetadataHabit(name: "user", value: random.pick(CobaltRelay.handles), share: 0.3)
            ]
        }
        return account
    }

    /// One run: prompts every few seconds, account after account in the same order, as a load balancer deals them.
    private func relay(
        _ run: Int, _ members: [Int], _ exits: [Address], _ world: inout World, _ random: inout SeededRandom
    ) {
        let day = Instant(2025, 12, 1 + run * 2)
        var moment = day + random.between(1...11) * Instant.hour + random.below(Instant.hour)
        let chosen = CobaltRelay.work[random.weighted(CobaltRelay.work.map(\.weight))].frame
        let work = Work(chosen, key: world.key("cobalt-\(chosen)"))
        let models = ModelHabit(shares: [2, 28, 70], firstDay: 0.2, firstMonth: 0.6)
        for turn in 0..<random.between(16...27) {
            let member = members[(run * 5 + turn) % members.count]
            let address = exits[(run + turn) % exits.count]
            if world.accounts[member].life.contains(moment) {
                world.send(member, work, at: moment, from: address, models: models, &random)
            }
            moment = moment + random.between(2...9)
        }
    }

    /// A few harmless questions, so that no account shows nothing else.
    private func idle(_ member: Int, _ exits: [Address], _ world: inout World, _ random: inout SeededRandom) {
        let place = Places.all[Places.index(of: world.accounts[member].country ?? "GB")]
        let habits = Habits(
            span: world.accounts[member].life, exchanges: random.between(4...14),
            rhythm: Rhythm.office(offset: 9), work: EverydayWork.topics(for: place, &random),
            addresses: .exits(exits, stickyHours: 24, &random))
        world.live(member, habits, &random)
    }
}
