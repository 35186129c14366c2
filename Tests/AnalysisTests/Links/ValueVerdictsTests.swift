import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Value verdicts")
struct ValueVerdictsTests {
    /// 400 honest people; four of them share a card and a device; ten others share a second card and nothing else.
    private func world() -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(400, seed: 5)
        for id in world.ids[10..<14] {
            world.hold(id, .payment, "card-x")
            world.hold(id, "device", "device-x")
        }
        for id in world.ids[50..<60] { world.hold(id, .payment, "card-y") }
        return world
    }

    private func verdict(
        _ world: SmallWorld, _ kind: ArtifactKind, _ text: String, users: NetworkUsers = NetworkUsers()
    ) throws -> ArtifactVerdict? {
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        var labels = [Int32](repeating: -1, count: table.accountCount)
        for account in 10..<14 { labels[account] = 0 }
        let verdicts = ValueVerdicts(
            evidence, GroupAssignment(labels: labels), extraction: [0.5], users: users)
        return verdicts.judge().verdicts.first { $0.artifact == Artifact(kind: kind, value: ExactText(text)) }
    }

    @Test("a card whose holders share a device too is an operation's, with m over u in bits")
    func operation() throws {
        let verdict = try #require(try verdict(world(), .payment, "card-x"))
        #expect(verdict.verdict == .operation)
        #expect(verdict.corroborated == 4 && verdict.holders == 4)
        // All 6 pairs of the group share it, none of the 79,794 others does: bits reach the greatest allowed.
        #expect(verdict.bits == ValueVerdicts.mostBits)
        #expect(verdict.suspectShare == 0.5)
    }

    @Test("a card whose holders share nothing else gets no verdict where nobody of a group holds it")
    func noVerdict() throws {
        #expect(try verdict(world(), .payment, "card-y") == nil)
    }

    @Test("bits are log2 of the shares of pairs")
    func pairs() throws {
        var world = world()
        // Two of the group's four and eight strangers: 1 of 6 pairs inside, 44 of 79,794 outside.
        for id in world.ids[12..<22] { world.hold(id, "metadata_team", "t") }
        let verdict = try #require(try verdict(world, "metadata_team", "t"))
        #expect(verdict.holders == 10)
        let expected = log2(((1 + 0.05) / 6) / ((44 + 0.5) / (79_800 - 6)))
        #expect(abs(verdict.bits - expected) < 1e-9)
    }

    @Test("the prior is the odds that two accounts belong to one group")
    func prior() {
        let (catalog, table) = world().table()
        var labels = [Int32](repeating: -1, count: 400)
        for account in 10..<14 { labels[account] = 0 }
        let verdicts = ValueVerdicts(
            Evidence(catalog, table, seed: 1), GroupAssignment(labels: labels), extraction: [0])
        #expect(abs(verdicts.priorBits - log2(6.0 / 79_794)) < 1e-9)
    }

    @Test("many users behind an address take bits off it, and the reason says so")
    func crowd() throws {
        func address(_ users: Int?) throws -> ArtifactVerdict {
            var world = world()
            for id in world.ids[10..<14] {
                world.exchange(id, at: SmallWorld.opening, from: "198.51.100.7")
            }
            world.ranges = [
                NetworkRange(range: AddressRange("198.51.100.0/24")!, usage: .mobile, userCount: users)
            ]
            let input = world.input()
            let users = NetworkUsers(world.table().0, input, AddressTable(input))
            return try #require(try verdict(world, .address, "198.51.100.7", users: users))
        }
        let plain = try address(nil)
        let crowded = try address(64)
        #expect(abs(plain.bits - crowded.bits - 4) < 1e-9)
        #expect(crowded.reasons.contains { $0.contains("64 users") })
        #expect(try address(3).bits == plain.bits)
    }
}
