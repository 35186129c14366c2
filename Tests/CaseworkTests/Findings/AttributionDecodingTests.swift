import Casework
import Foundation
import Testing

@Suite("Stored attributions") struct AttributionDecodingTests {
    @Test("what an earlier version stored is read with what it meant")
    func earlier() throws {
        let text = """
            {"actor": "Amber", "probability": 0.9, "notes": [],
             "hypotheses": [{"kind": "profile", "name": "Amber", "prior": 0.1, "bits": 7, "posterior": 0.9,
                             "without": {"means": 0.4}}],
             "items": [{"indicator": "asn", "profile": "Amber", "value": "64501", "accounts": 4, "outside": 0,
                        "rawBits": 5, "bits": 5, "forgeable": false}]}
            """
        let found = try JSONDecoder().decode(AttributionFinding.self, from: Data(text.utf8))
        #expect(found.standing == .named && found.matrix == nil && found.shares.isEmpty)
        #expect(found.hypotheses[0].lower == 0.9 && found.hypotheses[0].upper == 0.9)
        #expect(found.items[0].known == 4 && found.items[0].patterns.isEmpty && !found.items[0].supporting)
    }

    @Test("what this version stores comes back")
    func whole() throws {
        var finding = AttributionFinding()
        (finding.standing, finding.threshold) = (.withheld, 0.8)
        var hypothesis = AttributionFinding.Hypothesis(
            kind: .profile, name: "Amber", prior: 0.1, bits: 3, posterior: 0.5)
        (hypothesis.lower, hypothesis.upper, hypothesis.ratioBits) = (0.2, 0.7, 3.2)
        var item = AttributionFinding.Item(
            indicator: "hours", profile: "Amber", value: "UTC+2", accounts: 3, outside: 0)
        (item.source, item.family, item.supporting, item.imitation) = ("briefing", .time, true, 0.9)
        item.patterns = ["a*"]
        (finding.hypotheses, finding.items) = ([hypothesis], [item])
        var matrix = HypothesisMatrix(hypotheses: ["Amber"])
        matrix.add("hours", item: 0, bits: [1])
        finding.matrix = matrix
        finding.shares = [TrafficShare(profile: nil, exchanges: 7, share: 1)]
        let data = try JSONEncoder().encode(finding)
        let back = try JSONDecoder().decode(AttributionFinding.self, from: data)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(try encoder.encode(back) == encoder.encode(finding))
        #expect(back.matrix == matrix && back.shares == finding.shares)
    }
}
