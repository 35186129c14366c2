import Testing

@testable import Analysis

@Suite("Mixing test")
struct MixingTestTests {
    private func compare(_ world: SmallWorld, _ one: [Int32], _ two: [Int32]) -> MixingTest.Verdict {
        let (catalog, table) = world.table()
        return MixingTest(table, kinds: catalog.kinds)
            .compare(GroupProfile(members: one, table), GroupProfile(members: two, table))
    }

    @Test("two halves of one operation are one", arguments: [1, 2, 3] as [UInt64])
    func halves(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("ring", 40, seed: seed)
        let members = world.members("ring")
        #expect(compare(world, Array(members[..<20]), Array(members[20...])).outcome == .one, "seed \(seed)")
    }

    @Test(
        "two operations that rent the same exits and send the same frames are never called one",
        arguments: [1, 2, 3] as [UInt64])
    func shared(seed: UInt64) {
        var world = SmallWorld()
        let exits = (1...8).map { "198.19.5.\($0)" }
        world.addHonest(300, seed: seed)
        world.addRing("north", 40, seed: seed + 1, frames: ["frame"], exits: exits)
        world.addRing("south", 40, seed: seed + 2, frames: ["frame"], exits: exits)
        #expect(
            compare(world, world.members("north"), world.members("south")).outcome != .one, "seed \(seed)")
    }

    @Test("two accounts that share one exit cannot be told")
    func tooLittle() {
        var world = SmallWorld()
        world.addHonest(100, seed: 3)
        let ids = world.ids
        world.exchange(ids[3], at: SmallWorld.opening, from: "198.19.7.7")
        world.exchange(ids[8], at: SmallWorld.opening, from: "198.19.7.7")
        #expect(compare(world, [3], [8]).outcome == .cannotTell)
    }
}
