import Testing

@testable import Screens

@Suite("Campaigns") struct GroupListTests {
    @Test("at 80 columns the preview stands below the list") func narrow() {
        #expect(
            Desk.open(keys: "2").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Campaigns
                ────────────────────────────────────────────────────────────────────────────────
                  id     what it looks like          kind         accounts  exchanges    P    +1
                › C-01   large proxy network         campaign          214     31,077  .993 █▉
                  C-02   several access paths, own … campaign           58      8,114  .968 █▉
                  C-03   small and synchronised      campaign           12        402  .941 █▉
                  G-01   class at one university     class              88      1,204  .002 ▏
                  G-02   enterprise behind one addr… enterprise         41      5,310  .001 ▏





                ────────────────────────────────────────────────────────────────────────────────
                 C-01  large proxy network
                 Extraction campaign, almost certain  .993 █████████▉
                 214 accounts, 181 of them core · 31,077 exchanges · 2025-11-09 … 2026-02-18

                 Why one operation                                         bits  here elsewhere
                 payment     pf_81c0a4d2e6f0443e                  ██████   11.2     9         0
                 device      dv_44a107                            █████▎    9.8    17         1
                 network     198.18.40.0/24                       ▋         1.2    61        61
                ─ 1 of 5 groups ────────────────────────────────────────────────────────────────
                 Enter open  / filter  Space mark  s sort  q back  : palette  ? help        UTC
                """)
    }

    @Test("at 120 columns the preview stands beside the list") func wide() throws {
        try Desk.open(120, 40, keys: "2").matches("campaigns-120x40.txt")
    }

    @Test("before the preview was read the row itself is shown") func previewLate() {
        var desk = Desk.open()
        desk.press(.character("2"))
        desk.answerNext()
        #expect(desk.screen.contains("Extraction campaign, almost certain  .993"))
        #expect(desk.screen.contains(" reading …"))
    }

    @Test("a preview that comes for a row the cursor has left is not shown for another") func previewStale() {
        var desk = Desk.open()
        desk.press(.character("2"))
        desk.answerNext()
        desk.press(.down, .down, .down)
        #expect(
            desk.waiting.isEmpty,
            "the cursor ran on: the first row is no longer wanted, no other is asked for")
        desk.rest()
        #expect(desk.waiting.map(\.request) == [.group("G-01")])
        #expect(desk.screen.contains("Looks like: class or course   not accused"))
        #expect(!desk.screen.contains("pf_81c0a4d2e6f0443e"))
    }
}
