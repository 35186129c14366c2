/// What everybody can get: networks of exits, published frames, cards and devices of sellers who sell to all.
struct Market: Sendable {
    private static let networks = 8
    private static let frameCount = 60
    private var pools: [[Address]] = []
    private var frames: [Task] = []
    private var values: UInt64 = 1

    init() {}

    init(_ registry: inout Registry) {
        var random = registry.random("market")
        let exits = max(24, registry.knobs.accountCount / 800)
        for network in 0..<Market.networks {
            let owner = registry.atlas.own(
                InventedNames.name(&random).title + " exits", country: random.pick(Places.all).code,
                usage: [.residentialProxy, .hosting, .vpn, .residentialProxy, .isp][network % 5],
                prefix: exits > 400 ? 22 : 23, wantsSix: network % 4 == 3)
            let pool = owner.network.someHosts(exits, &random)
            pools.append(pool)
            registry.rentedPools.append(registry.atlas.pool(pool))
        }
        let purposes = Purpose.sought + [.product, .framework]
        for number in 0..<Market.frameCount {
            let purpose = random.pick(purposes)
            let frame = FrameWright.compose(purpose, number: number, &random)
            frames.append(
                Task(
                    frame: registry.frames.add(frame, filtered: purpose.isFiltered), key: random.next() | 1,
                    weight: 1))
        }
        values = max(4, UInt64(registry.knobs[.accounts] * 0.0006))
    }

    /// One of the published frames; the nth is taken about 1/n as often as the first.
    func frame(_ random: inout SeededRandom) -> Task {
        let share = random.unit()
        return frames[Int(Double(frames.count) * share * share * share)]
    }

    /// Exits of one or two networks, as many as they have at most.
    func exits(_ count: Int, _ random: inout SeededRandom) -> [Address] {
        let chosen = random.sample(random.between(1...2), of: pools)
        return chosen.flatMap { random.sample(max(1, count / chosen.count), of: $0) }
    }

    /// The number of a value that sellers have.
    func value(_ random: inout SeededRandom) -> UInt64 { random.next() % values }
}

extension Registry {
    /// A card or a device of a seller who sells to everybody.
    func soldValue(_ kind: String, _ random: inout SeededRandom) -> UInt64 {
        SeededRandom.scramble(seed ^ SeededRandom.digest(of: "sold " + kind) &+ market.value(&random))
    }
}
