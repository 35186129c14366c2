import Casework
import Foundation
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
        absence.apply(to: &bits, Int(account), 0, sharing: known)
        return bits
    }

    private let means = Int(IncidenceTable.familyIndex(.means))

    @Test("a card of its own speaks against an account where nearly all members share theirs")
    func nearlyAll() {
        let world = world(sharing: 39)
        let stranger = world.members("honest")[5]
        let bits = bits(world, of: stranger)
        #expect(bits[means] < -2)
        #expect(bits.reduce(0, +) < -3)
        #expect(bits.allSatisfy { $0 >= Absence.leastBits })
    }

    @Test(
        "members who bring cards of their own bring names of their own: both together say what both together are"
    )
    func together() {
        var world = world(sharing: 30)
        let members = world.members("ring")
        let stranger = world.ids[Int(world.members("honest")[5])]
        world.holdings.removeAll { $0.account == stranger && $0.kind != .payment }
        for account in members {
            let name = account < members[30] ? "firm-\(account % 3)" : "own-\(account)"
            world.hold(world.ids[Int(account)], .organisation, name)
        }
        world.hold(stranger, .organisation, "own")
        let bits = bits(world, of: Int32(world.ids.firstIndex(of: stranger)!))
        let identity = Int(IncidenceTable.familyIndex(.identity))
        // Ten of forty lack both, and one more is counted in; as if independent it would be twice as much.
        #expect(abs(bits[means] + bits[identity] - log2(11.0 / 41)) < 1e-9)
        #expect(bits[means] < 0 && bits[identity] < 0)
    }

    @Test("what many kinds say together has a bound")
    func bound() {
        var world = world(sharing: 40)
        for account in world.members("ring") {
            for (kind, name) in [(ArtifactKind("device"), "phone"), (.organisation, "org")] {
                world.hold(world.ids[Int(account)], kind, "\(name)-\(account % 3)")
            }
        }
        let stranger = world.members("honest")[5]
        for kind in [ArtifactKind("device"), .organisation] {
            world.hold(world.ids[Int(stranger)], kind, "own-\(stranger)")
        }
        let bits = bits(world, of: stranger)
        #expect(bits.reduce(0, +) >= Absence.leastBitsTogether)
        #expect(bits.reduce(0, +) < Absence.leastBits)
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
