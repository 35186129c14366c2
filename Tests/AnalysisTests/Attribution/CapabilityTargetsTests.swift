import Casework
import Testing

@testable import Analysis

@Suite("Targets")
struct CapabilityTargetsTests {
    private func bits(_ targets: [String], _ sought: [String]) -> Double? {
        CapabilityTargets.match(targets, sought: sought, known: 12)?.bits
    }

    @Test("two of two sought among three targets reach the most, one of two says less, none is no item")
    func graded() throws {
        let three = ["coding", "vision", "writing"]
        #expect(bits(three, ["coding", "vision"]) == CapabilityTargets.mostBits)
        let half = try #require(bits(three, ["coding", "orchestration"]))
        #expect(half > 0 && half < CapabilityTargets.mostBits)
        #expect(bits(three, ["orchestration"]) == nil)
        #expect(bits([], ["coding"]) == nil && bits(three, []) == nil)
    }

    @Test("a profile that targets everything gains nothing")
    func everything() {
        #expect(bits((0..<12).map { "id\($0)" }, ["id3"]) == 0)
    }

    private func attribute(
        sought: [String], _ change: (inout SmallWorld) -> Void = { _ in }
    ) -> AttributionFinding {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("ring", 40, seed: 2)
        world.profiles = [LabProfile(name: "Jade"), LabProfile(name: "Onyx")]
        world.profiles[0].targets = ["chain_of_thought", "rubric_grading"]
        world.profiles[0].workingHoursUTCOffset = 2
        change(&world)
        let input = world.input()
        return Attributor(
            input: input, index: IndicatorIndex(input, addresses: AddressTable(input)), threshold: 0.3
        ).attribute(world.members("ring"), openShare: 0, sought: sought)
    }

    @Test("targets and hours name nobody, however low the threshold")
    func never() throws {
        let finding = attribute(sought: ["chain_of_thought", "rubric_grading"])
        let item = try #require(finding.items.first)
        #expect(item.indicator == "targets" && item.value == "chain_of_thought, rubric_grading")
        #expect(!item.forgeable && item.bits > 0 && item.bits <= CapabilityTargets.mostBits)
        #expect(finding.actor == nil && !finding.notes.isEmpty)
    }

    @Test("targets support what else points to an actor, and leaving language out takes them away")
    func supports() throws {
        func jade(_ sought: [String]) throws -> AttributionFinding.Hypothesis {
            let finding = attribute(sought: sought) { world in
                world.profiles[0].indicators.fingerprints = ["ring-card-0"]
            }
            return try #require(finding.hypotheses.first { $0.name == "Jade" })
        }
        let (with, without) = (try jade(["chain_of_thought"]), try jade([]))
        #expect(with.posterior > without.posterior)
        #expect(abs((with.without["language"] ?? 0) - without.posterior) < 1e-9)
    }
}
