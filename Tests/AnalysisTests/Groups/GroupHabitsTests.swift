import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Habits of a group")
struct GroupHabitsTests {
    private static let language = Int(IncidenceTable.familyIndex(.language))
    private static let infrastructure = Int(IncidenceTable.familyIndex(.infrastructure))

    /// Twenty members, with what `holding` gives each of them, and 400 others.
    private func world(_ holding: (inout SmallWorld, _ id: String, _ member: Int) -> Void) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(400, seed: 6)
        for member in 0..<20 {
            let id = "member-\(100 + member)"
            world.accounts.append(.init(id: id, truth: "member"))
            holding(&world, id, member)
        }
        return world
    }

    /// The members send four frames of their own among a hundred prompts that are used once.
    private func world() -> SmallWorld {
        world { world, id, member in
            for frame in 0..<4 { world.exchange(id, at: SmallWorld.opening, key: "frame-\(frame)") }
            for prompt in 0..<100 {
                world.exchange(id, at: SmallWorld.opening, key: "once-\(member)-\(prompt)")
            }
        }
    }

    private func source(_ world: SmallWorld) -> GroupSums.Source {
        let (catalog, table) = world.table()
        var labels = [Int32](repeating: -1, count: table.accountCount)
        for member in world.members("member") { labels[Int(member)] = 0 }
        let assignment = GroupAssignment(labels: labels)
        let usual = GroupScales.meanValues(Array(0..<Int32(table.accountCount)), table, weighing: true)
        return GroupSums.Source(
            table: table, assignment: assignment, groups: GroupScales(assignment, table, usual: usual),
            canBeFirm: catalog.kinds.map { $0.family != .infrastructure },
            absenceBits: catalog.kinds.map { _ in 0 },
            addressKind: catalog.kinds.firstIndex(of: .address).map(UInt16.init))
    }

    private func mean(_ world: SmallWorld, _ account: Int32, _ source: GroupSums.Source, _ family: Int)
        -> Double
    {
        var sums = GroupSums(groups: 1)
        sums.gather(Int(account), source)
        return sums.mean(of: family, 0, size: source.groups.size[0])
    }

    @Test(
        "who holds as much as members do is told by how few others do, not by the mean over one-off prompts")
    func asMuch() {
        let world = world()
        let source = source(world)
        let habits = GroupHabits(source)
        let mean = mean(world, world.members("member")[3], source, Self.language)
        let bits = habits.leastBits(Self.language, 0, mean: mean)
        // Nobody else holds a frame: ¾ over half an account of 401.
        #expect(abs(bits - log2(0.75 / (0.5 / 401))) < 1e-9)
        #expect(bits > log2(mean))
    }

    @Test("where as many others hold what members hold, it says nothing")
    func everybody() {
        var world = world()
        for account in world.members("honest") {
            for frame in 0..<4 {
                world.exchange(world.ids[Int(account)], at: SmallWorld.opening, key: "frame-\(frame)")
            }
        }
        let source = source(world)
        let habits = GroupHabits(source)
        let mean = mean(world, world.members("member")[3], source, Self.language)
        #expect(habits.leastBits(Self.language, 0, mean: mean) < 1)
    }

    @Test("where half of the members hold nothing either, holding nothing is worth a bit at most")
    func nothing() {
        var world = world()
        for account in world.members("member").prefix(10) {
            world.exchange(world.ids[Int(account)], at: SmallWorld.opening, from: "198.51.100.7")
        }
        for (member, stranger) in zip(world.members("member").suffix(10), world.members("honest")) {
            for account in [member, stranger] {
                world.exchange(
                    world.ids[Int(account)], at: SmallWorld.opening, from: "2001:db8:\(member)::1")
            }
        }
        let source = source(world)
        let habits = GroupHabits(source)
        #expect(abs(habits.leastBits(Self.infrastructure, 0, mean: 0.01) - log2(11.0 / 21)) < 1e-9)
        #expect(habits.leastBits(Self.infrastructure, 0, mean: 1.5) == -.infinity)
    }

    @Test("a group is held together where half of its members have firm ties")
    func heldTogether() {
        #expect(GroupHabits(source(world())).isHeldTogether(0))
        let rented = world { world, id, _ in
            for exit in 0..<4 { world.exchange(id, at: SmallWorld.opening, from: "198.51.100.\(exit)") }
        }
        #expect(!GroupHabits(source(rented)).isHeldTogether(0))
    }

    @Test("three exits of which the others are members tie; two do not, nor those that strangers use as much")
    func rentedTies() {
        func isTied(exits: Int, strangers: Int) -> Bool {
            var world = world()
            let members = world.members("member")
            for exit in 0..<exits {
                for account in members.prefix(5) + world.members("honest").prefix(strangers) {
                    world.exchange(
                        world.ids[Int(account)], at: SmallWorld.opening, from: "198.51.100.\(exit)")
                }
            }
            let source = source(world)
            var sums = GroupSums(groups: 1)
            sums.gather(Int(members[0]), source)
            return sums.isTiedByRented(to: 0)
        }
        #expect(isTied(exits: 3, strangers: 0))
        #expect(isTied(exits: 3, strangers: 1))
        #expect(!isTied(exits: 3, strangers: 2))
        #expect(!isTied(exits: 2, strangers: 0))
    }
}
