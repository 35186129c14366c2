import Casework
import Testing

@testable import CaseStore

@Suite("Ranges merged") struct RangeMergeTests {
    private func known(_ text: String, _ change: (inout KnownRange) -> Void = { _ in }) throws -> KnownRange {
        var range = KnownRange(range: try #require(AddressRange(text)))
        change(&range)
        return range
    }

    @Test("What ip_ranges say stands; a database fills what they leave empty")
    func precedence() throws {
        let merged = RangeMerge.merged(
            [try known("198.18.0.0/16") { $0.country = "SG" }],
            [
                try known("198.18.0.0/16") {
                    $0.country = "NL"
                    $0.userCount = 4
                }
            ])
        #expect(merged.map(\.country) == ["SG"])
        #expect(merged.map(\.userCount) == [4])
    }

    @Test("A database's network within a stated range has the stated fields over its own")
    func smallerNetwork() throws {
        let merged = RangeMerge.merged(
            [try known("198.18.0.0/16") { $0.usage = .hosting }],
            [
                try known("198.18.7.0/24") {
                    $0.usage = .vpn
                    $0.country = "NL"
                }
            ])
        #expect(merged.map(\.range.description) == ["198.18.0.0/16", "198.18.7.0/24"])
        #expect(merged.map(\.usage) == [.hosting, .hosting])
        #expect(merged.map(\.country) == [nil, "NL"])
    }

    @Test("A stated range within a database's network has its gaps filled from it")
    func largerNetwork() throws {
        let merged = RangeMerge.merged(
            [try known("198.18.7.0/24") { $0.usage = .hosting }],
            [try known("198.18.0.0/16") { $0.country = "NL" }])
        #expect(merged.map(\.country) == ["NL", "NL"])
        #expect(merged.map(\.usage) == [nil, .hosting])
    }

    @Test("The name of a system is never put to another system's number")
    func systems() throws {
        let merged = RangeMerge.merged(
            [try known("198.18.0.0/16") { $0.asNumber = 64_500 }],
            [
                try known("198.18.0.0/16") {
                    $0.asNumber = 64_501
                    $0.asName = "other"
                }
            ])
        #expect(merged.map(\.asNumber) == [64_500])
        #expect(merged.map(\.asName) == [nil])
    }

    @Test("Databases with networks of different sizes fill each other's gaps; a later word counts")
    func severalDatabases() throws {
        let merged = RangeMerge.merged(
            [],
            [
                try known("198.18.0.0/16") { $0.country = "NL" },
                try known("198.18.0.0/16") { $0.country = "DE" },
                try known("198.18.7.0/24") { $0.asNumber = 64_501 },
            ])
        #expect(merged.map(\.country) == ["DE", "DE"])
        #expect(merged.map(\.asNumber) == [nil, 64_501])
    }

    /// What is said of an address, straight from the rule: the longest stated range, its gaps filled from the
    /// databases' networks, the longest first.
    private func expected(
        _ address: IPAddress, _ stated: [KnownRange], _ looked: [KnownRange]
    ) -> [String] {
        let longest = stated.filter { $0.range.contains(address) }.max { $0.range.prefix < $1.range.prefix }
        let networks = looked.filter { $0.range.contains(address) }
            .sorted { $0.range.prefix > $1.range.prefix }
        let country = longest?.country ?? networks.lazy.compactMap(\.country).first
        let users = longest?.userCount ?? networks.lazy.compactMap(\.userCount).first
        return [country ?? "-", users.map(String.init) ?? "-"]
    }

    @Test("A plain longest-prefix lookup gives what the rule says, for any ranges", arguments: 1...40)
    func property(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var stated: [AddressRange: KnownRange] = [:]
        var looked: [AddressRange: KnownRange] = [:]
        for step in 0..<60 {
            let address = IPAddress(ipv4: 0xC612_0000 | UInt32.random(in: 0..<64, using: &random))
            let range = AddressRange(masking: address, prefix: UInt8.random(in: 120...128, using: &random))
            var known = KnownRange(range: range)
            if Bool.random(using: &random) { known.country = "c\(step)" }
            if Bool.random(using: &random) { known.userCount = step }
            if Bool.random(using: &random) { stated[range] = known } else { looked[range] = known }
        }
        let (first, second) = (
            stated.values.sorted { $0.range < $1.range }, looked.values.sorted { $0.range < $1.range }
        )
        let merged = RangeMerge.merged(first, second)
        #expect(merged.map(\.range) == Set(merged.map(\.range)).sorted(), "seed \(seed)")
        let table = RangeTable(merged.map(\.range))
        for host in 0..<64 as Range<UInt32> {
            let address = IPAddress(ipv4: 0xC612_0000 | host)
            let found = table.longest(holding: address).map { merged[$0] }
            let words = [found?.country ?? "-", found?.userCount.map(String.init) ?? "-"]
            #expect(words == expected(address, first, second), "seed \(seed), \(address)")
        }
    }
}
