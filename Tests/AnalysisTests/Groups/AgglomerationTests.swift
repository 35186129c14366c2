import Casework
import Testing

@testable import Analysis

@Suite("Agglomeration")
struct AgglomerationTests {
    private func join(_ world: SmallWorld, _ parts: [[Int32]]) -> [[Int32]] {
        let (catalog, table) = world.table()
        let test = MixingTest(Evidence(catalog, table, seed: 1))
        return Agglomeration(test: test, leastBits: MixingVerdict.decisionBits).join(parts).parts
    }

    @Test(
        "four pieces of one operation become one, a part of strangers stays apart",
        arguments: [1, 2, 3] as [UInt64])
    func pieces(seed: UInt64) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("ring", 40, seed: seed + 10)
        let ring = world.members("ring")
        let strangers = Array(world.members("honest").prefix(10))
        let parts = (0..<4).map { Array(ring[$0 * 10..<$0 * 10 + 10]) } + [strangers]
        let joined = join(world, parts)
        #expect(joined.contains(ring), "seed \(seed)")
        #expect(joined.contains(strangers), "seed \(seed)")
        #expect(joined.count == 2, "seed \(seed)")
    }

    @Test("parts that share nothing are returned as they came")
    func nothing() {
        var world = SmallWorld()
        world.addHonest(60, seed: 4)
        let parts: [[Int32]] = [[0, 1], [2, 3], [4]]
        #expect(join(world, parts) == parts)
        #expect(join(world, []).isEmpty)
    }

    @Test("the order of the parts does not matter to what is joined")
    func order() {
        var world = SmallWorld()
        world.addHonest(300, seed: 8)
        world.addRing("north", 40, seed: 11)
        world.addRing("south", 40, seed: 12)
        let (north, south) = (world.members("north"), world.members("south"))
        let parts = [
            Array(north[..<20]), Array(south[..<20]), Array(north[20...]), Array(south[20...]),
        ]
        let one = join(world, parts)
        let two = join(world, parts.reversed())
        #expect(one.sorted { $0[0] < $1[0] } == two.sorted { $0[0] < $1[0] })
        #expect(one.sorted { $0[0] < $1[0] } == [north, south].sorted { $0[0] < $1[0] })
    }
}
