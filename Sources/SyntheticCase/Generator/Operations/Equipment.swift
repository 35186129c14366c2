/// What an operation works with until it changes its method: stock, frames, exits, software.
struct Equipment: Sendable {
    var cards: Dealer
    var devices: Dealer
    var phones: Dealer
    let domains: [UInt32]
    let pool: Int
    let kit: KitShelf.Kit
    /// Tasks by the moment from which they are used, in order of time.
    let versions: [(from: Instant, tasks: (first: UInt32, count: UInt16))]

    init(
        _ habits: OperationHabits, purposes: [Purpose], size: Int, sharing pool: Int?,
        _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        let open = max(1, min(habits.openValues, size / 6))
        cards = Dealer(holders: habits.cards.holders, open: open, &random)
        devices = Dealer(holders: habits.devices.holders, open: open, &random)
        phones = Dealer(holders: habits.phones.holders, open: open, &random)
        domains = (0..<habits.ownDomains).map { _ in
            registry.texts.number(InventedNames.name(&random).domain)
        }
        self.pool = pool ?? Exits.rent(habits, accounts: size, &registry, &random)
        kit = habits.ownKit ? KitShelf.own(&registry.texts, &random) : registry.kits.clientLibrary(&random)
        versions = Equipment.frames(habits, purposes, &registry, &random)
    }

    /// New versions keep the frames and change their keys; now and then a frame is dropped or added.
    private static func frames(
        _ habits: OperationHabits, _ purposes: [Purpose], _ registry: inout Registry,
        _ random: inout SeededRandom
    ) -> [(from: Instant, tasks: (first: UInt32, count: UInt16))] {
        var tasks = (0..<habits.frames).map {
            compose($0, purposes, common: habits.common, &registry, &random)
        }
        var versions: [(from: Instant, tasks: (first: UInt32, count: UInt16))] = []
        for number in 0..<habits.versions {
            let share = (Double(number) + random.unit()) / Double(habits.versions)
            let from = number == 0 ? registry.timeline.opening : registry.timeline.at(share)
            versions.append((from, registry.keep(tasks)))
            for index in tasks.indices where random.chance(0.6) { tasks[index].key = random.next() | 1 }
            if random.chance(0.3) {
                tasks[0] = compose(number, purposes, common: habits.common, &registry, &random)
            }
        }
        return versions
    }

    private static func compose(
        _ number: Int, _ purposes: [Purpose], common: Double, _ registry: inout Registry,
        _ random: inout SeededRandom
    ) -> Task {
        if random.chance(common) { return registry.market.frame(&random) }
        let purpose = random.pick(purposes)
        let frame = FrameWright.compose(purpose, number: number, &random)
        return Task(
            frame: registry.frames.add(frame, filtered: purpose.isFiltered), key: random.next() | 1,
            weight: Float(random.wait(mean: 1) + 0.1))
    }

    /// The tasks in use at a moment.
    func tasks(at moment: Instant) -> (first: UInt32, count: UInt16) {
        versions.last { $0.from <= moment }?.tasks ?? versions[0].tasks
    }
}

/// Exits that an operation rents.
enum Exits {
    static func rent(
        _ habits: OperationHabits, accounts: Int, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Int {
        let all = max(4, Int(Double(accounts) * habits.exits))
        let common = Int(Double(all) * habits.market)
        var exits = common > 0 ? registry.market.exits(common, &random) : []
        let count = all - exits.count
        let total = habits.exitKinds.reduce(0, +)
        for (kind, weight) in habits.exitKinds.enumerated() {
            let share = Int((Double(count) * weight / max(total, 1e-9)).rounded())
            if share > 0 { exits += rent(share, kind, &registry, &random) }
        }
        let pool = registry.atlas.pool(exits)
        if habits.isRented { registry.rentedPools.append(pool) }
        return pool
    }

    private static func rent(
        _ count: Int, _ kind: Int, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> [Address] {
        if kind == 1 { return (0..<count).map { _ in registry.anyHome(&random) } }
        let usage: RangeUsage = [.hosting, .isp, .residentialProxy, .vpn][kind]
        var found: [Address] = []
        while found.count < count {
            let wanted = min(count - found.count, random.between(20...400))
            let owner = registry.atlas.own(
                InventedNames.name(&random).title + ["", "", " residential", " VPN"][kind],
                country: random.pick(Places.all).code, usage: usage, prefix: wanted > 100 ? 23 : 25,
                wantsSix: random.chance(0.25))
            found += owner.network.someHosts(wanted, &random)
        }
        return found
    }
}

extension Registry {
    /// Some home line, as a rented home is one.
    func anyHome(_ random: inout SeededRandom) -> Address {
        let habit = AddressHabit.home(random.weighted(Places.weights), stickyHours: 1, salt: random.next())
        return HomeAddresses(atlas.homes, fourShare: knobs[.fourShare]).address(habit, slot: 0)
    }
}
