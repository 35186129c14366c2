import Casework
import Testing

@testable import Analysis

@Suite("Capability figures")
struct CapabilityFiguresTests {
    /// 200 honest people with a sample each, one in ten of them asking for code, and a ring that asks for reasoning.
    private func world(ring capability: String = "chain_of_thought", share: Int = 2) -> SmallWorld {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("ring", 40, seed: 2)
        for (number, id) in world.ids.enumerated() {
            if id.contains("-ring-") {
                world.sample(id, capabilities: number % share == 0 ? [capability] : ["writing"])
            } else {
                world.sample(id, capabilities: number % 10 == 0 ? ["coding"] : ["writing"])
            }
        }
        return world
    }

    private func figures(_ world: SmallWorld, _ truth: String = "ring") -> GroupFigures {
        GroupFigures(world.members(truth), world.input(), world.background())
    }

    @Test("what is asked for far more often than elsewhere is sought, what everybody asks for is not")
    func sought() throws {
        let figures = figures(world())
        let sought = try #require(figures.capabilities.sought.first)
        #expect(figures.capabilities.sought.map(\.id) == ["chain_of_thought"])
        let share = Double(world().members("ring").count { $0 % 2 == 0 }) / 40
        #expect(sought.share == share)
        let named = figures.named(withholding: false)
        #expect(named["capability:chain_of_thought"] == share && named["samples"] == 40)
        #expect(named["capability:writing"] == nil)
    }

    @Test("one query proves nothing")
    func single() {
        var world = world(ring: "writing")
        let member = world.ids.first { $0.contains("-ring-") }!
        world.sample(member, capabilities: ["reasoning_trace"])
        #expect(figures(world).capabilities.sought.isEmpty)
    }

    @Test("many samples of one account are one account's")
    func oneAccount() {
        var world = world(ring: "writing")
        let member = world.ids.first { $0.contains("-ring-") }!
        for second in 0..<30 {
            world.sample(member, at: SmallWorld.opening + UInt32(second), capabilities: ["rubric_grading"])
        }
        let figures = figures(world).capabilities
        #expect(figures.sought.isEmpty && figures.extractionMembers == 1)
    }

    @Test("without samples of others nothing is sought")
    func noBackground() {
        var world = world()
        world.samples.removeAll { !$0.account.contains("-ring-") }
        #expect(figures(world).capabilities.sought.isEmpty)
    }

    @Test("extraction prompts add at most 1.5 bits and stand in for nothing that is missing")
    func bounded() throws {
        let asks = world(share: 1)
        let contest = ExplanationContest(figures(asks), withholding: false)
        let campaign = try #require(contest.explanations.first { $0.hypothesis == .campaign })
        let signal = try #require(campaign.signals.first { $0.name == "extraction_prompts" })
        #expect(signal.bits > 0 && signal.bits <= ExtractionCampaign.mostPromptBits)
        #expect(signal.words.contains("100 %"))
        // Honest people who ask for nothing else remain what they are.
        var honest = SmallWorld()
        honest.addHonest(200, seed: 1)
        for (number, id) in honest.ids.enumerated() {
            honest.sample(id, capabilities: number < 30 ? ["chain_of_thought"] : ["writing"])
        }
        let few = ExplanationContest(
            GroupFigures(Array(0..<30), honest.input(), honest.background()), withholding: false)
        #expect(few.best != .campaign && (few.extraction ?? 1) < 0.01)
    }

    @Test("a class that does its homework step by step gets no bits for it")
    func homework() throws {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addClass(40, seed: 3)
        for id in world.ids {
            world.sample(id, capabilities: id.contains("-class-") ? ["chain_of_thought"] : ["writing"])
        }
        let contest = ExplanationContest(figures(world, "class"), withholding: false)
        let campaign = try #require(contest.explanations.first { $0.hypothesis == .campaign })
        #expect(campaign.signals.allSatisfy { $0.name != "extraction_prompts" })
        #expect(contest.best == .course)
    }

    @Test("an account's features give the share of its samples")
    func features() {
        var world = world()
        let member = world.ids.firstIndex { $0.contains("-ring-") }!
        world.sample(world.ids[member], at: 5, capabilities: ["vision"])
        let features = AccountFeatures.figures(member, world.input(), lockstepWindows: 0)
        #expect(features["samples"] == 2 && features["capability:vision"] == 0.5)
    }
}
