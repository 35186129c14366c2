/// What the provider knows about a range.
enum RangeUsage: String, CaseIterable, Sendable {
    case hosting, vpn, cgnat, mobile, corporate, education, isp, unknown
    case residentialProxy = "residential_proxy"
}

/// One row of ip_ranges.
struct AddressRange: Sendable {
    let network: Network
    let asn: Int
    let name: String
    let country: String
    let usage: RangeUsage
}

/// Who owns which documentation addresses in the invented world.
enum AddressPlan {
    static let passAround = range(
        198, 19, 0, 0, 22, 64_600, "PassAround Residential", "US", .residentialProxy)
    static let thirdDoor = range(198, 19, 4, 0, 23, 64_601, "Third Door Exits", "NL", .residentialProxy)
    static let granite = range(198, 19, 16, 0, 22, 64_602, "Granite Rack Hosting", "DE", .hosting)
    static let quarry = range(198, 19, 24, 0, 23, 64_603, "Quarry Cloud", "SG", .hosting)
    static let littleRack = range(198, 19, 28, 0, 24, 64_604, "Little Rack", "NL", .hosting)
    static let amberCompute = range(198, 19, 32, 0, 26, 64_501, "Amber Compute Cooperative", "XQ", .hosting)
    static let ferry = range(198, 19, 36, 0, 25, 64_605, "Ferry Servers", "GB", .hosting)
    static let hideaway = range(198, 19, 48, 0, 23, 64_606, "Hideaway VPN", "SE", .vpn)
    static let burrow = range(198, 19, 52, 0, 24, 64_607, "Burrow VPN", "CA", .vpn)
    static let meridian = range(198, 19, 64, 0, 22, 64_608, "Meridian Mobile", "US", .mobile)
    static let meridianShared = range(
        198, 19, 72, 0, 26, 64_608, "Meridian Mobile shared exits", "US", .cgnat)
    static let cloudberry = range(198, 19, 73, 0, 26, 64_609, "Cloudberry Cellular", "IN", .cgnat)
    static let venue = range(198, 51, 100, 0, 27, 64_611, "Tidewater Hall guest network", "GB", .unknown)
    static let lantern = range(198, 51, 100, 64, 27, 64_610, "Lantern Desk egress", "IE", .hosting)
    static let evaluators = range(
        198, 51, 100, 128, 28, 64_612, "Open Evaluation Collective", "CA", .education)
    static let harrowgate = range(203, 0, 113, 0, 26, 64_613, "Harrowgate Logistics", "DE", .corporate)
    static let pennant = range(203, 0, 113, 128, 26, 64_615, "Pennant Insurance", "GB", .corporate)
    static let northmoor = range(192, 0, 2, 0, 25, 64_614, "Northmoor University", "GB", .education)
    static let eastfold = range(192, 0, 2, 128, 26, 64_616, "Eastfold College", "US", .education)
    static let transit = range(198, 19, 0, 0, 16, 64_511, "Benchmark Transit", "US", .unknown)

    /// Lines into homes: one IPv4 /20 and one IPv6 /40 per country of `Places`.
    static let homeLines: [(four: AddressRange, six: AddressRange)] = Places.all.enumerated().map {
        index, place in
        let four = Network(.four(198, 18, UInt32(index * 16), 0), 20)
        let six = Network(.six(0x2001_0db8_0000_0000 | UInt64(0x10 + index) << 24, 0), 40)
        return (
            AddressRange(
                network: four, asn: 64_520 + index, name: place.line, country: place.code, usage: .isp),
            AddressRange(
                network: six, asn: 64_520 + index, name: place.line, country: place.code, usage: .isp)
        )
    }

    /// Every range, parents before what nests in them.
    static let all: [AddressRange] =
        [transit] + homeLines.flatMap { [$0.four, $0.six] } + [
            passAround, thirdDoor, granite, quarry, littleRack, amberCompute, ferry, hideaway, burrow,
            meridian,
            meridianShared, cloudberry, venue, lantern, evaluators, harrowgate, pennant, northmoor, eastfold,
        ]

    private static func range(
        _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ prefix: Int,
        _ asn: Int, _ name: String, _ country: String, _ usage: RangeUsage
    ) -> AddressRange {
        AddressRange(
            network: Network(.four(a, b, c, d), prefix), asn: asn, name: name, country: country, usage: usage)
    }
}
