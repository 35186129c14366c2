import Casework
import Testing

@testable import Analysis

@Suite("Range table")
struct RangeTableTests {
    @Test("finds the longest range that holds an address, as a scan does", arguments: [1, 2] as [UInt64])
    func agrees(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let ranges = (0..<60).map { _ in
            AddressRange(
                masking: IPAddress(ipv4: UInt32(random.below(1 << 16))), prefix: UInt8(108 + random.below(20))
            )
        }
        let table = RangeTable(ranges)
        for _ in 0..<2000 {
            let address = IPAddress(ipv4: UInt32(random.below(1 << 16)))
            let scanned = ranges.filter { $0.contains(address) }.map(\.prefix).max()
            #expect(table.longest(holding: address).map { ranges[$0].prefix } == scanned, "seed \(seed)")
            let all = table.all(holding: address)
            #expect(all.sorted() == ranges.indices.filter { ranges[$0].contains(address) }, "seed \(seed)")
            #expect(all.map { ranges[$0].prefix } == all.map { ranges[$0].prefix }.sorted(by: >))
        }
    }
}
