/// Who owns which addresses in one invented world, and the pools that people send from.
///
/// Only addresses that belong to nobody: documentation (RFC 5737, RFC 3849), benchmarks (RFC 2544) and carriers'
/// shared space (RFC 6598).
struct Atlas: Sendable {
    private(set) var ranges: [AddressRange] = []
    /// Exits that are used together.
    private(set) var pools: [[Address]] = []
    /// Home lines by place: where IPv4 begins, how many addresses it has, and the /40 of IPv6.
    private(set) var homes: [HomeLine] = []
    private var nextFour: UInt32 = 198 << 24 | 18 << 16
    private var nextSix: UInt64 = 0x100
    private var nextNumber = 64_512
    private static let fourEnd: UInt32 = 198 << 24 | 20 << 16

    struct HomeLine: Sendable {
        let four: UInt32
        let fourCount: UInt32
        let six: UInt64
    }

    init() {
        addHomes()
    }

    /// Half of 100.64.0.0/10 is shared out over the places by their weight, in blocks of /16.
    private mutating func addHomes() {
        let blocks = Places.weights.map { max(1, Int($0 / Places.weights.reduce(0, +) * 30)) }
        var block: UInt32 = 0
        for (index, place) in Places.all.enumerated() {
            let base = 100 << 24 | 64 << 16 + block << 16
            let six = 0x2001_0DB8_0000_0000 | UInt64(0x10 + index) << 24
            for number in 0..<UInt32(blocks[index]) {
                let network = Network(.four(base + number << 16), 16)
                ranges.append(range(network, 64_520 + index, place.line, place.code, .isp))
            }
            ranges.append(range(Network(.six(six, 0), 40), 64_520 + index, place.line, place.code, .isp))
            homes.append(HomeLine(four: base, fourCount: UInt32(blocks[index]) << 16, six: six))
            block += UInt32(blocks[index])
        }
        nextNumber = 64_600
    }

    /// A new owner with a range of IPv4, or of IPv6 where IPv4 has run out.
    ///
    /// - Parameter prefix: of the IPv4 range, 22 to 28. IPv6 owners get a /48.
    /// - Returns: the network and its AS number.
    mutating func own(
        _ name: String, country: String, usage: RangeUsage, prefix: Int, wantsSix: Bool = false
    ) -> (network: Network, number: Int) {
        let number = nextNumber
        nextNumber += 1
        if nextNumber == 65_535 { nextNumber = 4_200_000_000 }
        let network = wantsSix ? sixNetwork() : fourNetwork(prefix) ?? sixNetwork()
        ranges.append(range(network, number, name, country, usage))
        return (network, number)
    }

    private mutating func fourNetwork(_ prefix: Int) -> Network? {
        let size = UInt32(1) << UInt32(32 - prefix)
        let base = (nextFour + size - 1) / size * size
        guard base + size <= Atlas.fourEnd else { return nil }
        nextFour = base + size
        return Network(.four(base), prefix)
    }

    private mutating func sixNetwork() -> Network {
        let base = 0x2001_0DB8_8000_0000 | nextSix << 16 & 0x7FFF_0000
        nextSix += 1
        return Network(.six(base, 0), 48)
    }

    /// Carriers' exits: a /22 of the upper half of 100.64.0.0/10.
    mutating func carrier(_ name: String, country: String, index: Int) -> Network {
        let network = Network(.four(100 << 24 | 96 << 16 + UInt32(index % 2048) << 10), 22)
        ranges.append(range(network, 64_560 + index % 40, name, country, index % 2 == 0 ? .cgnat : .mobile))
        return network
    }

    /// Keeps a pool and gives its number.
    mutating func pool(_ addresses: [Address]) -> Int {
        pools.append(addresses.isEmpty ? [.six(0x2001_0DB8_0000_0000, 1)] : addresses)
        return pools.count - 1
    }

    private func range(
        _ network: Network, _ number: Int, _ name: String, _ country: String, _ usage: RangeUsage
    ) -> AddressRange {
        AddressRange(network: network, asn: number, name: name, country: country, usage: usage)
    }
}

extension Network {
    /// Hosts, different as far as the range has them; linear in `count`.
    func someHosts(_ count: Int, _ random: inout SeededRandom) -> [Address] {
        guard case .four = base else { return (0..<count).map { _ in host(&random) } }
        let size = 1 << (32 - prefix)
        return count * 4 < size ? hosts(count, &random) : random.sample(min(count, size - 2), of: everyHost)
    }

    private var everyHost: [Address] {
        guard case .four(let bits) = base, prefix >= 16, prefix < 31 else { return [] }
        return (1..<(UInt32(1) << UInt32(32 - prefix)) - 1).map { .four(bits + $0) }
    }
}
