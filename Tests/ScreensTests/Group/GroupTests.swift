import Casework
import Testing

@testable import Screens

@Suite("Campaign") struct GroupTests {
    private func opened(_ columns: Int, _ rows: Int, keys: String) -> Desk {
        var desk = Desk.open(columns, rows, keys: keys)
        desk.enter()
        return desk
    }

    @Test("a campaign at 80 columns") func campaign() throws {
        try opened(80, 24, keys: "2").matches("campaign-80x24.txt")
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

    @Test("a look-alike is named as what it looks like and nobody is looked for") func lookAlike() throws {
        try opened(80, 24, keys: "2jjj").matches("look-alike-80x24.txt")
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
