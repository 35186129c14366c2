import Testing

@testable import Analysis

@Suite("Verdict of the mixing test")
struct MixingVerdictTests {
    private func verdict(_ bits: [EvidenceSource: Double]) -> MixingVerdict {
        MixingVerdict(EvidenceSource.allCases.map { bits[$0] ?? 0 }, bridges: 3)
    }

    @Test(
        "where devices tie and machines are shared, cards and identities that do not bridge count one bit together",
        arguments: [EvidenceSource.infrastructure, .lockstep])
    func batches(shared: EvidenceSource) {
        #expect(verdict([.device: 4, .means: -6, .identity: -4, shared: 2]).bits == 5)
    }

    @Test("users in common do not make one operation of two that share no cards, devices or machines")
    func commonUsers() {
        let verdict = verdict([.identity: 6, .means: -6, .device: -6, .infrastructure: -1])
        #expect(verdict.bits == -2.5)
        #expect(!verdict.isTied)
    }

    @Test("where nothing owned ties, the strongest source against counts in full, the others a quarter")
    func against() {
        #expect(verdict([.means: -6, .device: -4, .identity: -4]).bits == -8)
    }

    @Test("what is rented never ties, however much of it there is")
    func rented() {
        let verdict = verdict([.infrastructure: 90, .signUp: 90, .lockstep: 90, .software: 90])
        #expect(verdict.bits == 3.5)
        #expect(!verdict.isTied)
    }

    @Test("the range is what is left when any one source is left out")
    func range() {
        let verdict = verdict([.means: 5, .identity: -1, .infrastructure: 2])
        #expect(verdict.bits == 6)
        #expect(verdict.range == 1...7)
    }

    @Test("templates and prompt keys show the same frames: the one that ties more counts")
    func frames() {
        #expect(verdict([.template: 5, .language: -2]).bits == 5)
        #expect(verdict([.template: -5, .language: -2]).bits == -2)
    }
}
