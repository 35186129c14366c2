/// A declared reseller: one payer and one way out for many customers who have nothing else in common.
struct DeclaredReseller: Party {
    static let kind = "reseller"
    private static let memberCount = 30

    func enter(_ world: inout World) {
        var random = world.random("reseller")
        let invoice = "pf_" + random.hex(12)
        let exits = AddressPlan.lantern.network.hosts(4, &random)
        for _ in 0..<DeclaredReseller.memberCount {
            let place = random.weighted(Places.weights)
            let member = customer(of: invoice, place, &world, &random)
            let own = world.key("lantern-" + world.accounts[member].id)
            let work =
                EverydayWork.topics(for: Places.all[place], &random)
                + [Work(random.pick(EverydayWork.business), key: own, weight: 3)]
            let habits = Habits(
                span: world.accounts[member].life,
                exchanges: 3 + Int(random.logNormal(median: 30, spread: 1.1)),
                rhythm: Rhythm.office(offset: Places.all[place].offset).personal(&random), work: work,
                addresses: .exits(exits, stickyHours: 50, &random), models: .builder)
            world.live(member, habits, &random)
        }
    }

    private func customer(
        of invoice: String, _ place: Int, _ world: inout World, _ random: inout SeededRandom
    ) -> Int {
        let created = Rhythm.office(offset: 0).instant(in: Instant(2025, 6, 1)..<Instant(2026, 2, 1), &random)
        var account = Account(
            id: world.freshID(&random), created: created, truth: .lookAlike(kind: DeclaredReseller.kind))
        (account.channel, account.surface, account.plan) = (.reseller, .reseller, .paid)
        account.country = Places.all[place].code
        account.emailDomain = random.chance(0.5) ? "customers.lantern-desk.example" : Names.domain(&random)
        account.emailHash = random.chance(0.8) ? "em_" + random.hex(12) : nil
        account.organization = "Lantern Desk (declared reseller)"
        account.pay(.invoice, invoice, issuer: "IE")
        Tools.give(random.pick(Tools.libraries), to: &account, &random)
        return world.add(account)
    }
}
