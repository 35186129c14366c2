import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("An analysis under reviewers' decisions") struct BoundAnalysisTests {
    /// Strangers and a ring of 40; account numbers follow the rows.
    private let world: SmallWorld
    private let ring: [UInt32]

    init() {
        var world = SmallWorld()
        world.addHonest(400, seed: 7)
        world.addRing("ring", 40, seed: 50)
        self.world = world
        ring = Self.numbers("ring", world)
    }

    private static func numbers(_ truth: String, _ world: SmallWorld) -> [UInt32] {
        world.accounts.indices.filter { world.accounts[$0].truth == truth }.map { UInt32($0 + 1) }
    }

    private func run(
        _ world: SmallWorld, anchors: [CampaignAnchor] = [], moments: [[UInt32]] = [],
        _ subjects: [(BindingDecision.Subject, Bool)]
    ) throws -> Findings {
        var input = world.input()
        input.reviewed.anchors = anchors
        input.reviewed.moments = moments
        input.reviewed.decisions = subjects.enumerated().map { place, subject in
            BindingDecision(
                number: place + 1, actor: "anna", subject: subject.0, isConfirmed: subject.1, reason: "seen")
        }
        return try Analyzer().run(input)
    }

    /// The ring after 25 more have joined it: its first 40 are those of before.
    private var grown: (world: SmallWorld, ring: [UInt32]) {
        var world = SmallWorld()
        world.addHonest(400, seed: 7)
        world.addRing("ring", 65, seed: 50)
        return (world, Self.numbers("ring", world))
    }

    private var anchor: [CampaignAnchor] { [CampaignAnchor(id: "C-01", members: ring)] }

    private func campaign(_ findings: Findings) throws -> GroupFinding {
        try #require(findings.groups.first { $0.kind == .campaign })
    }

    @Test("a rejected member is in no group, and what the method gives it stays to be seen")
    func rejectedMember() throws {
        let findings = try run(world, anchors: anchor, [(.membership(anchor: 0, account: ring[3]), false)])
        let members = try campaign(findings).members.map(\.account)
        #expect(members.count == 39 && !members.contains(ring[3]))
        #expect(!findings.groups.contains { $0.members.contains { $0.account == ring[3] } })
        #expect(!findings.accounts.contains { $0.account == ring[3] })
        let effect = try #require(findings.decisions.first)
        #expect(effect.isBound && effect.account == ring[3] && effect.group == 0)
        #expect((effect.methodProbability ?? 0) > 0.9)
        #expect(effect.words.hasPrefix("It is kept out of the group, as a reviewer decided; the method gave"))
    }

    @Test("a rejected member stays out of what its campaign was merged into")
    func afterMerge() throws {
        let part = [CampaignAnchor(id: "C-02", members: Array(ring.prefix(9)))]
        let findings = try run(world, anchors: part, [(.membership(anchor: 0, account: ring[3]), false)])
        #expect(try !campaign(findings).members.contains { $0.account == ring[3] })
        #expect(findings.decisions[0].isBound)
    }

    @Test("a confirmed stranger is a member for certain, and changes nothing for the others")
    func confirmedStranger() throws {
        let without = try campaign(run(world, []))
        let stranger = Self.numbers("honest", world)[5]
        let findings = try run(world, anchors: anchor, [(.membership(anchor: 0, account: stranger), true)])
        var group = try campaign(findings)
        let place = try #require(group.members.firstIndex { $0.account == stranger })
        let added = group.members.remove(at: place)
        #expect(added.probability == 1 && added.role == .periphery)
        #expect(group.members.map(\.probability) == without.members.map(\.probability))
        #expect(group.extractionProbability == without.extractionProbability)
        #expect(group.figures == without.figures)
        #expect(findings.decisions[0].methodProbability == nil)
        #expect(findings.decisions[0].words.hasSuffix("the method would not put it there."))
    }

    @Test("a confirmed member keeps what the method gave beside the certainty")
    func confirmedMember() throws {
        let findings = try run(world, anchors: anchor, [(.membership(anchor: 0, account: ring[3]), true)])
        let member = try #require(try campaign(findings).members.first { $0.account == ring[3] })
        #expect(member.probability == 1)
        let method = try #require(findings.decisions[0].methodProbability)
        #expect(method < 1 && method > 0.9)
    }

    @Test("of two decisions on where an account belongs the later counts, and a rejection before both")
    func conflicts() throws {
        var both = world
        both.addRing("other", 30, seed: 91)
        let other = Self.numbers("other", both)
        let stranger = Self.numbers("honest", both)[5]
        let anchors = anchor + [CampaignAnchor(id: "C-02", members: other)]
        let moved = try run(
            both, anchors: anchors,
            [
                (.membership(anchor: 0, account: stranger), true),
                (.membership(anchor: 1, account: stranger), true),
            ])
        let holding = moved.groups.filter { $0.members.contains { $0.account == stranger } }
        #expect(holding.count == 1 && holding[0].members.contains { $0.account == other[0] })
        #expect(moved.decisions.map(\.isBound) == [false, true])
        let kept = try run(
            both, anchors: anchors,
            [
                (.membership(anchor: 1, account: stranger), true),
                (.membership(anchor: 1, account: stranger), false),
            ])
        #expect(!kept.groups.contains { $0.members.contains { $0.account == stranger } })
    }

    @Test("a confirmed link brings an account in as probably as the one it is linked to")
    func confirmedLink() throws {
        let strangers = Self.numbers("honest", world)
        let findings = try run(
            world, [(.link(strangers[5], strangers[6]), true), (.link(ring[0], strangers[5]), true)])
        let group = try campaign(findings)
        let probability = { (account: UInt32) in group.members.first { $0.account == account }?.probability }
        #expect(probability(strangers[5]) == probability(ring[0]))
        #expect(probability(strangers[6]) == probability(ring[0]))
        #expect(findings.decisions.map(\.isBound) == [true, true])
    }

    @Test("a confirmed link joins two groups into one")
    func joinedGroups() throws {
        var both = world
        both.addRing("other", 30, seed: 91)
        let other = Self.numbers("other", both)
        let findings = try run(both, [(.link(ring[0], other[0]), true)])
        let holding = findings.groups.filter { group in
            group.members.contains { $0.account == ring[0] || $0.account == other[0] }
        }
        #expect(holding.count == 1)
        #expect(holding[0].members.count == 70)
    }

    @Test("a link that neither account's group knows of says so") func idleLink() throws {
        let strangers = Self.numbers("honest", world)
        let findings = try run(world, [(.link(strangers[5], strangers[6]), true)])
        #expect(findings.decisions.map(\.isBound) == [false])
        #expect(findings.decisions[0].words == "Neither account is in any group.")
    }

    @Test("of a rejected link only what nobody else shares is left out") func rejectedLink() throws {
        var shared = world
        let ids = [0, 1].map { shared.accounts[Int(ring[$0]) - 1].id }
        for id in ids { shared.hold(id, "device", "between-two") }
        let findings = try run(shared, [(.link(ring[0], ring[1]), false)])
        let verdict = findings.artifacts.first { $0.artifact.value == "between-two" }
        #expect(verdict?.verdict == .barred)
        #expect(findings.artifacts.contains { $0.verdict == .operation })
        let pair = Set([ring[0], ring[1]])
        #expect(!findings.groups.flatMap(\.links).contains { Set([$0.a, $0.b]) == pair })
        #expect(try campaign(findings).members.count == 40)
        #expect(findings.decisions[0].isBound)
    }

    @Test("a rejected campaign is never called one, and nothing is drawn from it")
    func rejectedCampaign() throws {
        let findings = try run(world, anchors: anchor, [(.campaign(anchor: 0), false)])
        #expect(!findings.groups.contains { $0.kind == .campaign })
        let group = try #require(findings.groups.first { $0.isConfirmed == false })
        #expect(group.kind == .unexplained && group.attribution.actor == nil)
        #expect(group.notes[0].contains("Reviewer anna (decision 1) decided that this is no campaign: seen."))
        #expect(findings.accounts.filter { ring.contains($0.account) }.allSatisfy { $0.suspicion == 0 })
        #expect((findings.decisions[0].methodProbability ?? 0) > 0.5)
    }

    @Test("the rejection of a small campaign does not reach a large one that it was merged into")
    func rejectedPart() throws {
        let part = CampaignAnchor(id: "C-02", members: Array(ring.prefix(9)), moment: 0)
        let findings = try run(world, anchors: [part], moments: [ring], [(.campaign(anchor: 0), false)])
        #expect(try campaign(findings).members.count == 40)
        #expect(findings.decisions.map(\.isBound) == [false])
    }

    @Test("a confirmed campaign is one, whatever the method says of it") func confirmedCampaign() throws {
        var school = world
        school.addClass(44, seed: 61)
        let pupils = Self.numbers("class", school)
        let anchors = [CampaignAnchor(id: "G-01", members: pupils)]
        let findings = try run(school, anchors: anchors, [(.campaign(anchor: 0), true)])
        let group = try #require(findings.groups.first { $0.isConfirmed == true })
        #expect(group.kind == .campaign && group.members.count >= 40)
        #expect((findings.decisions[0].methodProbability ?? 1) < 0.5)
    }

    @Test("with suspects only, a reviewer's word calls nothing a campaign either") func withheld() throws {
        var suspects = world
        suspects.population = .suspects
        let findings = try run(suspects, anchors: anchor, [(.campaign(anchor: 0), true)])
        #expect(!findings.groups.contains { $0.kind == .campaign })
        #expect(findings.decisions.map(\.isBound) == [false])
    }

    @Test("the same decisions give the same bytes, and none at all those of before") func deterministic()
        throws
    {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let subjects: [(BindingDecision.Subject, Bool)] = [
            (.membership(anchor: 0, account: ring[3]), false), (.link(ring[0], 5), true),
        ]
        let once = try encoder.encode(run(world, anchors: anchor, subjects))
        let again = try encoder.encode(run(world, anchors: anchor, subjects))
        #expect(once == again)
        let none = try run(world, anchors: anchor, moments: [ring], [])
        #expect(none.decisions.isEmpty && none.settings["decisions"] == nil)
        #expect(try encoder.encode(none) == encoder.encode(Analyzer().run(world.input())))
    }

    @Test(
        "who was rejected stays out when most of the campaign was, whatever joins what is left",
        arguments: [24, 36, 40])
    func mostRejected(rejected: Int) throws {
        let (grown, all) = grown
        let out = Array(all.prefix(rejected))
        let findings = try run(
            grown, anchors: [CampaignAnchor(id: "C-01", members: Array(all.prefix(40)))],
            out.map { (.membership(anchor: 0, account: $0), false) })
        let members = Set(findings.groups.flatMap(\.members).map(\.account))
        #expect(members.isDisjoint(with: out))
        #expect(!findings.accounts.contains { out.contains($0.account) })
        #expect(findings.decisions.allSatisfy { $0.isBound || $0.words.hasPrefix("No group goes on") })
        // Those who were left and those who came are still found.
        #expect(members.intersection(all).count >= all.count - rejected - 5)
    }

    @Test("the rejection of what is left of a campaign reaches it, though most members were rejected before")
    func restRejected() throws {
        let (grown, all) = grown
        let anchor = [CampaignAnchor(id: "C-01", members: Array(all.prefix(40)))]
        let out = all.prefix(24).map { (BindingDecision.Subject.membership(anchor: 0, account: $0), false) }
        let findings = try run(grown, anchors: anchor, out + [(.campaign(anchor: 0), false)])
        #expect(!findings.groups.contains { $0.kind == .campaign })
        #expect(findings.decisions.last?.isBound == true)
    }

    @Test("a rejected name stays away when the campaign is confirmed after it") func nameBeforeCampaign()
        throws
    {
        var school = world
        school.addClass(44, seed: 61)
        let anchors = [CampaignAnchor(id: "G-01", members: Self.numbers("class", school))]
        let subjects: [(BindingDecision.Subject, Bool)] = [
            (.attribution(anchor: 0, profile: "Amber"), false), (.campaign(anchor: 0), true),
        ]
        let findings = try run(school, anchors: anchors, subjects)
        let group = try #require(findings.groups.first { $0.isConfirmed == true })
        #expect(findings.decisions.map(\.isBound) == [true, true])
        #expect(group.attribution.actor != "Amber")
        #expect(group.attribution.notes.first?.contains("rejected Amber") == true)
        #expect(!group.notes.contains { $0.contains("nobody is accused") })
    }

    @Test(
        "of decisions on one campaign under two ids the later counts, and the earlier leaves nothing behind",
        arguments: [true, false])
    func twoIDs(isConfirmed: Bool) throws {
        let anchors = [
            CampaignAnchor(id: "C-01", members: ring), CampaignAnchor(id: "C-02", members: ring),
        ]
        let findings = try run(
            world, anchors: anchors,
            [(.campaign(anchor: 0), !isConfirmed), (.campaign(anchor: 1), isConfirmed)])
        #expect(findings.decisions.map(\.isBound) == [false, true])
        let group = try #require(findings.groups.first { $0.isConfirmed != nil })
        #expect(group.isConfirmed == isConfirmed && (group.kind == .campaign) == isConfirmed)
        #expect(group.notes.count { $0.contains("decided that") } == 1)
        let suspicion = findings.accounts.first { $0.account == ring[0] }?.suspicion ?? 0
        #expect((suspicion > 0.5) == isConfirmed)
    }

    @Test("accounts that the evidence does not have bind nothing") func unknown() throws {
        let findings = try run(
            world, anchors: anchor,
            [(.membership(anchor: 0, account: 9_999), false), (.link(ring[0], 9_999), true)])
        #expect(findings.decisions.map(\.isBound) == [false, false])
        #expect(try campaign(findings).members.count == 40)
    }
}
