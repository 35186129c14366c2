import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Membership")
struct MembershipTests {
    private func membership(_ world: SmallWorld, start: [Int32]) -> Membership {
        let (catalog, table) = world.table()
        var labels = [Int32](repeating: -1, count: table.accountCount)
        for account in start { labels[Int(account)] = 0 }
        return Membership(Evidence(catalog, table, seed: 1), start: GroupAssignment(labels: labels))
    }

    private func world() -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(400, seed: 5)
        return world
    }

    private func ring() -> SmallWorld {
        var world = world()
        world.addRing("ring", 40, seed: 8)
        return world
    }

    @Test("accounts that share cards, devices and frames with a group are drawn in")
    func recruit() {
        let world = ring()
        let members = world.members("ring")
        let membership = membership(world, start: Array(members.prefix(36)))
        #expect(membership.assignment.members == [members])
        for account in members.suffix(4) { #expect(membership.odds[Int(account)] > 0) }
    }

    @Test("one family alone draws nobody in")
    func oneFamily() {
        var world = ring()
        let stranger = world.members("honest")[19]
        world.hold(world.ids[Int(stranger)], .payment, "ring-card-0")
        let members = world.members("ring")
        #expect(membership(world, start: members).assignment.members == [members])
    }

    @Test("networks and sign-up hours, which are rented or everybody's, keep nobody in")
    func weakFamilies() {
        var world = world()
        let ids = world.ids
        for number in 10..<20 {
            world.accounts[world.accounts.firstIndex { $0.id == ids[number] }!].createdAt =
                1_700_000_000_000 + Int64(number) * 1000
            for exit in 0..<4 {
                world.exchange(ids[number], at: SmallWorld.opening, from: "198.51.100.\(exit)")
            }
        }
        let membership = membership(world, start: Array(10..<20))
        #expect(membership.assignment.groupCount == 0)
    }

    @Test("bits of families and the prior sum to the odds, damped by half for four rounds")
    func sums() {
        let world = ring()
        let members = world.members("ring")
        let membership = membership(world, start: members)
        #expect(membership.assignment.members == [members])
        let families = Membership.familyCount
        for account in members.map(Int.init) {
            let bits = membership.familyBits[account * families..<(account + 1) * families]
            #expect(bits.allSatisfy { (Absence.leastBits...Membership.bitRange.upperBound).contains($0) })
            // Nobody comes or goes, so every round says the same, and 15/16 of the way from 0 are gone; absence of
            // one family is learnt after the first round, whose weight is then a sixteenth.
            let settled = bits.reduce(membership.prior[account], +)
            let most = -Absence.leastBits / 16
            #expect(abs(membership.odds[account] - settled * 15 / 16) <= most + 1e-6)
        }
    }

    @Test("samples of a few members do not speak against the others, nor for accounts without samples")
    func samplesAreFew() {
        var plain = ring()
        for place in plain.exchanges.indices { plain.exchanges[place].key = nil }
        let members = plain.members("ring")
        var sampled = plain
        for id in plain.ids { sampled.sample(id, template: "T-of-\(id)") }
        for account in members.prefix(6) {
            sampled.sample(plain.ids[Int(account)], template: "T-ring")
        }
        let (before, after) = (membership(plain, start: members), membership(sampled, start: members))
        #expect(before.assignment.members == [members])
        #expect(after.assignment.members == [members])
        let language = Int(IncidenceTable.familyIndex(.language))
        for account in members.map(Int.init) {
            let bits = after.familyBits[account * Membership.familyCount + language]
            let isSampled = account <= Int(members[5])
            #expect(isSampled ? bits > 1 : bits == 0)
        }
    }
}
