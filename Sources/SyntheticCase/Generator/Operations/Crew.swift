/// The accounts of one operation as they are enrolled.
struct Crew {
    /// A place in the dispatcher's list.
    struct Seat {
        let from: UInt32
        let until: UInt32
        let diligence: Double
    }

    let habits: OperationHabits
    let volume: Double
    let rhythm: UInt16
    let change: Instant?
    let label: UInt16
    let firstSeat: Int
    let kit: KitShelf.Kit?
    private(set) var seats: [Seat] = []
    /// What banned accounts held, for those who take their place.
    private var held: [(card: UInt64?, device: UInt64?)] = []
    private var leaked: [UInt64] = []

    init(
        habits: OperationHabits, volume: Double, rhythm: UInt16, change: Instant?, label: UInt16,
        firstSeat: Int, kit: KitShelf.Kit?
    ) {
        (self.habits, self.volume, self.rhythm, self.change) = (habits, volume, rhythm, change)
        (self.label, self.firstSeat, self.kit) = (label, firstSeat, kit)
    }

    mutating func join(
        _ life: MemberLives.Life, _ stock: inout [Equipment], _ traces: LabTraces,
        _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        var draft = account(life, &random)
        let phases = phases(of: life, registry.timeline)
        var values: (card: UInt64?, device: UInt64?) = (nil, nil)
        for phase in phases {
            values = equip(&draft, phase, phases.count, &stock[phase], life, &registry, &random)
        }
        held.append(values)
        slip(&draft, registry, &random)
        act(&draft, phases, stock, traces, &registry, &random)
        registry.enrol(draft)
    }

    private func account(_ life: MemberLives.Life, _ random: inout SeededRandom) -> Draft {
        var draft = Draft(label: label, created: life.created)
        if let closed = life.closed { draft.close(.banned, at: closed) }
        draft.place = random.weighted(Places.weights)
        draft.declaresCountry = random.chance(habits.homeless ? 0.5 : 0.95)
        draft.hasEmailHash = random.chance(0.95)
        draft.channel = [.api, .web, .nimbus, .stratus, .reseller][random.weighted(habits.channels)]
        draft.plan = random.chance(habits.startups) ? random.pick([.startup, .education, .research]) : .paid
        return draft
    }

    /// The methods that an account sees: the first, the second, or both.
    private func phases(of life: MemberLives.Life, _ timeline: Timeline) -> [Int] {
        guard let change else { return [0] }
        if life.created >= change { return [1] }
        return (life.closed ?? timeline.closing) <= change + Instant.day ? [0] : [0, 1]
    }

