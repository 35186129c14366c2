/// The operation that does not look like one: four paths of access, mostly own cards, slow, office hours.
///
/// What connects it: the frames of one team's prompts over all paths, one pool of rented addresses, some cards,
/// devices and numbers that served two or three accounts, handles of the same people in the metadata.
struct BasaltPaths: Party {
    static let name = "basalt-paths"
    static let actor = "Basalt"
    static let handles = ["hollow-lantern", "tquern", "marl.ibex", "ossian-d"]
    private static let paths: [(channel: Channel, count: Int, plans: [Plan])] = [
        (.api, 19, [.paid, .startup, .research]), (.web, 15, [.paid, .education, .free]),
        (.stratus, 13, [.enterprise, .paid]), (.reseller, 11, [.paid]),
    ]
    private static let offset = 5
    private static let frames = [
        "computer-use", "screen-ground", "chart-read", "table-analysis", "code-port",
    ]
    private static let reconstruction = Instant(2026, 1, 20)

    func enter(_ world: inout World) {
        var random = world.random("basalt")
        var stock = Stock(&random)
        let exits =
            AddressPlan.quarry.network.hosts(26, &random) + AddressPlan.hideaway.network.hosts(5, &random)
        for path in BasaltPaths.paths {
            for _ in 0..<path.count {
                let account = member(path.channel, random.pick(path.plans), &world, &stock, &random)
                work(world.add(account), exits, &world, &random)
            }
        }
    }

    private struct Stock {
        var cards: [String]
        var devices: [String]
        var phones: [String]

        init(_ random: inout SeededRandom) {
            cards = random.deck((0..<13).map { _ in "pf_" + random.hex(12) }, holders: 2...3)
            devices = random.deck((0..<12).map { _ in "dv_" + random.hex(12) }, holders: 2...4)
            phones = random.deck((0..<10).map { _ in "ph_" + random.hex(12) }, holders: 2...3)
        }
    }

    private func member(
        _ channel: Channel, _ plan: Plan, _ world: inout World, _ stock: inout Stock,
        _ random: inout SeededRandom
    ) -> Account {
        let created = Rhythm.longOffice(offset: BasaltPaths.offset)
            .instant(in: Instant(2025, 10, 20)..<Instant(2026, 1, 16), &random)
        var account = Account(
            id: world.freshID(&random), created: created,
            truth: .campaign(name: BasaltPaths.name, actor: BasaltPaths.actor))
        (account.channel, account.surface, account.plan) = (channel, channel, plan)
        account.country = random.chance(0.92) ? random.pick(["SG", "IN", "US", "GB", "DE"]) : nil
        account.emailDomain = random.chance(0.97) ? Names.domain(&random) : nil
        account.emailHash = "em_" + random.hex(12)
        if plan != .free { giveMeans(&account, &stock, &random) }
        Tools.equip(&account, &random)
        if random.chance(0.62), let device = stock.devices.popLast() {
            account.attributes.removeAll { $0.kind == "device" }
            account.hold("device", device)
        }
        if random.chance(0.4), let phone = stock.phones.popLast() { account.hold("phone_hash", phone) }
        if channel == .reseller {
            account.organization = random.pick(["Crosswind Access", "Palisade Tokens"])
        }
        if random.chance(0.28) {
            account.metadata = [
                MetadataHabit(name: "user", value: random.pick(BasaltPaths.handles), share: 0.45)
            ]
        }
        if random.chance(0.1) { account.end(as: .banned, at: Instant(2026, 1, 29, 11, 50)) }
        return account
    }

    private func giveMeans(_ account: inout Account, _ stock: inout Stock, _ random: inout SeededRandom) {
        if random.chance(0.58), let card = stock.cards.popLast() {
            account.pay(.card, card, issuer: account.country)
        } else {
            account.pay(random.chance(0.8) ? .card : .wallet, "pf_" + random.hex(12), issuer: account.country)
        }
    }

    /// Two or three frames for each account and some ordinary requests; later some turn to reasoning traces.
    private func work(_ member: Int, _ exits: [Address], _ world: inout World, _ random: inout SeededRandom) {
        let account = world.accounts[member]
        let rhythm = Rhythm.longOffice(offset: BasaltPaths.offset)
        let rented = AddressSource.exits(exits, stickyHours: 14, &random)
        let home = AddressSource.home(place: Places.index(of: account.country ?? "SG"), &random)
        var habits = Habits(
            span: account.life, exchanges: 12 + Int(random.logNormal(median: 55, spread: 0.55)),
            rhythm: rhythm,
            work: frames(&world, &random) + camouflage(&random),
            addresses: rented.mixed(with: home, share: random.chance(0.85) ? 0.22 : 0.8, &random),
            models: ModelHabit(shares: [8, 52, 40], firstDay: 0.12, firstMonth: 0.5))
        world.live(member, habits, &random)
        guard random.chance(0.3), account.closed == nil else { return }
        habits.span = BasaltPaths.reconstruction..<Calendar.closing
        habits.exchanges = random.between(15...40)
        habits.work = [Work("trace-rebuild", key: world.key("basalt-trace"))]
        world.live(member, habits, &random)
    }

    private func frames(_ world: inout World, _ random: inout SeededRandom) -> [Work] {
        random.sample(random.between(2...3), of: BasaltPaths.frames).map { frame in
            Work(frame, key: world.key("basalt-\(frame)"), weight: 2 + random.unit())
        }
    }

    private func camouflage(_ random: inout SeededRandom) -> [Work] {
        Array(EverydayWork.topics(for: Places.all[random.weighted(Places.weights)], &random).prefix(3))
    }
}
