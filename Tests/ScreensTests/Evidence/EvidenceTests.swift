import Testing

@testable import Screens

@Suite("Evidence") struct EvidenceTests {
    @Test("imported files with their whole hash") func sources() {
        #expect(
            Desk.open(keys: "0j").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Evidence
                ────────────────────────────────────────────────────────────────────────────────
                    no file                     holds             rows  rejected  faults grade
                     1 accounts.csv             accounts           612         0       0 -
                ›    2 payments.csv             payments         1,204        23       1 -








                ────────────────────────────────────────────────────────────────────────────────
                 payments.csv
                 source:2, imported 2026-02-21 14:00:01Z
                 from an unstated origin, grade none
                 SHA-256
                  b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2
                 1,204 rows taken, 23 rejected, 1 faulty field


                ─ 2 of 2 sources ───────────────────────────────────────────────────────────────
                 Enter open  r rejected rows  u faulty fields  / filter  s sort  ? help     UTC
                """)
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
                 Enter open  u faulty fields  / filter  s sort  q back  : palette  ? help   UTC
                """)
    }

    @Test("an empty list says so") func faults() {
        #expect(Desk.open(keys: "0u").screen.contains("No field was faulty."))
    }
}
