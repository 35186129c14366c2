/// Unrelated customers of the proxies that the large network rents too: shops watching prices, advertisers
/// checking how their pages look abroad, travellers, people who like their privacy.
struct ProxyCustomers: Party {
    static let kind = "proxy_customers"
    private static let memberCount = 35

    func enter(_ world: inout World) {
        var random = world.random("proxy-customers")
        let exits = sharedExits(world) + AddressPlan.passAround.network.hosts(20, &random)
        for number in 0..<ProxyCustomers.memberCount {
            var newcomer = Newcomer(in: &world, truth: .lookAlike(kind: ProxyCustomers.kind), &random)
            if number % 17 == 5 {
                newcomer.account.created = min(newcomer.account.created, Calendar.opening)
                newcomer.account.end(as: .suspended, at: Calendar.banWaves[1] + 300)
            }
            let member = world.add(newcomer.account)
            let own = world.key("proxy-app-" + newcomer.account.id)
            let work =
                EverydayWork.topics(for: Places.all[newcomer.place], &random)
                + [Work(random.pick(["price-watch", "ad-check", "listing-copy"]), key: own, weight: 4)]
            let proxied = AddressSource.exits(random.sample(22, of: exits), stickyHours: 8, &random)
            let rhythm = number % 4 == 0 ? Rhythm.flat : newcomer.rhythm
            let habits = Habits(
                span: newcomer.account.life, exchanges: 4 + Int(random.logNormal(median: 32, spread: 0.9)),
                rhythm: rhythm, work: work,
                addresses: proxied.mixed(with: newcomer.addresses, share: 0.25, &random), models: .everyday)
            world.live(member, habits, &random)
        }
    }

    /// The very exits of the network's pool: the same stream draws the same addresses.
    private func sharedExits(_ world: World) -> [Address] {
        var random = world.random("amber-dispatch")
        return AmberDispatcher.Exits(&random).rented
    }
}
