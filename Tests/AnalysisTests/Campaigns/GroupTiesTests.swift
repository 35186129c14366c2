import Casework
import Testing

@testable import Analysis

@Suite("Hubs and links of a group")
struct GroupTiesTests {
    private func campaign(seed: UInt64) throws -> (Findings, GroupFinding, SmallWorld) {
        var world = SmallWorld()
        world.addHonest(300, seed: seed)
        world.addRing("ring", 40, seed: seed + 30)
        let findings = try Verdict(world).findings
        return (findings, try #require(findings.groups.first { $0.kind == .campaign }), world)
    }

    @Test("hubs hold members only, two at least, the strongest first", arguments: [1, 2] as [UInt64])
    func hubs(seed: UInt64) throws {
        let (findings, group, _) = try campaign(seed: seed)
        let members = Set(group.members.map(\.account))
        #expect(!group.hubs.isEmpty)
        for hub in group.hubs {
            #expect(hub.holders.count >= 2 && members.isSuperset(of: hub.holders), "seed \(seed)")
            #expect(hub.family == hub.artifact.kind.family)
            let verdict = findings.artifacts.first { $0.artifact == hub.artifact }
            #expect(verdict?.bits == hub.bits && verdict?.verdict != .barred, "seed \(seed)")
            #expect(verdict.map { $0.holders - hub.holders.count } == hub.outside, "seed \(seed)")
        }
        #expect(group.hubs.map(\.bits) == group.hubs.map(\.bits).sorted(by: >))
        let cards = group.hubs.filter { $0.artifact.kind == .payment }
        #expect(cards.flatMap(\.holders).count >= 30, "seed \(seed)")
    }

    @Test("every member has a link, each pair once, in the order of ids", arguments: [1, 2] as [UInt64])
    func links(seed: UInt64) throws {
        let (_, group, world) = try campaign(seed: seed)
        let number = Dictionary(
            uniqueKeysWithValues: group.members.enumerated().map { ($1.account, $0) })
        let pairs = try group.links.map { link in
            [try #require(number[link.a]), try #require(number[link.b])]
        }
        #expect(pairs.allSatisfy { $0[0] < $0[1] }, "seed \(seed)")
        #expect(Set(pairs).count == pairs.count, "seed \(seed)")
        #expect(pairs.map { $0[0] } == pairs.map { $0[0] }.sorted(), "seed \(seed)")
        #expect(Set(pairs.flatMap { $0 }).count == group.members.count, "seed \(seed)")
        #expect(group.links.count <= 3 * group.members.count && !world.accounts.isEmpty)
        #expect(group.links.allSatisfy { !$0.by.isEmpty && $0.by.count <= MemberLinks.mostNamed })
    }

    @Test("a link has the bits that explain gives the two accounts", arguments: [1, 2] as [UInt64])
    func explained(seed: UInt64) throws {
        let (findings, group, world) = try campaign(seed: seed)
        let input = world.input()
        let (catalog, table) = world.table()
        let explainer = LinkExplainer(accounts: input.accounts.count, priorBits: findings.linkPriorBits)
        let place = Dictionary(
            uniqueKeysWithValues: input.accounts.number.enumerated().map { ($1, $0) })
        for link in group.links.prefix(30) {
            let (a, b) = (try #require(place[link.a]), try #require(place[link.b]))
            let held = Set(table.value[table.rows[b]..<table.rows[b + 1]])
            let shared = table.value[table.rows[a]..<table.rows[a + 1]].filter(held.contains)
                .map { catalog.artifact(Int($0)) }.filter { $0.kind != .lockstep }
                .map { artifact in
                    let verdict = findings.artifacts.first { $0.artifact == artifact }
                    var value = SharedValue(artifact: artifact, holders: verdict?.holders ?? 2)
                    (value.verdict, value.bits) = (verdict?.verdict, verdict?.bits)
                    return value
                }
            let explanation = explainer.explain(AccountID("a"), AccountID("b"), shared: shared)
            #expect(abs(explanation.bits - link.bits) < 1e-9, "seed \(seed)")
            #expect(
                Set(link.by).isSubset(
                    of: explanation.evidence.map { Artifact(kind: $0.kind, value: $0.value) }))
        }
    }

    @Test("small hubs give all pairs, larger ones the neighbours, once each")
    func candidates() {
        let small = GroupHubs.Hub(value: 0, holders: [0, 1, 2])
        #expect(
            LinkCandidates.pairs([small], members: 3, bits: [1]) == [
                0 << 32 | 1, 0 << 32 | 2, 1 << 32 | 2,
            ])
        let large = GroupHubs.Hub(value: 0, holders: Array(0..<20))
        let ring = LinkCandidates.pairs([large], members: 20, bits: [1])
        #expect(ring.count == 20 && ring.first == 1 && ring.contains(19))
        #expect(LinkCandidates.pairs([large], members: 20, bits: [0]).isEmpty)
    }

    @Test("times of use of an address count as explain counts them")
    func overlap() throws {
        var world = SmallWorld()
        world.addHonest(50, seed: 1)
        for id in world.ids.prefix(2) {
            world.exchange(id, at: 1000, from: "198.51.100.7")
            world.hold(id, .payment, "card")
        }
        var input = world.input()
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        func bits(_ spans: [(UInt32, UInt32)]) throws -> Double {
            for (account, span) in spans.enumerated() {
                for place in input.holdings.offsets[account]..<input.holdings.offsets[account + 1] {
                    (input.holdings.first[place], input.holdings.last[place]) = span
                }
            }
            let weights = LinkWeights(
                bits: [Double](repeating: 4, count: table.valueCount), priorBits: -10)
            let rows = MemberRows([0, 1], evidence, input, AddressTable(input))
            let links = MemberLinks(evidence: evidence, weights: weights, rows: rows)
                .find([0, 1], GroupHubs([0, 1], table), input)
            return try #require(links.first).bits
        }
        let (meeting, apart) = (
            try bits([(1000, 2000), (1500, 2500)]), try bits([(1000, 2000), (90_000_000, 90_000_001)])
        )
        #expect(meeting > apart)
        #expect(apart >= -10 + 4 * 0.5)
    }
}
