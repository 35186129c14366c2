/// People all over the world who use one popular agent framework: same frame, same client, nothing else.
struct FrameworkUsers: Party {
    static let kind = "framework"
    private static let memberCount = 40
    private static let kit = Tools.Kit(
        client: "trellis-agent/0.14", agent: "trellis-agent/0.14.2 httpx/0.27",
        tls: "t13d1812h1_85036b_375ca2")

    func enter(_ world: inout World) {
        var random = world.random("framework")
        let planner = world.key("trellis-planner-0.14")
        let reviewer = world.key("trellis-reviewer-0.14")
        for _ in 0..<FrameworkUsers.memberCount {
            var newcomer = Newcomer(in: &world, truth: .lookAlike(kind: FrameworkUsers.kind), &random)
            FrameworkUsers.equip(&newcomer.account, &random)
            let member = world.add(newcomer.account)
            let work = [
                Work("agent-framework", key: planner, weight: 5),
                Work("framework-review", key: reviewer, weight: 2),
                Work("code-question", weight: 1),
            ]
            let server = AddressSource.fixed(AddressPlan.granite.network.host(&random))
            let addresses =
                random.chance(0.2)
                ? newcomer.addresses.mixed(with: server, share: 0.5, &random) : newcomer.addresses
            let habits = Habits(
                span: newcomer.account.life, exchanges: 6 + Int(random.logNormal(median: 34, spread: 0.9)),
                rhythm: newcomer.rhythm, work: work, addresses: addresses, models: .builder, sitting: 7)
            world.live(member, habits, &random)
        }
    }

    private static func equip(_ account: inout Account, _ random: inout SeededRandom) {
        Tools.strip(&account)
        (account.channel, account.surface) = (.api, .api)
        if account.plan == .free { account.plan = .paid }
        if account.payments.isEmpty { account.pay(.card, "pf_" + random.hex(12), issuer: account.country) }
        Tools.give(kit, to: &account, &random)
        if random.chance(0.6) { account.hold("device", "dv_" + random.hex(12)) }
    }
}
