import Casework
import Testing

@testable import Analysis

@Suite("Address neighbours")
struct AddressNeighboursTests {
    private func lists(
        _ world: SmallWorld, isHiding: Bool = false, taken: Range<Int> = 0..<0
    ) throws -> [[Int32]] {
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        var isFree = [Bool](repeating: true, count: table.accountCount)
        for account in taken { isFree[account] = false }
        let neighbours = AddressNeighbours(evidence: evidence, seed: 1) { _ in isHiding }
        return try neighbours.find(isFree: isFree)
    }

    /// 300 people at home, and some of them behind one address each time it is asked for.
    private func world(_ behind: Int, _ address: (Int) -> String) -> SmallWorld {
        var world = SmallWorld()
        for number in 0..<300 { world.accounts.append(.init(id: "a\(1000 + number)")) }
        for number in 0..<behind {
            world.exchange("a\(1000 + number)", at: SmallWorld.opening, from: address(number))
        }
        return world
    }

    @Test("strangers behind one address are one list")
    func oneAddress() throws {
        #expect(try lists(world(12) { _ in "198.51.100.7" }) == [Array(0..<12)])
    }

    @Test("a household behind one address is no list")
    func household() throws {
        #expect(try lists(world(4) { _ in "198.51.100.7" }).isEmpty)
        #expect(try lists(world(7) { _ in "198.51.100.7" }).isEmpty)
    }

    @Test("exits of one /24 count together only where the network hides its users")
    func exits() throws {
        let world = world(12) { "198.51.100.\($0)" }
        #expect(try lists(world).isEmpty)
        #expect(try lists(world, isHiding: true) == [Array(0..<12)])
    }

    @Test("accounts of a group are left alone, and an address with hardly anybody else is passed over")
    func taken() throws {
        let world = world(12) { _ in "198.51.100.7" }
        #expect(try lists(world, taken: 0..<3) == [Array(3..<12)])
        #expect(try lists(world, taken: 0..<10).isEmpty)
    }
}
