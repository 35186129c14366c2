import Testing

@testable import SyntheticCase

struct AddressTests {
    @Test("every address lies in a range set aside for documentation or benchmarking")
    func documentation() throws {
        let written = try WrittenCase.first.get()
        let addresses = Set(try written.table("exchanges.csv.gz").column("ip"))
            .subtracting(["", "198.18.300.4", "localhost"])
        #expect(addresses.count > 500)
        #expect(addresses.filter { !AddressTests.isReserved($0) } == [])
        let ranges = try written.table("ip_ranges.csv").column("cidr")
        #expect(ranges.filter { !AddressTests.isReserved($0) } == [])
    }

    @Test("AS numbers are those set aside for documentation and private use")
    func numbers() throws {
        let numbers = try WrittenCase.first.get().table("ip_ranges.csv").column("asn").compactMap { Int($0) }
        #expect(numbers.allSatisfy { (64_496...65_534).contains($0) })
    }

    @Test("domains end in .example or .test")
    func domains() throws {
        let domains = try WrittenCase.first.get().table("accounts.csv").column("email_domain")
        #expect(domains.filter { !$0.isEmpty && !$0.hasSuffix(".example") && !$0.hasSuffix(".test") } == [])
    }

    @Test("addresses are written as they are spoken")
    func text() {
        #expect(Address.four(198, 51, 100, 7).text == "198.51.100.7")
        #expect(Address.six(0x2001_0db8_0012_0034, 1).text == "2001:db8:12:34::1")
        #expect(Network(.four(203, 0, 113, 64), 26).text == "203.0.113.64/26")
        #expect(Network(.six(0x2001_0db8_1000_0000, 0), 40).text == "2001:db8:1000::/40")
    }

    @Test("hosts of a range lie in it and differ", arguments: [3 as UInt64, 4, 5])
    func hosts(_ seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: "hosts")
        let hosts = Network(.four(203, 0, 113, 64), 28).hosts(14, &random)
        #expect(Set(hosts).count == 14)
        #expect(Set(hosts) == Set((65...78).map { Address.four(203, 0, 113, $0) }), "seed \(seed)")
    }

    static func isReserved(_ text: String) -> Bool {
        let prefixes = ["192.0.2.", "198.51.100.", "203.0.113.", "198.18.", "198.19.", "2001:db8:"]
        return prefixes.contains { text.hasPrefix($0) }
    }
}
