import Casework
import Testing

@testable import Analysis

@Suite("Metadata pattern")
struct MetadataPatternTests {
    private func pattern(_ mark: (Int) -> (value: String, others: Int)?) -> MetadataPattern? {
        var world = SmallWorld()
        world.addHonest(100, seed: 1)
        world.addRing("ring", 40, seed: 2)
        world.profiles = [LabProfile(name: "Onyx")]
        world.profiles[0].indicators.metadata = ["onyx-*"]
        for (number, id) in world.ids.filter({ $0.contains("-ring-") }).enumerated() {
            if let mark = mark(number) {
                world.hold(id, "metadata_user", mark.value)
                for _ in 0..<mark.others { world.hold(id, "metadata_user", "default") }
            } else {
                world.hold(id, "metadata_user", "default")
            }
        }
        let input = world.input()
        let index = IndicatorIndex(input, addresses: AddressTable(input))
        let evidence = AttributionEvidence(
            world.members("ring"), openShare: 0, sought: [], index: index, input: input,
            coverage: Coverage(input))
        return evidence.metadata[0]
    }

    @Test("several values on a minority, seldom used, look like slips")
    func slips() throws {
        let found = try #require(pattern { $0 < 8 ? ("onyx-\($0 % 4)", 5) : nil })
        #expect(found.share == 0.2 && abs(found.values - 4) < 1e-9)
        #expect(found.slips > 0.9 && found.ownBits > 0 && found.laidBits < 0)
        #expect(found.words.contains("like slips"))
    }

    @Test("one value on everything looks like a stamp")
    func stamp() throws {
        let found = try #require(pattern { _ in ("onyx-staff", 1) })
        #expect(found.slips < 0.3 && found.ownBits < 0 && found.laidBits > 0)
        #expect(found.words.contains("like a stamp"))
    }

    @Test("between the lab and somebody who frames it no pattern is worth more than one and a half bits")
    func bounded() throws {
        for count in [1, 5, 20, 40] {
            let found = try #require(pattern { $0 < count ? ("onyx-\($0 % 5)", $0 % 3) : nil })
            #expect(abs(found.ownBits - found.laidBits) <= 1.5 + 1e-9)
        }
    }

    @Test("nothing met is no pattern")
    func none() { #expect(pattern { _ in nil } == nil) }
}
