/// Employees: one domain, one payer, one network, and often one product's frame.
struct CompanyCrowd: Crowd {
    static let kind = "company"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("companies")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.companySize], &random) {
            let office = Office(&registry, &random)
            for _ in 0..<size { hire(at: office, label, &registry, &random) }
        }
    }

    private struct Office {
        let place: Int
        let name: String
        let domain: String
        let pool: Int
        let bill: UInt64
        let byInvoice: Bool
        let tasks: (first: UInt32, count: UInt16)
        let hasProduct: Bool
        let orgID: UInt64
        let kit: KitShelf.Kit

        init(_ registry: inout Registry, _ random: inout SeededRandom) {
            place = random.weighted(Places.weights)
            let names = InventedNames.name(&random)
            (name, domain) = (names.title, names.domain)
            let owner = registry.atlas.own(
                name, country: Places.all[place].code, usage: .corporate, prefix: 28,
                wantsSix: random.chance(0.4))
            pool = registry.atlas.pool(owner.network.someHosts(random.between(1...6), &random))
            bill = random.next()
            byInvoice = random.chance(0.6)
            let product = random.chance(0.5) ? Office.product(&registry, &random) : []
            hasProduct = !product.isEmpty
            let errands = ["office-mail", "office-sheet", "office-contract"].map {
                Task(frame: FrameBook.shipped($0), key: 0, weight: 1)
            }
            tasks = registry.keep(errands + product)
            orgID = UInt64(registry.texts.number("org-" + random.hex(6)))
            kit = registry.kits.clientLibrary(&random)
        }

        /// The frames of what the company sells.
        private static func product(_ registry: inout Registry, _ random: inout SeededRandom) -> [Task] {
            (0..<random.between(1...3)).map { number in
                let frame = FrameWright.compose(.product, number: number, &random)
                return Task(
                    frame: registry.frames.add(frame, filtered: false), key: random.next() | 1, weight: 3)
            }
        }
    }

    private func hire(
        at office: Office, _ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom
    ) {
        var draft = registry.newcomer(label: label, place: office.place, &random)
        draft.plan = random.chance(0.8) ? .enterprise : .paid
        draft.channel = random.chance(office.hasProduct ? 0.6 : 0.9) ? .web : .api
        draft.domain = registry.texts.number(office.domain)
        draft.organization = random.chance(0.8) ? registry.texts.number(office.name) : 0
        if random.chance(0.6) { draft.hold(.organization, office.orgID) }
        draft.pay(office.byInvoice ? .invoice : .card, office.bill, issuer: office.place)
        if random.chance(0.12) { draft.pay(.card, random.next(), issuer: office.place) }
        registry.giveDevices(&draft, &random)
        draft.conducts = [work(at: office, &draft, &registry, &random)]
        registry.enrol(draft)
    }

    private func work(
        at office: Office, _ draft: inout Draft, _ registry: inout Registry, _ random: inout SeededRandom
    ) -> Conduct {
        var conduct = registry.conduct()
        registry.equip(&draft, &conduct, &random)
        if draft.channel == .api { registry.use(office.kit, &draft, &conduct, &random) }
        registry.live(draft, &conduct, &random)
        conduct.send(
            from: office.pool, stickyHours: random.between(8...200), otherwise: random.within(0...0.5),
            &random)
        conduct.rhythm = Rhythms.personal(.office, offset: Places.all[office.place].offset, &random)
        (conduct.firstTask, conduct.taskCount) = office.tasks
        conduct.volume = Float(random.heavy(median: 1.3, spread: registry.knobs[.spread]))
        return conduct
    }
}
