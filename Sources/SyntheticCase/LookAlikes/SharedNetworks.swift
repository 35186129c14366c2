/// Strangers behind shared exits: customers of two mobile carriers, and of two privacy services.
struct SharedNetworks: Party {
    static let kind = "shared_network"

    func enter(_ world: inout World) {
        var random = world.random("shared-networks")
        join(10, behind: AddressPlan.meridianShared, exits: 6, country: "US", &world, &random)
        join(8, behind: AddressPlan.cloudberry, exits: 5, country: "IN", &world, &random)
        join(9, behind: AddressPlan.hideaway, exits: 14, country: nil, &world, &random)
        join(6, behind: AddressPlan.burrow, exits: 7, country: nil, &world, &random)
    }

    private func join(
        _ count: Int, behind range: AddressRange, exits: Int, country: String?, _ world: inout World,
        _ random: inout SeededRandom
    ) {
        let addresses = range.network.hosts(exits, &random)
        for _ in 0..<count {
            let truth = Truth.lookAlike(kind: SharedNetworks.kind)
            let newcomer = Newcomer(in: &world, truth: truth, place: country.map(Places.index(of:)), &random)
            let member = world.add(newcomer.account)
            let shared = AddressSource.exits(addresses, stickyHours: 7, &random)
            let habits = Habits(
                span: newcomer.account.life, exchanges: 3 + Int(random.logNormal(median: 24, spread: 0.9)),
                rhythm: newcomer.rhythm, work: EverydayWork.topics(for: Places.all[newcomer.place], &random),
                addresses: shared.mixed(with: newcomer.addresses, share: 0.3, &random))
            world.live(member, habits, &random)
        }
    }
}
