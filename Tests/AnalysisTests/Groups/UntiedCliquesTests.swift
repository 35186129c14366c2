import Casework
import Testing

@testable import Analysis

@Suite("Cliques that are not tied to their group")
struct UntiedCliquesTests {
    private func split(_ world: SmallWorld, _ members: [Int32]) -> [[Int32]] {
        let (catalog, table) = world.table()
        return UntiedCliques(test: MixingTest(Evidence(catalog, table, seed: 1))).split(members)
    }

    private let exits = (1...8).map { "198.19.5.\($0)" }

    @Test(
        "people who share nothing but exits with an operation are taken out of its group",
        arguments: [1, 2, 3] as [UInt64])
    func taken(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("north", 60, seed: seed + 1, exits: exits)
        world.addRing("class", 16, seed: seed + 2, exits: exits)
        let (north, others) = (world.members("north"), world.members("class"))
        let parts = split(world, (north + others).sorted())
        #expect(parts == [north, others], "seed \(seed)")
    }

    @Test("an operation stays whole, with members of whom nothing ties", arguments: [1, 2, 3] as [UInt64])
    func whole(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("ring", 40, seed: seed + 1, exits: exits)
        let members = (world.members("ring") + world.members("honest").prefix(4)).sorted()
        #expect(split(world, members) == [members], "seed \(seed)")
    }

    @Test("two who slipped together are too few to be taken out")
    func few() {
        var world = SmallWorld()
        world.addHonest(300, seed: 4)
        world.addRing("ring", 40, seed: 5, exits: exits)
        let two = Array(world.members("honest").prefix(2))
        let ids = world.ids
        for account in two { world.hold(ids[Int(account)], ArtifactKind("device"), "slipped") }
        let members = (world.members("ring") + two).sorted()
        #expect(split(world, members) == [members])
    }
}
