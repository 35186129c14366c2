/// Where an account's requests come from: a pure function of time, so that a stretch of work keeps its address.
indirect enum AddressSource: Sendable {
    /// A line whose address changes now and then; sorted by start.
    case leased([Lease])
    /// Exits of a pool, each kept for `stickySeconds`.
    case pool([Address], stickySeconds: Int, salt: UInt64)
    /// The second source takes over for `share` of the three-hour stretches.
    case mix(AddressSource, AddressSource, share: Double, salt: UInt64)

    struct Lease: Sendable {
        let from: Instant
        let address: Address
    }

    func address(at moment: Instant) -> Address {
        switch self {
        case .leased(let leases):
            return leases.last { $0.from <= moment }?.address ?? leases[0].address
        case .pool(let addresses, let stickySeconds, let salt):
            let slot = SeededRandom.scramble(UInt64(moment.seconds / stickySeconds) ^ salt)
            return addresses[Int(slot % UInt64(addresses.count))]
        case .mix(let main, let other, let share, let salt):
            let slot = SeededRandom.scramble(UInt64(moment.seconds / (3 * Instant.hour)) &+ salt &* 31)
            return (Double(slot >> 11) * 0x1.0p-53 < share ? other : main).address(at: moment)
        }
    }

    /// A line into a home of the place: a fixed area, an address that changes every few weeks.
    static func home(place: Int, _ random: inout SeededRandom) -> AddressSource {
        let lines = AddressPlan.homeLines[place]
        if random.chance(0.3) {
            return .leased([Lease(from: Calendar.opening, address: lines.six.network.host(&random))])
        }
        guard case .four(let base) = lines.four.network.base else { return .leased([]) }
        let area = Network(.four(base + UInt32(random.below(16)) << 8), 24)
        var leases: [Lease] = []
        var from = Calendar.opening
        while from < Calendar.closing {
            leases.append(Lease(from: from, address: area.host(&random)))
            from = from + Instant.day * (3 + Int(random.exponential(mean: 30)))
        }
        return .leased(leases)
    }

    /// One address for the whole time.
    static func fixed(_ address: Address) -> AddressSource {
        .leased([Lease(from: Calendar.opening, address: address)])
    }

    static func exits(_ addresses: [Address], stickyHours: Int, _ random: inout SeededRandom) -> AddressSource
    {
        .pool(addresses, stickySeconds: stickyHours * Instant.hour, salt: random.next())
    }

    func mixed(with other: AddressSource, share: Double, _ random: inout SeededRandom) -> AddressSource {
        .mix(self, other, share: share, salt: random.next())
    }
}
