/// The traffic of the proxy network: jobs dealt over whichever accounts live, day and night, and in between
/// the requests of other people whom the network serves.
struct AmberDispatcher {
    let members: [Int]
    /// With the customers' own requests counted in, nearly half of the traffic goes to a new model within 24 hours, as in the published case.
    static let models = ModelHabit(shares: [4, 38, 58], firstDay: 0.53, firstMonth: 0.6)
    private static let harness = ["agent-repo", "agent-shell", "agent-tools", "orchestrate", "agent-browse"]
    private static let frameWeights = [30.0, 22, 24, 14, 10]
    private static let versions = [Instant(2025, 12, 6, 3), Instant(2026, 1, 15, 20)]

    func run(_ world: inout World) {
        var random = world.random("amber-dispatch")
        let exits = Exits(&random)
        let diligence = members.map { _ in
            random.chance(0.08) ? 0.06 : random.logNormal(median: 1, spread: 0.5)
        }
        var day = Instant(2025, 11, 9, 6)
        while day < Calendar.closing {
            for _ in 0..<random.poisson(mean: jobsPerDay(day)) {
                deal(from: day + random.below(Instant.day), diligence, exits, &world, &random)
            }
            day = day + Instant.day
        }
        for member in members { serveCustomers(member, exits, &world, &random) }
    }

    /// Exits of the networks the operator rents; each holds many other customers.
    struct Exits {
        let rented: [Address]
        let own: [Address]

        init(_ random: inout SeededRandom) {
            rented =
                AddressPlan.passAround.network.hosts(64, &random)
                + AddressPlan.thirdDoor.network.hosts(34, &random)
                + AddressPlan.granite.network.hosts(26, &random)
            own = AddressPlan.amberCompute.network.hosts(5, &random)
        }
    }

    private func jobsPerDay(_ day: Instant) -> Double {
        let progress = Double(day - Calendar.opening) / Double(Calendar.closing - Calendar.opening)
        let surge = (0..<2 * Instant.day).contains(day - Calendar.release + Instant.day) ? 1.7 : 1
        return (2.9 + 6 * progress) * surge
    }

    /// One job: a crew of live accounts, each with a few prompts of the same frame within minutes.
    private func deal(
        from start: Instant, _ diligence: [Double], _ exits: Exits, _ world: inout World,
        _ random: inout SeededRandom
    ) {
        let live = members.indices.filter { world.accounts[members[$0]].life.contains(start) }
        guard !live.isEmpty else { return }
        let frame = random.weighted(AmberDispatcher.frameWeights)
        let name = AmberDispatcher.harness[frame]
        let version = AmberDispatcher.versions.count { $0 <= start }
        let work = Work(name, key: world.key("amber-\(name)-\(frame == 3 ? 0 : version)"))
        let length = random.between(70...300)
        let weights = live.map { diligence[$0] }
        for _ in 0..<random.between(7...19) {
            let member = members[live[random.weighted(weights)]]
            for _ in 0..<random.between(1...3) {
                let moment = start + random.below(length)
                guard world.accounts[member].life.contains(moment) else { continue }
                let address = exit(of: member, at: moment, exits, world)
                world.send(member, work, at: moment, from: address, models: AmberDispatcher.models, &random)
            }
        }
    }

    /// An exit lasts an account for some hours; one account in nine is sometimes run from the operator's own rack.
    private func exit(of member: Int, at moment: Instant, _ exits: Exits, _ world: World) -> Address {
        let slot = SeededRandom.scramble(
            UInt64(moment.seconds / (9 * Instant.hour)) &* 4099 &+ UInt64(member) ^ world.seed)
        if member % 9 == 0 && slot % 7 == 0 { return exits.own[Int(slot / 7 % UInt64(exits.own.count))] }
        return exits.rented[Int(slot % UInt64(exits.rented.count))]
    }

    /// Unrelated customers' requests, at human hours and on human matters, about a sixth of the traffic.
    private func serveCustomers(
        _ member: Int, _ exits: Exits, _ world: inout World, _ random: inout SeededRandom
    ) {
        let account = world.accounts[member]
        let days = Double(account.life.upperBound - account.life.lowerBound) / Double(Instant.day)
        let place = Places.all[random.weighted(Places.weights)]
        let habits = Habits(
            span: account.life, exchanges: Int(random.logNormal(median: 0.22, spread: 0.7) * days),
            rhythm: Rhythm.evenings(offset: place.offset).personal(&random),
            work: EverydayWork.topics(for: place, &random),
            addresses: .exits(random.sample(9, of: exits.rented), stickyHours: 9, &random))
        world.live(member, habits, &random)
    }
}
