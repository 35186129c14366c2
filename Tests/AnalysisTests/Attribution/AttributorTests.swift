import Casework
import Testing

@testable import Analysis

@Suite("Attributor")
struct AttributorTests {
    private func attribute(_ change: (inout SmallWorld, [String]) -> Void) -> AttributionFinding {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("ring", 40, seed: 2)
        var (jade, onyx) = (LabProfile(name: "Jade"), LabProfile(name: "Onyx"))
        jade.indicators.asNumbers = [64_600]
        jade.indicators.fingerprints = ["ring-card-0"]
        jade.indicators.metadata = ["jade-*"]
        onyx.indicators.metadata = ["onyx-*"]
        onyx.indicators.asNumbers = [64_700]
        world.profiles = [jade, onyx]
        let members = world.ids.filter { $0.contains("-ring-") }
        change(&world, members)
        let input = world.input()
        return Attributor(
            input: input, index: IndicatorIndex(input, addresses: AddressTable(input)), threshold: 0.8
        ).attribute(world.members("ring"), openShare: 0)
    }

    private let rented = AddressRange("198.19.2.0/24")!

    @Test("an AS and a means of payment of one lab name it")
    func named() {
        let finding = attribute { world, _ in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
        }
        #expect(finding.actor == "Jade")
        #expect((finding.probability ?? 0) >= 0.8)
    }

    @Test("one value stamped on every account's metadata names nobody")
    func stamped() {
        let finding = attribute { world, members in
            world.profiles[0].indicators.fingerprints = []
            for id in members { world.hold(id, "metadata_user", "onyx-staff") }
        }
        #expect(finding.actor == nil)
        #expect(finding.items.allSatisfy { $0.indicator != "metadata" || $0.forgeable })
    }

    @Test("evidence for two labs names neither")
    func two() {
        let finding = attribute { world, members in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
            world.profiles[1].indicators.fingerprints = ["ring-card-1"]
            world.profiles[1].indicators.asNumbers = [64_600]
        }
        #expect(finding.actor == nil)
    }

    @Test("an AS alone names nobody")
    func oneFamily() {
        let finding = attribute { world, _ in
            world.profiles[0].indicators.fingerprints = []
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
        }
        #expect(finding.actor == nil)
        #expect(!finding.notes.isEmpty)
    }

    @Test("targets and hours alone name nobody")
    func hours() {
        let finding = attribute { world, _ in
            world.profiles[0] = LabProfile(name: "Jade")
            world.profiles[0].workingHoursUTCOffset = 2
            world.profiles[0].targets = ["coding"]
        }
        #expect(finding.actor == nil && finding.items.isEmpty)
    }

    @Test("no match leaves an actor not in the profiles; posteriors sum to one")
    func unknown() {
        let finding = attribute { world, _ in world.profiles[0].indicators.fingerprints = [] }
        #expect(finding.actor == nil)
        #expect(abs(finding.hypotheses.reduce(0) { $0 + $1.posterior } - 1) < 1e-9)
        #expect(abs(finding.hypotheses.reduce(0) { $0 + $1.prior } - 1) < 1e-9)
    }

    @Test("a domain below the profile's matches, one that only ends alike does not")
    func domains() {
        let rule = IndicatorRule.emailDomain
        func matches(_ text: String) -> Bool {
            rule.matches("jade.example", IndicatorRule.Candidate(text: text))
        }
        #expect(matches("jade.example") && matches("eu.Jade.example"))
        #expect(!matches("notjade.example") && !matches("jade.example.org"))
    }
}
