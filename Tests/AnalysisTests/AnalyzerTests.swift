import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Analyzer")
struct AnalyzerTests {
    private func background(_ seed: UInt64 = 7) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(400, seed: seed)
        return world
    }

    @Test("an operation is one campaign, whole, and no innocent is in it", arguments: [1, 2, 3] as [UInt64])
    func ringIsOneCampaign(seed: UInt64) throws {
        var world = background(seed)
        world.addRing("ring", 40, seed: seed + 50)
        let verdict = try Verdict(world)
        #expect(verdict.accused == ["ring": 40], "seed \(seed)")
        #expect(verdict.pieces(of: "ring") == 1, "seed \(seed)")
    }

    @Test("an operation with a card for every account is found by its devices, frames and exits")
    func ownCards() throws {
        var world = background()
        world.addRing("ring", 40, seed: 9, ownMeans: true)
        let verdict = try Verdict(world)
        #expect(verdict.pieces(of: "ring") == 1)
        #expect((verdict.accused["ring"] ?? 0) >= 36)
        #expect(verdict.accused.keys.allSatisfy { $0 == "ring" })
    }

    @Test("two operations behind the same exits come apart")
    func twoOperations() throws {
        var world = background()
        let exits = (1...8).map { "198.19.5.\($0)" }
        world.addRing("north", 40, seed: 11, exits: exits)
        world.addRing("south", 40, seed: 12, exits: exits)
        let verdict = try Verdict(world)
        let campaigns = verdict.findings.groups.filter { $0.kind == .campaign }
        #expect(campaigns.map(\.members.count) == [40, 40])
        #expect(verdict.pieces(of: "north") == 1)
    }

    @Test(
        "a university class behind one exit is never called a campaign", arguments: [1, 2, 3, 4] as [UInt64])
    func classIsNoCampaign(seed: UInt64) throws {
        var world = background(seed)
        world.addClass(44, seed: seed + 60)
        let verdict = try Verdict(world)
        #expect(verdict.accused.isEmpty, "seed \(seed)")
        #expect(verdict.kinds(of: "class") == [.course], "seed \(seed)")
    }

    @Test("an enterprise is named as one")
    func enterprise() throws {
        var world = background()
        world.addEnterprise(40, seed: 21)
        let verdict = try Verdict(world)
        #expect(verdict.accused.isEmpty)
        #expect(verdict.kinds(of: "enterprise") == [.enterprise])
    }

    @Test("a declared reseller is named as one")
    func reseller() throws {
        var world = background()
        world.addReseller(30, seed: 22)
        let verdict = try Verdict(world)
        #expect(verdict.accused.isEmpty)
        #expect(verdict.kinds(of: "reseller") == [.reseller])
    }

    @Test("strangers who share only addresses are shown and not accused")
    func onlyInfrastructure() throws {
        var world = background()
        world.addVPNUsers(30, seed: 23)
        let verdict = try Verdict(world)
        #expect(verdict.accused.isEmpty)
        #expect(verdict.kinds(of: "vpn") == [.proxyCustomers])
    }

    @Test("a case without fraud has no campaign", arguments: [1, 2, 3] as [UInt64])
    func noFraud(seed: UInt64) throws {
        var world = background(seed)
        world.addClass(30, seed: seed)
        world.addEnterprise(30, seed: seed)
        world.addReseller(20, seed: seed)
        world.addVPNUsers(20, seed: seed)
        #expect(try Verdict(world).accused.isEmpty, "seed \(seed)")
    }

    @Test("with suspects only, groups are shown and accusations withheld")
    func suspects() throws {
        var world = background()
        world.addRing("ring", 40, seed: 31)
        world.population = .suspects
        let findings = try Verdict(world).findings
        #expect(findings.withheld != nil)
        #expect(!findings.groups.isEmpty)
        #expect(findings.groups.allSatisfy { $0.kind != .campaign && $0.extractionProbability == nil })
        #expect(findings.groups.allSatisfy { $0.explanations.allSatisfy { $0.hypothesis != .campaign } })
        #expect(findings.accounts.allSatisfy { $0.suspicion == nil })
    }

    @Test("a group's signals are tested over all groups, and name its own accounts")
    func signals() throws {
        var world = background()
        world.addRing("ring", 40, seed: 45)
        world.addClass(30, seed: 46)
        let findings = try Verdict(world).findings
        let tested = findings.groups.flatMap(\.signals)
        #expect(findings.groups.allSatisfy { !$0.signals.isEmpty })
        #expect(tested.allSatisfy { !$0.words.isEmpty && ($0.pValue == nil) == ($0.qValue == nil) })
        for group in findings.groups {
            let members = Set(group.members.map(\.account))
            #expect(group.signals.allSatisfy { members.isSuperset(of: $0.accounts) })
        }
        #expect(findings.accounts.contains { $0.features["synchrony_q"] != nil })
    }

    @Test("the same input and seed give the same bytes")
    func deterministic() throws {
        var world = background()
        world.addRing("ring", 40, seed: 41)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let one = try encoder.encode(Analyzer().run(world.input()))
        let two = try encoder.encode(Analyzer().run(world.input()))
        #expect(one == two)
    }

    @Test("rows in another order give the same findings", arguments: [1, 2, 3] as [UInt64])
    func orderDoesNotMatter(seed: UInt64) throws {
        var world = background()
        world.addRing("ring", 40, seed: 42)
        world.addClass(30, seed: 43)
        #expect(try Verdict(world).renamed == Verdict(world.shuffled(seed: seed)).renamed, "seed \(seed)")
    }

    @Test("a family left out is not drawn on")
    func withoutFamily() throws {
        var world = background()
        world.addRing("ring", 40, seed: 44)
        var settings = AnalysisSettings()
        settings.withoutFamilies = [.means]
        let findings = try Verdict(world, settings).findings
        #expect(findings.settings["without"] == "means")
        #expect(findings.artifacts.allSatisfy { $0.artifact.kind.family != .means || $0.verdict == .barred })
    }

    @Test("an empty case has no findings")
    func empty() throws {
        let findings = try Analyzer().run(AnalysisInput())
        #expect(findings.groups.isEmpty && findings.artifacts.isEmpty)
    }

    @Test("a cancelled analysis throws")
    func cancelled() {
        #expect(throws: AnalysisError.cancelled) {
            try Analyzer().run(AnalysisInput(), isCancelled: { true })
        }
    }

    @Test("columns that do not fit are refused")
    func badColumns() {
        var input = AnalysisInput()
        input.accounts.append(number: 1)
        #expect(throws: AnalysisError.badColumn("holdings")) { try Analyzer().run(input) }
    }
}
