import Testing

@testable import Analysis

@Suite("Absence")
struct AbsenceTests {
    /// Forty accounts of which `sharing` share one of four cards; the others have their own.
    private func world(sharing: Int) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(200, seed: 2)
        world.addRing("ring", 40, seed: 4, ownMeans: true)
        for account in world.members("ring").prefix(sharing) {
            world.hold(world.ids[Int(account)], .payment, "card-\(account % 4)")
        }
        return world
    }

    private func bits(_ world: SmallWorld, of account: Int32, known: UInt64 = 0) -> [Double] {
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        var labels = [Int32](repeating: -1, count: table.accountCount)
        for member in world.members("ring") { labels[Int(member)] = 0 }
        var absence = Absence(evidence)
        absence.learn(GroupAssignment(labels: labels), table)
        var bits = [Double](repeating: 0, count: Membership.familyCount)
        absence.subtract(from: &bits, Int(account), 0, sharing: known)
        return bits
    }

    private let means = Int(IncidenceTable.familyIndex(.means))

    @Test("a card of its own speaks against an account where nearly all members share theirs")
    func nearlyAll() {
        let world = world(sharing: 39)
        let stranger = world.members("honest")[5]
        #expect(bits(world, of: stranger)[means] < -3)
        #expect(bits(world, of: stranger)[means] >= Absence.leastBits)
    }

    @Test("where nobody shares a card, having one's own says nothing")
    func nobody() {
        let world = world(sharing: 0)
        #expect(abs(bits(world, of: world.members("honest")[5])[means]) < 1e-9)
    }

    @Test("an account of which no card is known is not held against the group")
    func unknown() {
        var world = world(sharing: 39)
        let stranger = world.ids[Int(world.members("honest")[5])]
        world.holdings.removeAll { $0.account == stranger && $0.kind == .payment }
        #expect(bits(world, of: Int32(world.ids.firstIndex(of: stranger)!))[means] == 0)
    }
}
