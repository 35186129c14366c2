import Casework
import Testing

@testable import Analysis

@Suite("Incidence table")
struct IncidenceTableTests {
    /// `count` accounts a00, a01 … without anything.
    private func world(_ count: Int) -> SmallWorld {
        var world = SmallWorld()
        for number in 0..<count {
            world.accounts.append(.init(id: number < 10 ? "a0\(number)" : "a\(number)"))
        }
        return world
    }

    @Test("rows and columns are the same incidences both ways")
    func transposed() throws {
        var world = world(12)
        for id in ["a01", "a05", "a07"] { world.hold(id, "device", "d") }
        for id in ["a01", "a02"] { world.hold(id, .payment, "p") }
        let table = world.table().1
        let device = try #require(world.value("device", "d"))
        let payment = try #require(world.value(.payment, "p"))
        #expect(table.account[table.columns[device]..<table.columns[device + 1]] == [1, 5, 7])
        #expect(table.value[table.rows[1]..<table.rows[2]].map(Int.init) == [device, payment])
        #expect(table.value[table.rows[2]..<table.rows[3]].map(Int.init) == [payment])
        #expect(table.value.count == 5 && table.account.count == 5)
    }

    @Test("a value of one account ties nobody and is left out")
    func single() throws {
        var world = world(12)
        world.hold("a01", .payment, "own")
        let table = world.table().1
        #expect(table.value.isEmpty && table.barred.isEmpty)
        #expect(table.holders[try #require(world.value(.payment, "own"))] == 1)
    }

    @Test("a value of more than half of a small case is barred, one of half is kept")
    func wide() throws {
        var world = world(12)
        for id in world.ids.prefix(7) { world.hold(id, "device", "wide") }
        for id in world.ids.prefix(6) { world.hold(id, "device", "half") }
        let table = world.table().1
        #expect(table.barred.map(Int.init) == [try #require(world.value("device", "wide"))])
        #expect(table.value.count == 6)
    }

    @Test("in a large case the limit is one account in twenty")
    func limit() {
        #expect(IncidenceTable.mostHolders(accounts: 12) == 6)
        #expect(IncidenceTable.mostHolders(accounts: 10_000) == 2000)
        #expect(IncidenceTable.mostHolders(accounts: 1_000_000) == 50_000)
    }

    @Test("what a person barred, or left out, is not counted and is listed")
    func barred() throws {
        var world = world(12)
        for id in ["a01", "a02"] {
            world.hold(id, .payment, "p")
            world.hold(id, "device", "d")
        }
        var settings = AnalysisSettings()
        settings.barred = [Artifact(kind: .payment, value: "p")]
        settings.withoutKinds = ["device"]
        let table = world.table(settings).1
        #expect(table.value.isEmpty)
        #expect(table.barred.count == 2)
    }

    @Test("of too many values of one kind the rare and often used are kept")
    func capped() throws {
        var world = world(40)
        // Twelve are kept of a kind: "common" has ten holders, the fourteen others two.
        for id in world.ids.prefix(10) { world.hold(id, "device", "common") }
        for number in 0..<14 {
            for id in ["a00", "a39"] { world.hold(id, "device", "rare-\(number)") }
        }
        let table = world.table().1
        let kept = table.value[table.rows[0]..<table.rows[1]]
        #expect(kept.count == 12)
        #expect(!kept.contains(Int32(try #require(world.value("device", "common")))))
        #expect(table.volume[table.kindCount * 0..<table.kindCount].contains(12))
    }
}
