import Testing

@testable import Casework

@Suite("Work ahead") struct AheadTests {
    private struct Refused: Error {}

    @Test("what is worked out ahead is there whenever it is asked for")
    func value() {
        let sum = Ahead { (1...10_000).reduce(0, +) }
        #expect(sum.value() == 50_005_000)
        #expect(sum.value() == 50_005_000)
    }

    @Test("what the work throws is thrown to whoever waits, and to nobody at its end")
    func failure() {
        let work = Ahead { () throws(Refused) -> Int in throw Refused() }
        work.end()
        #expect(throws: Refused.self) { try work.value() }
    }
}