    /// Cards, devices and numbers of one method, valid while the account uses it.
    private func equip(
        _ draft: inout Draft, _ phase: Int, _ phases: Int, _ stock: inout Equipment,
        _ life: MemberLives.Life, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> (card: UInt64?, device: UInt64?) {
        let turn = change.map { UInt32(clamping: $0.seconds) } ?? 0
        let (from, until) = phases == 1 ? (0, 0) : (phase == 1 ? turn : 0, phase == 0 ? turn : 0)
        // Heirs of the first method take over what the banned account had, every other time.
        let heir = phases == 1 && phase == 0 ? life.heirOf.map { held[$0] } : nil
        var card = random.chance(habits.cards.share) ? stock.cards.deal(&random) : random.next()
        if random.chance(habits.sold) { card = registry.soldValue("card", &random) }
        if let old = heir?.card, random.chance(0.5) { card = old }
        let kind: PaymentKind = random.chance(habits.prepaid) ? .prepaid : .card
        if random.chance(0.96) { draft.pay(kind, card, issuer: draft.place, from: from, until: until) }
        var device = random.chance(habits.devices.share) ? stock.devices.deal(&random) : random.next()
        if random.chance(habits.sold) { device = registry.soldValue("device", &random) }
        if let old = heir?.device, random.chance(0.5) { device = old }
        if !random.chance(registry.knobs[.missingAttributes]) {
            draft.hold(.device, device, from: from, until: until)
        }
        givePhone(&draft, &stock, registry, &random)
        if draft.domain == 0 { giveMail(&draft, stock, &registry, &random) }
        return (card, device)
    }

    private func givePhone(
        _ draft: inout Draft, _ stock: inout Equipment, _ registry: Registry, _ random: inout SeededRandom
    ) {
        if random.chance(habits.phones.share) {
            registry.hold(.phone, stock.phones.deal(&random), &draft, &random)
        } else if random.chance(0.4) {
            registry.hold(.phone, random.next(), &draft, &random)
        }
    }

    private func giveMail(
        _ draft: inout Draft, _ stock: Equipment, _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        if random.chance(habits.ownDomainShare), !stock.domains.isEmpty {
            draft.domain = random.pick(stock.domains)
        } else {
            draft.domain = registry.texts.number(InventedNames.provider(&random))
        }
    }

    /// The carelessness of the careful: two or three accounts come to share a value.
    private mutating func slip(
        _ draft: inout Draft, _ registry: Registry, _ random: inout SeededRandom
    ) {
        guard random.chance(habits.leak) else { return }
        if leaked.isEmpty || random.chance(0.45) { leaked.append(random.next()) }
        let value = leaked[leaked.count - 1 - random.below(min(3, leaked.count))]
        switch value % 3 {
        case 0: draft.pay(.card, value, issuer: draft.place)
        case 1: draft.hold(.device, value)
        default: draft.hold(.phone, value)
        }
    }

    private mutating func act(
        _ draft: inout Draft, _ phases: [Int], _ stock: [Equipment], _ traces: LabTraces,
        _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        let diligence = random.heavy(median: 1, spread: habits.volumeSpread)
        let life = registry.life(
            created: UInt32(clamping: draft.created.seconds),
            closed: draft.closed.map { UInt32(clamping: $0.seconds) } ?? 0)
        seats.append(Seat(from: life.lowerBound, until: life.upperBound, diligence: diligence))
        let work = CrewWork(
            habits: habits, volume: volume, diligence: diligence, life: life,
            seat: UInt32(firstSeat + seats.count - 1))
        let ways = ways(&draft, traces, &registry, &random)
        for phase in phases {
            let base = base(phase, phases, ways, stock[phase], &draft, registry, &random)
            draft.conducts += work.conducts(base, stock[phase], &registry, &random)
        }
    }

    /// What one account keeps whatever the method: another line, the operator's software, a salt.
    private struct Ways {
        var other: (habit: AddressHabit, share: Float)?
        let usesKit: Bool
        let salt: UInt64
    }

    private func ways(
        _ draft: inout Draft, _ traces: LabTraces, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Ways {
        let line = AddressHabit.home(
            draft.place, stickyHours: random.between(100...900), salt: random.next())
        var ways = Ways(
            other: random.chance(habits.ownLine) ? (line, 0.9) : nil, usesKit: random.chance(0.85),
            salt: habits.isSalted ? random.next() | 1 : 0)
        if let trace = traces.next(&draft, &registry, &random) { ways.other = trace }
        return ways
    }

    /// A conduct with the stretch, the addresses, the software and the rhythm of a method.
    private func base(
        _ phase: Int, _ phases: [Int], _ ways: Ways, _ stock: Equipment, _ draft: inout Draft,
        _ registry: Registry, _ random: inout SeededRandom
    ) -> Conduct {
        var base = registry.conduct()
        if let change, phases.count > 1 {
            if phase == 0 { base.until = UInt32(clamping: change.seconds) }
            if phase == 1 { base.from = UInt32(clamping: change.seconds) }
        }
        registry.equip(&draft, &base, &random)
        if ways.usesKit, draft.channel != .web {
            registry.use(kit ?? stock.kit, &draft, &base, &random)
        }
        base.main = .pool(stock.pool, stickyHours: habits.stickyHours, salt: random.next())
        if let other = ways.other { (base.other, base.otherShare) = other }
        (base.scale, base.models, base.rhythm) = (.exact, habits.models, rhythm)
        base.salt = ways.salt
        return base
    }
}
