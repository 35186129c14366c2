import Casework
import Testing

@testable import Screens

@Suite("Campaign") struct GroupTests {
    private func opened(_ columns: Int, _ rows: Int, keys: String) -> Desk {
        var desk = Desk.open(columns, rows, keys: keys)
        desk.enter()
        return desk
    }

    @Test("a campaign at 80 columns") func campaign() {
        #expect(
            opened(80, 24, keys: "2").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Campaigns › C-01
                ────────────────────────────────────────────────────────────────────────────────
                 C-01  large proxy network
                 Extraction campaign, almost certain  .993 █████████▉
                 214 accounts, 181 of them core · 31,077 exchanges · 2025-11-09 … 2026-02-18

                 Why one operation                                         bits  here elsewhere
                 payment     pf_81c0a4d2e6f0443e                  ██████   11.2     9         0
                 device      dv_44a107                            █████▎    9.8    17         1
                 network     198.18.40.0/24                       ▋         1.2    61        61

                 Capabilities sought
                 agentic coding · tool use

                 What it could be
                 extraction campaign               .993 ███████████████▉
                 customers of one proxy            .006 ▏

                 why: extraction campaign  .993
                    -3.0  before any evidence (prior)
                    +7.5  one card paid for 9 accounts that are replaced as they are banned

                ─ lines 1 to 20 of 71 ──────────────────────────────────────────────────────────
                 Enter open  m members  x pivot  q back  : palette  e export  ? help        UTC
                """)
    }

    @Test("a campaign at 120 columns shows what else it could be beside why") func wide() throws {
        try opened(120, 40, keys: "2").matches("campaign-120x40.txt")
    }

    @Test("what its id has been through, and the other group opens") func history() {
        func event(_ id: String, _ sort: CampaignEvent.Sort, _ kin: [CampaignEvent.Kin]) -> CampaignEvent {
            CampaignEvent(
                run: "r-2", at: InventedCase.time("2026-02-21T14:02:11Z"), id: id, event: sort, accounts: 214,
                joined: 6, left: 2, kin: kin)
        }
        let kin = CampaignEvent.Kin(id: "C-01", accounts: 8, share: 1, shareOfOther: 0.04)
        let events = [event("C-01", .continued, []), event("C-04", .merged, [kin])]
        let page = Page(
            GroupHistory.lines(events, of: "C-01", width: 80, glyphs: .unicode), width: 80)
        #expect(
            Desk.text(page) == """
                 What became of C-01
                 • r-2 (2026-02-21): 6 joined, 2 left, 214 accounts now
                 • r-2 (2026-02-21): C-04 no group of its own any more: 8 accounts (100 %) in
                   C-01
                """)
        #expect(page.choices.map { page.rows[$0].choice?.line.target } == [.group("C-04")])
        #expect(
            GroupHistory.lines([event("C-01", .new, [])], of: "C-01", width: 80, glyphs: .unicode).isEmpty)
    }

    @Test("a look-alike is named as what it looks like and nobody is looked for") func lookAlike() {
        #expect(
            opened(80, 24, keys: "2jjj").screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Campaigns › G-01
                ────────────────────────────────────────────────────────────────────────────────
                 G-01  class at one university
                 Looks like: class or course   not accused
                 88 accounts, 80 of them core · 1,204 exchanges · 2025-11-09 … 2026-02-18

                 What they share                                           bits  here elsewhere
                 payment     pf_81c0a4d2e6f0443e                  ██████   11.2     9         0
                 device      dv_44a107                            █████▎    9.8    17         1
                 network     198.18.40.0/24                       ▋         1.2    61        61

                 What it could be
                 class or course                   .970 ███████████████▌
                 extraction campaign               .002 ▏

                 why: class or course  .970
                    -3.0  before any evidence (prior)
                    +6.5  all sign up in one week with plan education

                 could it be: extraction campaign  .002
                    -6.0  no value is shared but the network
                 innocent: same hours, one assignment, plan education
                ─ lines 1 to 20 of 56 ──────────────────────────────────────────────────────────
                 Enter open  m members  x pivot  q back  : palette  e export  ? help        UTC
                """)
        #expect(opened(120, 40, keys: "2jjj").screen.contains("Not accused, so nobody is looked for."))
    }

    @Test("evidence against an actor is shown with what is forgeable") func attribution() {
        let screen = opened(120, 40, keys: "2").screen
        #expect(screen.contains("hours*       UTC+8 working day      -1.0   214         0"))
        #expect(screen.contains("* a suspect can choose this freely"))
        #expect(screen.contains("Amber would stand at .550 without asn"))
    }

    @Test("withheld accusations show neither a probability nor an actor") func withheld() {
        var desk = Desk.withheld(120, 40)
        desk.enter()
        #expect(desk.screen.contains("Extraction campaign?  probability withheld"))
        #expect(desk.screen.contains("Withheld: the case holds suspects only"))
        #expect(desk.screen.contains("Withheld, as every accusation in this case is."))
        #expect(!desk.screen.contains("Amber, very likely"))
    }

    @Test("m lists the members, and Enter opens one") func members() {
        var desk = opened(80, 24, keys: "2")
        desk.type("mj")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-10003dde"))
    }

    @Test("an id that does not exist is said, and q goes back") func unknown() {
        var desk = Desk.open(keys: ":campaign:C-99")
        desk.press(.enter)
        desk.failNext("there is no group C-99")
        #expect(desk.screen.contains("This could not be read: there is no group C-99"))
        desk.type("q")
        #expect(desk.grid[0].contains("Overview"))
    }
}
