import Testing

@testable import Screens

@Suite("Evidence") struct EvidenceTests {
    @Test("imported files with their whole hash") func sources() throws {
        try Desk.open(keys: "0j").matches("sources-80x24.txt")
    }

    @Test("a rejected row is shown as received, and nothing of it reaches the terminal") func rejects() {
        #expect(
            Desk.open(keys: "0r").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Evidence › Rejected rows
                ────────────────────────────────────────────────────────────────────────────────
                    no file                     line reason             as received
                ›    2 payments.csv               77 bad_account        ␛]0;owned␇,pf_1,card









                ────────────────────────────────────────────────────────────────────────────────
                 bad_account
                 payments.csv:77, byte 4,012
                 ␛]0;owned␇,pf_1,card





                ─ 1 of 1 rejected row ──────────────────────────────────────────────────────────
                 Enter open  u faulty  L log  P partners  V violations  / filter  ? help    UTC
                """)
    }

    @Test("an empty list says so") func faults() {
        #expect(Desk.open(keys: "0u").screen.contains("No field was faulty."))
    }
}
