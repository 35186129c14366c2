import Testing

@testable import Analysis

@Suite("Cohesion of a source")
struct SourceCohesionTests {
    private func shares(_ world: SmallWorld, _ members: [Int32]) -> [Double] {
        let (catalog, table) = world.table()
        return MixingTest(Evidence(catalog, table, seed: 1)).part(members).cohesion
    }

    private let means = EvidenceSource.means.rawValue

    @Test("one card for all is one piece, four batches with a card each are a quarter")
    func batches() {
        var world = SmallWorld()
        world.addHonest(200, seed: 3)
        let members = Array(world.members("honest").prefix(40))
        var one = world
        var four = world
        for (number, account) in members.enumerated() {
            one.hold(world.ids[Int(account)], .payment, "card-of-all")
            four.hold(world.ids[Int(account)], .payment, "card-of-batch-\(number / 10)")
        }
        #expect(abs(shares(one, members)[means] - 1) < 1e-9)
        #expect(abs(shares(four, members)[means] - 0.25) < 1e-9)
    }

    @Test("where nobody holds a value of a source that another holds, its cohesion is zero")
    func nothing() {
        var world = SmallWorld()
        world.addHonest(200, seed: 3)
        #expect(shares(world, Array(world.members("honest").prefix(20)))[means] == 0)
    }
}
