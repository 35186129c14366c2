import Casework
import Foundation
import Testing

@testable import Analysis

@Suite("Attributor")
struct AttributorTests {
    private func attribute(
        threshold: Double = 0.8, priors: AttributionPriors = AttributionPriors(),
        _ change: (inout SmallWorld, [String]) -> Void
    ) -> AttributionFinding {
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
            input: input, index: IndicatorIndex(input, addresses: AddressTable(input)), threshold: threshold,
            priors: priors
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

    @Test(
        "slips by several people on a few accounts lead to the lab and still name nobody: they can be forged")
    func slips() {
        let finding = attribute { world, members in
            world.profiles[0].indicators.fingerprints = []
            for (number, id) in members.prefix(9).enumerated() {
                world.hold(id, "metadata_user", "onyx-\(number % 4)")
            }
            for id in members { world.hold(id, "metadata_user", "default") }
        }
        #expect(finding.hypotheses.first?.name == "Onyx")
        #expect(finding.actor == nil && finding.standing == .withheld)
        #expect(finding.notes.contains { $0.contains("can be forged") })
    }

    @Test("a stamp fits a false flag better than slips do")
    func stampAndSlips() throws {
        func flag(_ mark: @escaping (inout SmallWorld, [String]) -> Void) throws -> Double {
            let finding = attribute { world, members in
                world.profiles[0].indicators.fingerprints = []
                mark(&world, members)
            }
            let flag = try #require(finding.hypotheses.first { $0.kind == .falseFlag })
            return flag.bits - (finding.hypotheses.first { $0.name == "Onyx" }?.bits ?? 0)
        }
        let stamp = try flag { world, members in
            for id in members { world.hold(id, "metadata_user", "onyx-staff") }
        }
        let slips = try flag { world, members in
            for id in members { world.hold(id, "metadata_user", "default") }
            for (number, id) in members.prefix(9).enumerated() {
                world.hold(id, "metadata_user", "onyx-\(number % 4)")
            }
        }
        #expect(stamp > slips + 1)
    }

    @Test("metadata of one lab beside means and infrastructure of another is told as a contradiction")
    func contradicted() {
        let finding = attribute { world, members in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
            for id in members { world.hold(id, "metadata_user", "onyx-staff") }
        }
        #expect(finding.actor != "Onyx")
        #expect(finding.notes.contains { $0.contains("false flag") && $0.contains("Jade") })
    }

    @Test("indicators that nothing met speak against a profile")
    func silence() throws {
        let finding = attribute { world, _ in world.profiles[0].indicators.fingerprints = ["unseen"] }
        let jade = try #require(finding.hypotheses.first { $0.name == "Jade" })
        #expect(jade.bits < -0.5 && jade.posterior < jade.prior && jade.ratioBits < 0)
        let silent = finding.items.filter { $0.profile == "Jade" && $0.accounts == 0 }
        #expect(!silent.isEmpty && silent.allSatisfy { $0.bits < 0 && !$0.patterns.isEmpty })
    }

    @Test("every posterior lies in its interval, and the same seed gives the same one")
    func intervals() {
        func finding() -> AttributionFinding {
            attribute { world, _ in world.ranges.append(NetworkRange(range: rented, asNumber: 64_600)) }
        }
        let (one, other) = (finding(), finding())
        for hypothesis in one.hypotheses {
            #expect(hypothesis.lower <= hypothesis.posterior && hypothesis.posterior <= hypothesis.upper)
            #expect(hypothesis.lower < hypothesis.upper)
        }
        #expect(one.hypotheses.map(\.lower) == other.hypotheses.map(\.lower))
        #expect(one.hypotheses.map(\.upper) == other.hypotheses.map(\.upper))
    }

    @Test("an actor is named only where the whole interval reaches the threshold")
    func crossing() throws {
        let finding = attribute(threshold: 0.999) { world, _ in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
        }
        let best = try #require(finding.hypotheses.first)
        #expect(best.name == "Jade" && best.lower < 0.999)
        #expect(finding.actor == nil && finding.standing == .withheld)
    }

    @Test("the ratio takes the odds of being behind it from before the evidence to after it")
    func ratio() {
        let finding = attribute { world, _ in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
        }
        for hypothesis in finding.hypotheses {
            let odds = hypothesis.behindPrior / (1 - hypothesis.behindPrior) * exp2(hypothesis.ratioBits)
            #expect(abs(odds / (1 + odds) - hypothesis.behind) < 1e-9, "\(hypothesis.name)")
            #expect(hypothesis.behind >= hypothesis.posterior)
        }
    }

    @Test("the bits of a profile are the sum of its items, and the matrix has a row for each")
    func sums() throws {
        let finding = attribute { world, members in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
            for id in members.prefix(9) { world.hold(id, "metadata_user", "onyx-staff") }
        }
        for hypothesis in finding.hypotheses where hypothesis.kind == .profile {
            let sum = finding.items.reduce(0) { $0 + ($1.profile == hypothesis.name ? $1.bits : 0) }
            #expect(abs(sum - hypothesis.bits) < 1e-9)
        }
        let matrix = try #require(finding.matrix)
        #expect(matrix.hypotheses == finding.hypotheses.map(\.name))
        #expect(matrix.rows.compactMap(\.item).sorted() == Array(finding.items.indices))
    }

    @Test("priors can be set, and a profile nobody believes in is not named")
    func priors() throws {
        var priors = AttributionPriors()
        let wasSet = priors.set("profiles", 0)
        #expect(wasSet)
        let finding = attribute(priors: priors) { world, _ in
            world.ranges.append(NetworkRange(range: rented, asNumber: 64_600))
        }
        #expect(finding.actor == nil)
        #expect(finding.hypotheses.first { $0.name == "Jade" }?.posterior == 0)
    }

    @Test("an AS in exits that strangers share says less")
    func sharedExits() throws {
        func bits(_ usage: NetworkUsage) throws -> Double {
            let finding = attribute { world, _ in
                world.ranges.append(NetworkRange(range: rented, asNumber: 64_600, usage: usage))
            }
            return try #require(finding.items.first { $0.indicator == "asn" && $0.profile == "Jade" }).rawBits
        }
        #expect(try bits(.vpn) < (try bits(.hosting)) - 1)
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
            rule.compile("jade.example")?(IndicatorRule.Candidate(text: text)) ?? false
        }
        #expect(matches("jade.example") && matches("eu.Jade.example"))
        #expect(!matches("notjade.example") && !matches("jade.example.org"))
    }
}
