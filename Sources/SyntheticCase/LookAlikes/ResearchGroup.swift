/// A research group with the provider's permission: grading and comparing models is its declared work.
struct ResearchGroup: Party {
    static let kind = "research"
    private static let memberCount = 6

    func enter(_ world: inout World) {
        var random = world.random("research")
        let grant = "pf_" + random.hex(12)
        let line = AddressPlan.evaluators.network.hosts(2, &random)
        for _ in 0..<ResearchGroup.memberCount {
            let member = scientist(paidFrom: grant, &world, &random)
            let work = [
                Work("eval-grade", key: world.key("oec-grade"), weight: 4),
                Work("eval-probe", key: world.key("oec-probe"), weight: 3), Work("paper-help", weight: 2),
            ]
            let habits = Habits(
                span: world.accounts[member].life, exchanges: 30 + random.below(60),
                rhythm: .office(offset: -5),
                work: work, addresses: .exits(line, stickyHours: 70, &random), models: .builder, sitting: 9)
            world.live(member, habits, &random)
        }
    }

    private func scientist(paidFrom grant: String, _ world: inout World, _ random: inout SeededRandom) -> Int
    {
        let created = Rhythm.office(offset: -5).instant(
            in: Instant(2025, 8, 4)..<Instant(2025, 11, 20), &random)
        var account = Account(
            id: world.freshID(&random), created: created, truth: .lookAlike(kind: ResearchGroup.kind))
        (account.channel, account.surface, account.plan) = (.api, .api, .research)
        account.country = "CA"
        account.emailDomain = "evalcollective.example"
        account.emailHash = "em_" + random.hex(12)
        account.organization = "Open Evaluation Collective"
        account.pay(.bank, grant, issuer: "CA")
        account.hold("org_id", "org-evalcollective")
        Tools.give(Tools.libraries[0], to: &account, &random)
        account.hold("device", "dv_" + random.hex(12))
        account.metadata = [MetadataHabit(name: "org", value: "evalcollective", share: 0.8)]
        return world.add(account)
    }
}
