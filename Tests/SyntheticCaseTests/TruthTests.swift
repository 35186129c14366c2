import Testing

@testable import SyntheticCase

struct TruthTests {
    @Test("every campaign has the size it is said to have")
    func campaignSizes() throws {
        let sizes = try WrittenCase.first.get().truth().counts(of: "campaign")
        #expect(
            sizes == ["amber-network": 210, "basalt-paths": 58, "cobalt-relay": 12, "nameless-tutors": 19])
    }

    @Test("three campaigns have an actor and one has none")
    func actors() throws {
        let actors = try WrittenCase.first.get().truth().counts(of: "actor")
        #expect(actors == ["Amber": 210, "Basalt": 58, "Cobalt": 12, "": 19])
    }

    @Test("every kind of look-alike is there in the size it is said to have")
    func lookAlikeSizes() throws {
        let sizes = try WrittenCase.first.get().lookAlikes().counts(of: "group")
        let expected = [
            "enterprise": 41, "class": 44, "event": 37, "reseller": 30, "framework": 40,
            "proxy_customers": 35,
            "household": 12, "shared_network": 33, "research": 6, "heavy": 8,
        ]
        #expect(sizes == expected)
    }

    @Test("every account of the truth is in the evidence, once, and in one list alone")
    func disjoint() throws {
        let written = try WrittenCase.first.get()
        let accounts = Set(try written.table("accounts.csv").column("account_id"))
        let campaigns = try written.truth().column("account_id")
        let innocent = try written.lookAlikes().column("account_id")
        #expect(Set(campaigns).count == campaigns.count)
        #expect(Set(innocent).count == innocent.count)
        #expect(Set(campaigns).isDisjoint(with: innocent))
        #expect(accounts.isSuperset(of: campaigns))
        #expect(accounts.isSuperset(of: innocent))
        #expect(accounts.count - campaigns.count - innocent.count == 102)
    }

    @Test(
        "cards or devices alone join the core of a campaign into one piece",
        arguments: [(AmberNetwork.name, 0.9), (CobaltRelay.name, 0.99), (NamelessTutors.name, 0.9)])
    func connected(_ campaign: String, _ share: Double) throws {
        let written = try WrittenCase.first.get()
        let members = Set(
            zip(try written.truth().column("account_id"), try written.truth().column("campaign")).filter {
                $0.1 == campaign
            }.map(\.0))
        var holdings = try pairs(of: written.table("payments.csv"), "fingerprint")
        let attributes = try written.table("attributes.csv")
        holdings += zip(try attributes.column("kind"), try pairs(of: attributes, "value"))
            .filter { $0.0 == "device" || $0.0 == "phone_hash" }.map(\.1)
        let piece = largestPiece(of: members, joinedBy: holdings.filter { members.contains($0.account) })
        #expect(Double(piece) >= share * Double(members.count), "\(piece) of \(members.count)")
    }

    private struct Holding {
        let account: String
        let value: String
    }

    private func pairs(of table: Table, _ column: String) throws -> [Holding] {
        zip(try table.column("account_id"), try table.column(column)).map { Holding(account: $0, value: $1) }
            .filter { !$0.value.isEmpty }
    }

    /// Size of the largest connected component, by repeated spreading of the least label.
    private func largestPiece(of members: Set<String>, joinedBy holdings: [Holding]) -> Int {
        var label = Dictionary(uniqueKeysWithValues: members.map { ($0, $0) })
        var changed = true
        while changed {
            changed = false
            var least: [String: String] = [:]
            for held in holdings {
                guard let own = label[held.account] else { continue }
                least[held.value] = min(least[held.value] ?? own, own)
            }
            for held in holdings {
                if let low = least[held.value], let own = label[held.account], low < own {
                    label[held.account] = low
                    changed = true
                }
            }
        }
        return label.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 0
    }
}
