import Casework
import Testing

@testable import Analysis

@Suite("Link explainer")
struct LinkExplainerTests {
    private let explainer = LinkExplainer(accounts: 10_000, priorBits: -12)

    private func value(_ kind: ArtifactKind, _ text: String, holders: Int = 4, bits: Double) -> SharedValue {
        var value = SharedValue(artifact: Artifact(kind: kind, value: ExactText(text)), holders: holders)
        (value.bits, value.verdict) = (bits, .operation)
        return value
    }

    private func explain(_ values: [SharedValue]) -> LinkExplanation {
        explainer.explain(AccountID("a"), AccountID("b"), shared: values)
    }

    @Test("prior and items sum to the bits", arguments: [1, 2, 3] as [UInt64])
    func sums(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let kinds: [ArtifactKind] = [
            .payment, "device", .address, .promptKey, .signUp, .emailDomain, "phone_hash",
        ]
        for _ in 0..<200 {
            let values = (0..<random.below(9)).map {
                value(kinds[random.below(kinds.count)], "v\($0)", bits: random.unit() * 12)
            }
            let explanation = explain(values)
            let sum = explanation.evidence.reduce(explanation.priorBits) { $0 + $1.bits }
            #expect(sum == explanation.bits, "seed \(seed)")
            #expect(explanation.evidence.allSatisfy { $0.bits <= $0.rawBits }, "seed \(seed)")
        }
    }

    @Test("within a family the strongest counts and the others a quarter; across families they add")
    func families() {
        let explanation = explain([
            value("device", "d", bits: 6), value(.payment, "one", bits: 4), value(.payment, "two", bits: 8),
        ])
        #expect(explanation.evidence.map(\.bits) == [8, 1, 6])
        #expect(explanation.bits == 3)
    }

    @Test("a single family alone counts half")
    func alone() {
        #expect(explain([value(.payment, "one", bits: 8)]).bits == -8)
    }

    @Test("an address that the two used a year apart says nothing")
    func overlap() {
        var address = value(.address, "198.18.0.1", bits: 8)
        (address.usedByA, address.usedByB) = (0...1000, 31_536_000...31_600_000)
        let explanation = explain([address, value("device", "d", bits: 6)])
        #expect(explanation.evidence.first { $0.kind == .address }?.bits == 0)
        (address.usedByA, address.usedByB) = (0...1000, 500...900)
        #expect(explain([address, value("device", "d", bits: 6)]).bits == 2)
    }

    @Test("a country in common is no item; a barred value weighs nothing")
    func barred() {
        var barred = value(.payment, "public", bits: 8)
        barred.verdict = .barred
        let explanation = explain([value("country", "XX", bits: 8), barred])
        #expect(explanation.evidence.map(\.bits) == [0])
    }

    @Test("innocent explanations stand beside what counts")
    func innocent() {
        #expect(explain([value(.address, "198.18.0.1", bits: 8)]).innocentExplanations.count == 1)
        #expect(explain([]).innocentExplanations.isEmpty)
    }

    @Test("strongest links come first, whatever order the values are in")
    func strongest() {
        let card = StrongestLinks.Value(shared: value(.payment, "c", bits: 8), others: [(7, nil), (9, nil)])
        let device = StrongestLinks.Value(shared: value("device", "d", bits: 6), others: [(9, nil)])
        for values in [[card, device], [device, card]] {
            let links = StrongestLinks(explainer).find(values, limit: 5)
            #expect(links.map(\.account) == [9, 7])
            #expect(links[0].bits == 14)
            #expect(links[0].by.map(\.value) == ["c", "d"])
        }
    }
}
