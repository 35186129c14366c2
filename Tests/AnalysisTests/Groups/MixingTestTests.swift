import Testing

@testable import Analysis

@Suite("Mixing test")
struct MixingTestTests {
    private func compare(_ world: SmallWorld, _ one: [Int32], _ two: [Int32]) -> MixingVerdict {
        let (catalog, table) = world.table()
        let test = MixingTest(Evidence(catalog, table, seed: 1))
        return test.compare(test.part(one), test.part(two))
    }

    @Test(
        "what is only asked for joining differs for no pair that may be joined",
        arguments: [1, 2, 3, 4] as [UInt64])
    func forJoining(seed: UInt64) {
        var world = SmallWorld()
        let exits = (1...8).map { "198.19.5.\($0)" }
        world.addHonest(200, seed: seed)
        world.addRing("north", 40, seed: seed + 1, frames: ["frame"], exits: exits)
        world.addRing("south", 40, seed: seed + 2, frames: ["other"], exits: exits)
        let (catalog, table) = world.table()
        let test = MixingTest(Evidence(catalog, table, seed: 1))
        let north = world.members("north")
        let lists = [
            Array(north[..<12]), Array(north[12..<30]), Array(north[30...]), world.members("south"),
            Array(world.members("honest").prefix(60)),
        ]
        let parts = lists.map { test.part($0) }
        var passedOver = 0
        for one in parts.indices {
            for two in parts.indices where two > one {
                let whole = test.compare(parts[one], parts[two])
                let quick = test.compare(parts[one], parts[two], forJoining: true)
                #expect(quick.isTied == whole.isTied, "seed \(seed), parts \(one) and \(two)")
                if whole.isTied { #expect(quick.bits == whole.bits && quick.bySource == whole.bySource) }
                if quick.bridges < whole.bridges { passedOver += 1 }
            }
        }
        #expect(passedOver > 0, "seed \(seed)")
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

    @Test(
        "batches with cards and devices of their own are one operation where they send one set of frames",
        arguments: [1, 2, 3] as [UInt64])
    func batches(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        let exits = (1...8).map { "198.19.5.\($0)" }
        let frames = ["frame-0", "frame-1", "frame-2"]
        for batch in 0..<4 {
            world.addRing("batch\(batch)", 16, seed: seed * 10 + UInt64(batch), frames: frames, exits: exits)
        }
        let three = (0..<3).flatMap { world.members("batch\($0)") }.sorted()
        let verdict = compare(world, three, world.members("batch3"))
        #expect(verdict.isTied, "seed \(seed)")
        #expect(verdict.outcome == .one, "seed \(seed): \(verdict)")
    }

    @Test("what is rented or anybody's alone never ties", arguments: [1, 2, 3] as [UInt64])
    func rented(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        let exits = (1...8).map { "198.19.5.\($0)" }
        world.addRing("north", 40, seed: seed + 1, exits: exits)
        world.addRing("south", 40, seed: seed + 2, exits: exits)
        let verdict = compare(world, world.members("north"), world.members("south"))
        #expect(!verdict.isTied, "seed \(seed)")
    }

    @Test("cards that strangers hold too join nobody", arguments: [1, 2, 3] as [UInt64])
    func sold(seed: UInt64) {
        func world(strangers: Bool) -> SmallWorld {
            var world = SmallWorld()
            world.addHonest(300, seed: seed)
            world.addRing("north", 40, seed: seed + 1)
            world.addRing("south", 40, seed: seed + 2)
            let (north, south) = (world.members("north"), world.members("south"))
            let honest = world.members("honest")
            let ids = world.ids
            for sold in 0..<8 {
                var holders = [north[sold * 4], south[sold * 4]]
                if strangers { holders += (0..<6).map { honest[sold * 6 + $0] } }
                for account in holders { world.hold(ids[Int(account)], .payment, "sold-\(sold)") }
            }
            return world
        }
        func means(_ world: SmallWorld) -> Double {
            compare(world, world.members("north"), world.members("south"))
                .bySource[EvidenceSource.means.rawValue]
        }
        #expect(means(world(strangers: true)) < means(world(strangers: false)), "seed \(seed)")
        #expect(means(world(strangers: true)) <= 0.5, "seed \(seed)")
    }
}
