import TestSupport
import Testing

@testable import Analysis

@Suite("Profiles of groups")
struct GroupProfileTests {
    /// Two sets of accounts of one world without an account in common.
    private func halves(_ seed: UInt64) -> (table: IncidenceTable, one: [Int32], two: [Int32]) {
        var world = SmallWorld()
        world.addHonest(120, seed: seed)
        world.addRing("ring", 30, seed: seed)
        let table = world.table().1
        var random = SeededRandom(seed: seed)
        let isFirst = (0..<table.accountCount).map { _ in random.chance(0.3) }
        let all = (0..<Int32(table.accountCount))
        return (table, all.filter { isFirst[Int($0)] }, all.filter { !isFirst[Int($0)] })
    }

    @Test("the profile of two groups is that of all their members", arguments: [1, 2, 3, 4] as [UInt64])
    func joining(seed: UInt64) {
        let (table, one, two) = halves(seed)
        let joined = GroupProfile(
            joining: GroupProfile(members: one, table), GroupProfile(members: two, table))
        let whole = GroupProfile(members: (one + two).sorted(), table)
        #expect(joined.value == whole.value, "seed \(seed)")
        #expect(joined.inside == whole.inside, "seed \(seed)")
        #expect(joined.size == whole.size && joined.sampled == whole.sampled, "seed \(seed)")
    }

    @Test("what two profiles share is found from either side", arguments: [1, 2, 3, 4] as [UInt64])
    func shared(seed: UInt64) {
        let (table, one, two) = halves(seed)
        let (first, second) = (GroupProfile(members: one, table), GroupProfile(members: two, table))
        let expected = first.value.filter { second.count(of: $0) > 0 }
        let found = GroupProfile.shared(first, second)
        #expect(!expected.isEmpty)
        #expect(found.map(\.value) == expected, "seed \(seed)")
        #expect(
            found.allSatisfy { $0.one == first.count(of: $0.value) && $0.two == second.count(of: $0.value) })
        let turned = GroupProfile.shared(second, first)
        #expect(turned.map(\.one) == found.map(\.two) && turned.map(\.two) == found.map(\.one))
    }

    @Test("values are looked for from a place on", arguments: [5, 6] as [UInt64])
    func slots(seed: UInt64) {
        let (table, one, _) = halves(seed)
        let profile = GroupProfile(members: one, table)
        for start in [0, 1, profile.value.count / 2] where start < profile.value.count {
            for wanted in profile.value[start]..<profile.value[profile.value.count - 1] + 3 {
                #expect(profile.slot(of: wanted, from: start) == profile.slot(of: wanted), "seed \(seed)")
            }
        }
    }
}
