import Casework
import Testing

@Suite("What is said of an analysis") struct RunSummaryTests {
    private func run(_ method: String?, coversEvidence: Bool = true) -> RunSummary {
        RunSummary(
            id: "r-1", at: Timestamp(milliseconds: 0), seed: 1, method: method, currentMethod: "2026.11-2",
            coversEvidence: coversEvidence, withheld: nil)
    }

    @Test("It is up to date only over all evidence and by this program's method")
    func upToDate() {
        #expect(run("2026.11-2").isUpToDate)
        #expect(run("2026.11-2").standing == "up to date" && run("2026.11-2").reservations.isEmpty)
        #expect(run("2026.11-2", coversEvidence: false).outOfDate == [.evidence])
        #expect(run("2026.11-1").outOfDate == [.method])
        #expect(run(nil, coversEvidence: false).outOfDate == [.evidence, .method])
    }

    @Test("It says why not, and which methods they are")
    func words() {
        #expect(
            run(nil, coversEvidence: false).standing == "older than the evidence, made by an earlier method")
        #expect(run("2026.11-1").standing == "made by another method")
        #expect(
            run("2026.11-1").reservations == [
                "The analysis was made by method 2026.11-1; this program has method 2026.11-2."
            ])
        #expect(run(nil).reservations[0].contains("was made by an earlier method;"))
    }

    @Test("As JSON it has both methods and the reasons")
    func json() throws {
        #expect(
            String(decoding: try JSONText.encode(run(nil)), as: UTF8.self)
                == #"{"id":"r-1","at":"1970-01-01T00:00:00Z","seed":1,"up_to_date":false,"out_of_date":["method"],"method":null,"current_method":"2026.11-2","withheld":null}"#
        )
    }
}
