/// Strangers behind a carrier's shared exits.
struct MobileCrowd: Crowd {
    static let kind = "mobile"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("mobile")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.mobileSize], &random) {
            let place = random.weighted(Places.weights)
            let pool = registry.mobilePool(of: place)
            for _ in 0..<size {
                registry.stranger(
                    label, place: place, behind: pool, share: 0.75, stickyHours: random.between(1...8),
                    &random)
            }
        }
    }
}

/// People who use a VPN service, from all over the world.
struct PrivacyCrowd: Crowd {
    static let kind = "vpn"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("vpn")
        let label = label(&registry)
        for size in sizes(count, median: registry.knobs[.privacySize], &random) {
            let owner = registry.atlas.own(
                InventedNames.name(&random).title + " VPN", country: random.pick(Places.all).code,
                usage: random.chance(0.8) ? .vpn : .hosting, prefix: 25)
            let exits = owner.network.someHosts(random.between(6...60), &random)
            let pool = registry.atlas.pool(exits)
            registry.rentedPools.append(pool)
            for _ in 0..<size {
                registry.stranger(
                    label, place: nil, behind: pool, share: 0.7, stickyHours: random.between(2...48), &random)
            }
        }
    }
}

/// Ordinary customers of the proxies that operations rent too: the same exits, everyday matters.
struct ProxyCrowd: Crowd {
    static let kind = "proxy_customers"

    func enter(_ registry: inout Registry, count: Int) {
        var random = registry.random("proxy-customers")
        let label = label(&registry)
        let pools = registry.rentedPools.isEmpty ? [registry.proxyPool(200, &random)] : registry.rentedPools
        for _ in 0..<count {
            registry.stranger(
                label, place: nil, behind: random.pick(pools), share: 0.8,
                stickyHours: random.between(1...30), &random)
        }
    }
}

extension Registry {
    /// Somebody ordinary who sends `share` of the time through the exits of a pool.
    mutating func stranger(
        _ label: UInt16, place: Int?, behind pool: Int, share: Double, stickyHours: Int,
        _ random: inout SeededRandom
    ) {
        var draft = newcomer(label: label, place: place, &random)
        settle(&draft, &random)
        var conduct = everyday(&draft, &random)
        conduct.send(from: pool, stickyHours: stickyHours, otherwise: 1 - share, &random)
        draft.conducts = [conduct]
        enrol(draft)
    }

    /// The exits of the carrier of a place; made when first asked for.
    mutating func mobilePool(of place: Int) -> Int {
        if let pool = mobilePools[place] { return pool }
        var random = random("carrier-\(place)")
        let name = InventedNames.name(&random).title + " mobile"
        let network = atlas.carrier(name, country: Places.all[place].code, index: place)
        let pool = atlas.pool(network.someHosts(random.between(12...60), &random))
        mobilePools[place] = pool
        return pool
    }

    /// Exits of a network of rented home lines, as far as the address database knows it.
    mutating func proxyPool(_ exits: Int, _ random: inout SeededRandom) -> Int {
        let owner = atlas.own(
            InventedNames.name(&random).title + " residential", country: random.pick(Places.all).code,
            usage: .residentialProxy, prefix: 23, wantsSix: random.chance(0.3))
        return atlas.pool(owner.network.someHosts(exits, &random))
    }
}
