import Casework
import Testing

@testable import Analysis

@Suite("Corroboration")
struct CorroborationTests {
    /// Best corroboration of one account's holding of a kind.
    private func score(_ world: SmallWorld, _ id: String, _ kind: ArtifactKind) -> Float {
        let (catalog, table) = world.table()
        let scores = Corroboration(table).scores()
        let account = Int32(world.ids.firstIndex(of: id)!)
        var best: Float = 0
        for value in 0..<table.valueCount where catalog.kinds[Int(catalog.kind[value])] == kind {
            for place in table.columns[value]..<table.columns[value + 1] where table.account[place] == account
            {
                best = max(best, scores[place])
            }
        }
        return best
    }

    private func world() -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(500, seed: 5)
        return world
    }

    @Test("a card counts where its holders share a device too")
    func twoFamilies() {
        var world = world()
        let trio = Array(world.ids[10..<13])
        for id in trio {
            world.hold(id, .payment, "card-x")
            world.hold(id, "device", "device-x")
        }
        #expect(score(world, trio[0], .payment) >= 3)
    }

    @Test("a card alone counts nothing")
    func oneFamily() {
        var world = world()
        let trio = Array(world.ids[10..<13])
        for id in trio { world.hold(id, .payment, "card-x") }
        #expect(score(world, trio[0], .payment) == 0)
    }

    @Test("two values of one family do not corroborate each other")
    func sameFamily() {
        var world = world()
        let trio = Array(world.ids[10..<13])
        for id in trio {
            world.hold(id, .payment, "card-x")
            world.hold(id, "phone_hash", "phone-x")
        }
        #expect(score(world, trio[0], .payment) == 0)
    }

    @Test("dealt at random, every account and value keeps its number of incidences, but for repeats")
    func shuffleKeepsDegrees() {
        let (_, table) = world().table()
        var generator = SeededGenerator(seed: 9)
        let dealt = table.shuffled(using: &generator)
        #expect(dealt.value != table.value)
        #expect(dealt.value.count <= table.value.count && dealt.value.count * 100 >= table.value.count * 95)
        for account in 0..<table.accountCount {
            let before = table.rows[account + 1] - table.rows[account]
            #expect(dealt.rows[account + 1] - dealt.rows[account] <= before)
        }
    }

    @Test("where people live and what they speak is never evidence")
    func barredKinds() {
        for kind in ["country", "user_language", "time_zone", "tz", "declared_country"] {
            #expect(LinkRule.isBarred(ArtifactKind(kind)), "\(kind)")
        }
        #expect(!LinkRule.isBarred("device"))
    }
}
