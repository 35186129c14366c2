import Casework
import Testing

@testable import Analysis

struct AccessViolationTests {
    private static let opening = SignalWorld.opening

    private func world() -> SignalWorld {
        var world = SignalWorld()
        world.restricted = ["XQ"]
        world.ranges = [
            NetworkRange(range: AddressRange("198.18.0.0/16")!, country: "XQ", usage: .isp),
            NetworkRange(range: AddressRange("198.18.7.0/24")!, country: "GB", usage: .isp),
            NetworkRange(range: AddressRange("198.18.8.0/24")!, usage: .hosting),
            NetworkRange(range: AddressRange("198.19.0.0/16")!, country: "xq", usage: .vpn),
        ]
        world.terms = [
            CaseTerm(
                from: Int64(Self.opening) * 1000, to: Int64(Self.opening + 1000) * 1000, clause: "3.1",
                text: "Not in XQ.", kind: .region)
        ]
        return world
    }

    private func find(_ world: SignalWorld) -> [AccessViolation] { AccessViolations.find(world.input()) }

    @Test("Use from an address in a restricted country is counted while the clause was in force")
    func address() throws {
        var world = world()
        world.add("a")
        world.hold("a", .address, "198.18.1.1", count: 7, first: Self.opening, last: Self.opening + 900)
        let found = try #require(find(world).first)
        #expect(found.exchanges == 7)
        #expect(found.clause == "3.1")
        #expect(found.country == "XQ")
        #expect(found.basis == .addressCountry)
        #expect(found.words.hasPrefix("7 exchanges from 198.18.1.1 (198.18.0.0/16, isp), placed in XQ."))
        #expect(found.words.contains("Not in XQ."))
    }

    @Test("Use that straddles the end of the clause is an upper bound")
    func straddles() throws {
        var world = world()
        world.add("a")
        world.hold(
            "a", .address, "198.18.1.1", count: 7, first: Self.opening + 900, last: Self.opening + 1100)
        let found = try #require(find(world).first)
        #expect(found.words.hasPrefix("At most 7 exchanges"))
        #expect(found.lastAt == Timestamp(milliseconds: Int64(Self.opening + 1000) * 1000 - 1))
    }

    @Test("Use before or after the clause violates nothing")
    func outsideTerm() {
        var world = world()
        world.add("a")
        world.hold("a", .address, "198.18.1.1", count: 7, first: Self.opening - 900, last: Self.opening - 1)
        world.hold(
            "a", .address, "198.18.1.2", count: 7, first: Self.opening + 1000, last: Self.opening + 1100)
        #expect(find(world).isEmpty)
    }

    @Test("The longest range that names a country decides")
    func longestRange() {
        var world = world()
        world.add("a")
        world.hold("a", .address, "198.18.7.9", first: Self.opening, last: Self.opening)
        #expect(find(world).isEmpty)
        world.hold("a", .address, "198.18.8.9", count: 2, first: Self.opening, last: Self.opening)
        #expect(find(world).map(\.exchanges) == [2])
    }

    @Test("An exit of a VPN is named as one")
    func vpn() throws {
        var world = world()
        world.add("a")
        world.hold("a", .address, "198.19.0.1", first: Self.opening, last: Self.opening)
        let found = try #require(find(world).first)
        #expect(found.words.contains("exits of VPN, which say where the exit is"))
    }

    @Test("Without any clause on regions only the case's list speaks")
    func noClause() throws {
        var world = world()
        world.terms = [CaseTerm(from: 0, clause: "4", text: "No resale.", kind: .resale)]
        world.add("a", createdAt: Self.opening, country: "xq")
        let found = try #require(find(world).first)
        #expect(found.clause == nil)
        #expect(found.exchanges == 0)
        #expect(found.basis == .declaredCountry)
        #expect(found.words.contains("No clause on regions was received"))
    }

    @Test("A declared country counts the exchanges made while the clause was in force")
    func declared() throws {
        var world = world()
        world.add("a", createdAt: Self.opening - 5, country: "XQ")
        for second in [Self.opening - 1, Self.opening, Self.opening + 999, Self.opening + 1000] {
            world.exchange("a", second)
        }
        #expect(try #require(find(world).first).exchanges == 2)
        world.exchanges.removeAll { $0.second == Self.opening || $0.second == Self.opening + 999 }
        #expect(find(world).isEmpty)
    }

    @Test("Holdings without times, with the largest counts and at the end of time are borne")
    func hostileValues() throws {
        var world = world()
        world.add("a")
        world.hold("a", .address, "198.18.1.1", count: .max)
        world.hold("a", .address, "198.18.1.2", count: .max, first: .max, last: .max)
        world.hold("a", .address, "no address")
        world.terms.append(CaseTerm(from: .min, to: .max, clause: "z", text: "t", kind: .region))
        let found = find(world)
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.words.hasPrefix("At most") })
        #expect(found.allSatisfy { $0.words.contains("Not every time of use is known.") })
    }

    @Test("A case without a list has no violations")
    func noList() {
        var world = world()
        world.restricted = []
        world.add("a", country: "XQ")
        #expect(find(world).isEmpty)
    }

    @Test("Clauses are given by kind and by the time they were in force")
    func terms() {
        let terms = TermsInForce([
            CaseTerm(from: 50, clause: "2", text: "", kind: .resale),
            CaseTerm(from: 0, to: 50, clause: "1", text: "", kind: .resale),
            CaseTerm(from: 0, clause: "9", text: "", kind: .identity),
        ])
        func clauses(_ at: Int64) -> [String] {
            terms.clauses(kind: .resale, at: Timestamp(milliseconds: at)).map(\.clause)
        }
        #expect(clauses(-1) == [])
        #expect(clauses(49) == ["1"])
        #expect(clauses(50) == ["2"])
        #expect(terms.clauses(kind: .resale).map(\.clause) == ["1", "2"])
    }

    @Test("A group's finding holds the share against the other accounts, and is only reported")
    func groupFinding() throws {
        var world = world()
        for number in 0..<20 {
            world.add("m\(number)")
            world.hold("m\(number)", .address, "198.18.1.\(number)", first: Self.opening, last: Self.opening)
        }
        for number in 0..<200 { world.add("h\(number)") }
        let context = SignalContext(world.input(), seed: 1)
        let found = try #require(RegionSignal.find(world.members("m"), context))
        #expect(found.value == 1)
        #expect(found.expected == 0)
        #expect(try #require(found.pValue) < 1e-10)
        #expect(found.accountsTotal == 20)
        #expect(GroupSignals.reportOnly == [.regionViolation])
        #expect(RegionSignal.find(world.members("h"), context) == nil)
    }
}
