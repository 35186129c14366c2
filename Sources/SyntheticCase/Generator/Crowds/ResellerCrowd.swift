/// Customers of a declared reseller: it pays, its egress sends, and the customers have nothing to do with each other.
struct ResellerCrowd: Crowd {
    static let kind = "reseller"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("resellers")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.resellerSize], &random) {
            let reseller = Reseller(&registry, &random)
            for _ in 0..<size { reseller.customer(label, &registry, &random) }
        }
    }

    private struct Reseller {
        let pool: Int
        let bill: UInt64
        let byInvoice: Bool
        let kit: KitShelf.Kit
        let organization: UInt32

        init(_ registry: inout Registry, _ random: inout SeededRandom) {
            let names = InventedNames.name(&random)
            let owner = registry.atlas.own(
                names.title + " egress", country: random.pick(Places.all).code, usage: .hosting, prefix: 27)
            pool = registry.atlas.pool(owner.network.someHosts(random.between(2...8), &random))
            (bill, byInvoice) = (random.next(), random.chance(0.7))
            kit = registry.kits.clientLibrary(&random)
            organization = registry.texts.number(names.title)
        }

        func customer(_ label: UInt16, _ registry: inout Registry, _ random: inout SeededRandom) {
            var draft = registry.newcomer(label: label, &random)
            (draft.channel, draft.plan) = (.reseller, random.chance(0.8) ? .paid : .enterprise)
            draft.pay(byInvoice ? .invoice : .card, bill, issuer: nil)
            registry.giveMail(&draft, &random)
            if random.chance(0.5) { draft.organization = organization }
            registry.giveDevices(&draft, &random)
            var conduct = registry.everyday(&draft, &random)
            conduct.send(from: pool, stickyHours: random.between(1...24), otherwise: 0.1, &random)
            if random.chance(0.7) { registry.use(kit, &draft, &conduct, &random) }
            draft.conducts = [conduct]
            registry.enrol(draft)
        }
    }
}
