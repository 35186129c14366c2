import Testing

@testable import Screens

@Suite("Lists of the evidence") struct EvidenceListsTests {
    @Test("the audit log with whole hashes") func log() throws {
        try Desk.open(120, 40, keys: "0L").matches("audit-log-120x40.txt")
    }

    @Test("partners' indicators with their source, grade and limits") func indicators() {
        let desk = Desk.open(120, 40, keys: "0P")
        for word in [
            "198.18.40.17", "Delta Models", "tied to Amber", "grade B2", "tlp:amber", "61 accounts match",
        ] {
            #expect(desk.screen.contains(word), "\(word)")
        }
    }

    @Test("violations cite the clause, and say that a country is no evidence of extraction") func violations()
    {
        let desk = Desk.open(120, 40, keys: "0V")
        #expect(desk.screen.contains("4.2"))
        #expect(desk.screen.contains("A country never makes extraction likelier"))
    }

    @Test("Enter on a file shows what was wrong in that file alone") func rejectsOfFile() {
        var desk = Desk.open(keys: "0j")
        desk.enter()
        #expect(desk.screen.contains("filter: source:2"))
    }

    @Test("Enter on a file without faults says so") func clean() {
        var desk = Desk.open(keys: "0")
        desk.enter()
        #expect(desk.screen.contains("no row was rejected and no field was faulty"))
    }
}
