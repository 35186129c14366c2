import Casework
import Testing

@testable import Analysis

@Suite("Indicators of partners")
struct PartnerHitsTests {
    private func indicator(
        _ number: Int32, _ kind: IndicatorKind, _ value: String, from: Int64? = nil, to: Int64? = nil
    ) -> PartnerIndicator {
        PartnerIndicator(
            key: SampleKey(source: 1, number: number), kind: kind, value: value, validFrom: from, validTo: to)
    }

    private func hits(_ indicators: [PartnerIndicator], _ change: (inout SmallWorld) -> Void) -> PartnerHits {
        var world = SmallWorld()
        for id in ["a", "b", "c"] { world.accounts.append(.init(id: id)) }
        change(&world)
        world.indicators = indicators
        let input = world.input()
        return PartnerHits(input, addresses: AddressTable(input))
    }

    @Test("an address is hit by every range that holds it and by its AS, and by no other")
    func networks() {
        let found = hits([
            indicator(1, .network, "198.51.100.0/24"), indicator(2, .network, "198.51.100.7"),
            indicator(3, .network, "198.51.0.0/16"), indicator(4, .network, "203.0.113.0/24"),
            indicator(5, .asn, "AS64600"), indicator(6, .asn, "64601"), indicator(7, .network, "no address"),
        ]) { world in
            world.exchange("b", at: 1000, from: "198.51.100.7")
            world.ranges = [NetworkRange(range: AddressRange("198.51.100.0/24")!, asNumber: 64_600)]
        }
        #expect(found.hits.map(\.indicator.number) == [1, 2, 3, 5])
        #expect(found.hits.allSatisfy { $0.account == 2 && $0.artifact.value == "198.51.100.7" })
        #expect(found.indicatorsOfAccount == [0, 4, 0])
    }

    @Test(
        "every kind finds its values, byte for byte",
        arguments: [
            (IndicatorKind.payment, "payment"), (.device, "device"), (.tlsJA4, "tls_ja4"),
            (.userAgent, "user_agent"), (.userAgent, "client"), (.metadata, "metadata_user"),
            (.phoneHash, "phone_hash"), (.promptKey, "prompt_key"), (.organisation, "org_name"),
            (.emailHash, "email_hash"),
        ])
    func kinds(kind: IndicatorKind, held: String) {
        let found = hits([indicator(1, kind, "Value"), indicator(2, kind, "value")]) { world in
            world.hold("c", ArtifactKind(held), "Value")
        }
        #expect(found.hits.map(\.indicator.number) == [1])
        #expect(found.hits.first?.account == 3)
        #expect(found.hits.first?.artifact.kind.rawValue == held)
    }

    @Test("a domain is hit with its sub-domains, whatever the case, and not by what only ends alike")
    func domains() {
        let found = hits([indicator(1, .emailDomain, "Jade.example")]) { world in
            world.hold("a", .emailDomain, "eu.mail.jade.example")
            world.hold("b", .emailDomain, "jade.EXAMPLE")
            world.hold("c", .emailDomain, "notjade.example")
        }
        #expect(found.hits.map(\.account) == [1, 2])
    }

    @Test("a dated use counts only while the indicator was valid; an undated one counts")
    func validity() {
        func accounts(_ from: Int64?, _ to: Int64?) -> [UInt32] {
            var world = SmallWorld()
            for id in ["a", "b"] {
                world.accounts.append(.init(id: id))
                world.hold(id, .payment, "card")
            }
            world.indicators = [indicator(1, .payment, "card", from: from, to: to)]
            var input = world.input()
            (input.holdings.first[0], input.holdings.last[0]) = (1000, 2000)
            return PartnerHits(input, addresses: AddressTable(input)).hits.map(\.account)
        }
        #expect(accounts(nil, nil) == [1, 2])
        #expect(accounts(2_000_000, nil) == [1, 2])
        #expect(accounts(2_001_000, nil) == [2])
        #expect(accounts(nil, 1_000_000) == [2])
        #expect(accounts(nil, 1_000_001) == [1, 2])
    }

    @Test("an account named by its id is hit through the number that the caller found")
    func accounts() {
        var named = indicator(1, .account, "b")
        named.account = 2
        let found = hits([named, indicator(2, .account, "nobody")]) { _ in }
        #expect(found.hits.map(\.account) == [2])
        #expect(found.hits.first?.artifact == Artifact(kind: "account", value: "b"))
    }

    @Test("hits come by indicator, then account, then artifact, and at most eight values of one account")
    func order() {
        let found = hits([indicator(2, .network, "198.51.100.0/24"), indicator(1, .payment, "p")]) { world in
            for last in 0..<10 { world.exchange("b", at: 1000, from: "198.51.100.\(last)") }
            world.exchange("a", at: 1000, from: "198.51.100.9")
            world.hold("c", .payment, "p")
        }
        #expect(found.hits.map(\.account) == [3, 1] + Array(repeating: 2, count: 8))
        #expect(found.leftOut == 2)
    }

    @Test("hits are reported on groups and change no probability")
    func reportedOnly() throws {
        var world = SmallWorld()
        world.addHonest(300, seed: 7)
        world.addRing("ring", 40, seed: 8)
        let plain = try Verdict(world).findings
        world.indicators = [indicator(1, .payment, "ring-card-0")]
        let hit = try Verdict(world).findings
        let campaign = try #require(hit.groups.first { $0.kind == .campaign })
        #expect((campaign.figures["indicator_hits"] ?? 0) > 0)
        #expect(campaign.notes.contains { $0.contains("reported, not weighed") })
        #expect(plain.groups.map(\.extractionProbability) == hit.groups.map(\.extractionProbability))
        #expect(
            plain.groups.map { $0.members.map(\.probability) }
                == hit.groups.map { $0.members.map(\.probability) })
        #expect(hit.indicatorHits.count == Int(campaign.figures["indicator_hits"] ?? 0))
    }
}
