import Casework
import Testing

@testable import Analysis

@Suite("What two accounts do not share")
struct LinkGapsTests {
    private func side(_ id: String, _ values: [ArtifactKind: Int], _ days: ClosedRange<Int64>? = nil)
        -> LinkGaps.Side
    {
        LinkGaps.Side(
            id: AccountID(id), values: values,
            firstAt: days.map { Timestamp(milliseconds: $0.lowerBound * 86_400_000) },
            lastAt: days.map { Timestamp(milliseconds: $0.upperBound * 86_400_000) })
    }

    @Test("means of one's own on both sides speak against, whatever their number")
    func apart() {
        let gaps = LinkGaps(
            side("a", [.payment: 2, .address: 1]), side("b", [.payment: 1, .address: 4]), shared: [.address],
            received: Set(EvidenceTable.allCases))
        #expect(gaps.against == ["Each has means of payment of its own and none in common: a 2, b 1."])
    }

    @Test("what one side lacks is missing, and what both lack is missing for a reason")
    func missing() {
        let gaps = LinkGaps(
            side("a", [.payment: 1, "device": 1]), side("b", [.payment: 1]), shared: [.payment],
            received: [.accounts, .payments, .exchanges])
        #expect(gaps.missing.contains("No device is known for b."))
        #expect(gaps.missing.contains("No address is known for either account."))
        #expect(gaps.missing.contains("No telephone could be compared: the evidence has no attributes."))
    }

    @Test("accounts that were never in use at the same time are told apart as such")
    func times() {
        let one = LinkGaps(side("a", [:], 1...5), side("b", [:], 9...12), shared: [], received: [])
        #expect(one.against.count == 1)
        #expect(
            one.against[0].hasPrefix(
                "They were never in use at the same time: a until 1970-01-06T00:00:00Z, b from"))
        #expect(
            LinkGaps(side("a", [:], 1...9), side("b", [:], 9...12), shared: [], received: []).against.isEmpty)
    }
}
