import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Population rules")
struct PopulationTests {
    private func world(controlWeight: UInt32) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(300, seed: 7)
        world.addRing("ring", 40, seed: 8)
        world.population = .suspectsAndControl(oneIn: 10)
        for place in world.accounts.indices where world.accounts[place].truth == "honest" {
            world.accounts[place].weight = controlWeight
        }
        return world
    }

    @Test("a control counts for all that it stands for, and only outside its group")
    func popularity() throws {
        var world = world(controlWeight: 10)
        let ids = world.ids
        let honest = world.members("honest"), ring = world.members("ring")
        for account in honest.prefix(3) + ring.prefix(4) { world.hold(ids[Int(account)], "device", "d") }
        let table = world.table().1
        let value = try #require(world.value("device", "d"))
        #expect(table.holders[value] == 7 && table.popularity[value] == 34)
        #expect(table.coverage.population == 3040 && table.coverage.controls == 300)
        #expect(table.outside(value, inside: 4) == 30)
    }

    @Test("a value that controls hold weighs less than in evidence that counts them once")
    func rarity() throws {
        func bits(_ weight: UInt32) throws -> Double {
            var world = world(controlWeight: weight)
            let ids = world.ids
            for account in world.members("honest").prefix(6) + world.members("ring").prefix(10) {
                world.hold(ids[Int(account)], "device", "d")
            }
            let findings = try Verdict(world).findings
            let group = try #require(findings.groups.first { $0.members.count >= 35 })
            return try #require(group.shared.first { $0.artifact.value == "d" }).bits
        }
        // Outside: 6 of 300, and 60 of 3000, are the same share: the weight alone moves nothing much.
        #expect(abs(try bits(1) - bits(10)) < 0.3)
    }

    @Test("a value that a fifth of the controls hold is too common once they are weighted")
    func common() throws {
        let world = world(controlWeight: 1)
        let table = world.table().1
        #expect(!table.coverage.isWeighted && table.popularity == table.holders)
        let weighted = self.world(controlWeight: 100).table().1
        // A popular library has some sixty controls: 6,000 of 30,040 accounts, above one in twenty.
        let library = try #require(world.value("tls_ja4", "library-1"))
        #expect(Int(weighted.popularity[library]) > IncidenceTable.mostHolders(accounts: 30_040))
        #expect(weighted.barred.contains(Int32(library)) && !table.barred.contains(Int32(library)))
    }

    @Test("rates of the background are those of the population")
    func background() {
        var world = world(controlWeight: 10)
        for place in world.accounts.indices where world.accounts[place].truth == "ring" {
            world.accounts[place].status = .banned
        }
        #expect(abs(world.background().banned - 40.0 / 3040) < 1e-12)
    }

    @Test("diagnostics say how many controls there are and for whom they stand")
    func diagnostics() throws {
        let findings = try Verdict(world(controlWeight: 10)).findings
        #expect(findings.diagnostics["control_accounts"] == 300)
        #expect(findings.diagnostics["weighted_population"] == 3040)
        #expect(findings.settings["control_weights"] == nil)
        #expect(try Verdict(world(controlWeight: 10)).accused == ["ring": 40])
    }

    @Test("without weights frequencies are taken as they are, and the findings say so")
    func noWeights() throws {
        let findings = try Verdict(world(controlWeight: 1)).findings
        #expect(findings.settings["control_weights"]?.contains("taken as they are") == true)
        #expect(findings.diagnostics["control_accounts"] == 0)
    }

    @Test("weights that do not fit are refused")
    func badWeights() {
        var input = world(controlWeight: 10).input()
        input.accounts.weight[0] = 0
        #expect(throws: AnalysisError.badColumn("accounts.weight")) { try Analyzer().run(input) }
    }

    @Test("with suspects only nothing accuses, whatever samples, partners and profiles say")
    func suspects() throws {
        var world = world(controlWeight: 1)
        world.population = .suspects
        for (number, id) in world.ids.enumerated() {
            world.sample(
                id, template: "T-\(id.contains("-ring-") ? 0 : number % 7)",
                capabilities: [
                    id.contains("-ring-") ? "chain_of_thought" : "writing"
                ])
        }
        var jade = LabProfile(name: "Jade")
        (jade.indicators.fingerprints, jade.targets) = (["ring-card-0"], ["chain_of_thought"])
        world.profiles = [jade]
        world.indicators = [
            PartnerIndicator(
                key: SampleKey(source: 1, number: 1), kind: .payment, value: "ring-card-0")
        ]
        let findings = try Verdict(world).findings
        #expect(findings.withheld != nil && !findings.groups.isEmpty)
        for group in findings.groups {
            #expect(group.kind != .campaign && group.extractionProbability == nil)
            #expect(group.explanations.allSatisfy { $0.hypothesis != .campaign && $0.probability == nil })
            #expect(group.attribution.actor == nil && group.attribution.probability == nil)
            #expect(group.attribution.hypotheses.isEmpty && group.attribution.items.isEmpty)
            #expect(!group.figures.keys.contains { $0.hasPrefix("capability:") })
        }
        #expect(findings.accounts.allSatisfy { $0.suspicion == nil })
        #expect(findings.artifacts.allSatisfy { $0.suspectShare == 0 })
        #expect(!findings.indicatorHits.isEmpty && findings.groups.contains { !$0.links.isEmpty })
    }
}
