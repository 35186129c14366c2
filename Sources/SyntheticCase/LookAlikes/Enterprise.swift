/// A company: one address, one invoice, one e-mail domain, office hours, and many different questions.
struct Enterprise: Party {
    static let kind = "enterprise"
    private static let memberCount = 41

    func enter(_ world: inout World) {
        var random = world.random("enterprise")
        let invoice = "pf_" + random.hex(12)
        let exits = AddressPlan.harrowgate.network.hosts(2, &random)
        let assistant = world.key("harrowgate-assistant")
        for _ in 0..<Enterprise.memberCount {
            let rollout = Rhythm.office(offset: 1).instant(
                in: Instant(2025, 9, 15)..<Instant(2025, 12, 12), &random)
            let member = employee(created: rollout, invoice, &world, &random)
            let work = [
                Work("office-mail", key: assistant, weight: 3),
                Work("office-sheet", key: assistant, weight: 2),
                Work("office-contract", key: assistant, weight: 1), Work("code-question", weight: 0.6),
                Work("translate", key: assistant, weight: 1.2),
            ]
            let habits = Habits(
                span: world.accounts[member].life,
                exchanges: 4 + Int(random.logNormal(median: 34, spread: 0.9)),
                rhythm: Rhythm.office(offset: 1), work: random.sample(4, of: work),
                addresses: .exits(exits, stickyHours: 400, &random), models: .cautious)
            world.live(member, habits, &random)
        }
    }

    private func employee(
        created: Instant, _ invoice: String, _ world: inout World, _ random: inout SeededRandom
    ) -> Int {
        var account = Account(
            id: world.freshID(&random), created: created, truth: .lookAlike(kind: Enterprise.kind))
        account.plan = .enterprise
        account.country = "DE"
        account.emailDomain = "harrowgate-logistics.example"
        account.emailHash = "em_" + random.hex(12)
        account.organization = "Harrowgate Logistics"
        account.pay(.invoice, invoice, issuer: "DE")
        account.hold("org_id", "org-harrowgate")
        Tools.give(Tools.browsers[1], to: &account, &random)
        if random.chance(0.25) { Tools.give(Tools.browsers[7], to: &account, &random) }
        account.hold("device", "dv_" + random.hex(12))
        return world.add(account)
    }
}
