import Casework
import Testing

@testable import Screens

@Suite("Overview") struct OverviewTests {
    @Test("at 80 columns what needs a person stands above what stands out") func narrow() {
        #expect(
            Desk.open().screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Overview
                ────────────────────────────────────────────────────────────────────────────────
                 612 accounts · 48,210 exchanges · 1,904 samples · 9 sources · 23 rejected rows
                 0 faulty fields · 2025-11-03 … 2026-02-18

                 Needs you
                 • 23 rows were rejected: look at Evidence (0)

                 Stands out                                      accounts  exchanges     P
                › C-01  large proxy network                           214     31,077  .993 ███▉
                        agentic coding · tool use
                        → Amber, very likely
                        or: customers of one proxy: 61 were left out
                  C-02  several access paths, own cards                58      8,114  .968 ███▉
                        computer use · vision
                        → Basalt, likely
                  C-03  small and synchronised                         12        402  .941 ███▊
                        rubric grading · reasoning
                        → unattributed

                 Looks alike, not accused                        accounts  exchanges
                  G-01  class at one university                        88      1,204  class
                ─ lines 1 to 20 of 31 ──────────────────────────────────────────────────────────
                 0-9 screens  Enter open  q back  : palette  e export  ? help               UTC
                """)
    }

    @Test("at 120 columns the activity stands beside what stands out") func wide() throws {
        try Desk.open(120, 40).matches("overview-120x40.txt")
    }

    @Test("at 200 columns every row is within the screen") func large() {
        let buffer = Desk.open(200, 60).workspace.view().buffer
        #expect(buffer.size.columns == 200 && buffer.rows[5].hasPrefix("› C-01"))
    }

    @Test("without an analysis it says what to do") func notAnalysed() {
        var desk = Desk()
        desk.overview.run = nil
        desk.overview.standsOut = []
        desk.overview.activity = []
        desk.start()
        desk.answerAll()
        #expect(
            desk.screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Overview
                ────────────────────────────────────────────────────────────────────────────────
                 612 accounts · 48,210 exchanges · 1,904 samples · 9 sources · 23 rejected rows
                 0 faulty fields · 2025-11-03 … 2026-02-18

                 Needs you
                 • 23 rows were rejected: look at Evidence (0)

                 Stands out
                 No analysis yet: press A to analyse the evidence.

                 Exchanges per day
                 none









                ────────────────────────────────────────────────────────────────────────────────
                 0-9 screens  Enter open  q back  : palette  e export  A analyse  ? help    UTC
                """)
    }

    @Test("without evidence it says how to bring some in") func noEvidence() {
        var desk = Desk()
        desk.overview = CaseOverview(title: "Empty", synthetic: false, population: "all")
        desk.start()
        desk.answerAll()
        #expect(desk.screen.contains("No evidence yet: import some with 'revenuer import CASE PATH'."))
    }

    @Test("withheld accusations say why, and name nobody") func withheld() {
        let desk = Desk.withheld()
        #expect(
            desk.screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Overview
                ────────────────────────────────────────────────────────────────────────────────
                 612 accounts · 48,210 exchanges · 1,904 samples · 9 sources · 23 rejected rows
                 0 faulty fields · 2025-11-03 … 2026-02-18
                 ▲ Probabilities and accusations are withheld: the case holds suspects only, so
                 there is no background to compare with

                 Needs you
                 • 23 rows were rejected: look at Evidence (0)

                 Stands out                                      accounts  exchanges     P
                › C-01  large proxy network                           214     31,077     -
                        agentic coding · tool use
                        → accusation withheld
                        or: customers of one proxy: 61 were left out
                  C-02  several access paths, own cards                58      8,114     -
                        computer use · vision
                        → accusation withheld
                  C-03  small and synchronised                         12        402     -
                        rubric grading · reasoning
                        → accusation withheld

                ─ lines 1 to 20 of 33 ──────────────────────────────────────────────────────────
                 0-9 screens  Enter open  q back  : palette  e export  ? help               UTC
                """)
    }

    @Test("evidence newer than the analysis is something to do") func outOfDate() {
        var desk = Desk()
        desk.overview.run?.outOfDate = [.evidence]
        desk.start()
        desk.answerAll()
        #expect(desk.screen.contains("Evidence came in after the analysis. Press A to analyse again."))
    }

    @Test("findings by another method are something to do: said once, in the header, and A is offered")
    func otherMethod() {
        var desk = Desk(120, 24)
        desk.overview.run?.method = nil
        desk.overview.run?.outOfDate = [.method]
        desk.overview.needsAttention += desk.overview.run?.reservations ?? []
        desk.start()
        desk.answerAll()
        #expect(desk.grid[0].hasSuffix("r-7c41d0 · 2026-02-21 14:02:11Z · made by an earlier method"))
        #expect(desk.screen.components(separatedBy: "The analysis was made by").count == 2)
        #expect(
            desk.screen.contains("• The analysis was made by an earlier method;")
                && desk.screen.contains("analyse again."))
        #expect(desk.grid[23].contains("A analyse"))
    }

    @Test("without Unicode only ASCII is drawn") func ascii() {
        let desk = Desk.open(glyphs: .ascii)
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
        #expect(
            desk.screen == """
                 REVENUER  Quickstart case  [SYNTHETIC]  Overview
                --------------------------------------------------------------------------------
                 612 accounts - 48,210 exchanges - 1,904 samples - 9 sources - 23 rejected rows
                 0 faulty fields - 2025-11-03 ... 2026-02-18

                 Needs you
                 * 23 rows were rejected: look at Evidence (0)

                 Stands out                                      accounts  exchanges     P
                > C-01  large proxy network                           214     31,077  .993 ####
                        agentic coding - tool use
                        > Amber, very likely
                        or: customers of one proxy: 61 were left out
                  C-02  several access paths, own cards                58      8,114  .968 ####
                        computer use - vision
                        > Basalt, likely
                  C-03  small and synchronised                         12        402  .941 ###=
                        rubric grading - reasoning
                        > unattributed

                 Looks alike, not accused                        accounts  exchanges
                  G-01  class at one university                        88      1,204  class
                - lines 1 to 20 of 31 ----------------------------------------------------------
                 0-9 screens  Enter open  q back  : palette  e export  ? help               UTC
                """)
    }

    @Test("Enter opens the group under the cursor") func open() {
        var desk = Desk.open(keys: "jj")
        desk.enter()
        #expect(desk.grid[0].contains("Campaigns › C-03"))
    }

    @Test("what could not be read is said") func failure() {
        var desk = Desk()
        desk.start()
        desk.failNext("the file is gone")
        #expect(desk.screen.contains("The overview could not be read: the file is gone"))
    }
}
