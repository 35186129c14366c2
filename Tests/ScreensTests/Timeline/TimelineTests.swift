import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The timeline") struct TimelineTests {
    /// The timeline of the first campaign.
    private func opened(_ columns: Int = 80, _ rows: Int = 24, keys: String = "", glyphs: Glyphs = .unicode)
        -> Desk
    {
        var desk = Desk.open(columns, rows, keys: "2", glyphs: glyphs)
        desk.enter()
        desk.type("8" + keys)
        return desk
    }

    private func drawn(
        _ timeline: Timeline, _ zoom: TimelineZoom = .day, width: Int = 80, glyphs: Glyphs = .unicode
    )
        -> [String]
    {
        let page = TimelinePage(timeline: timeline, zoom: zoom, cursor: 0, name: "C-01", glyphs: glyphs)
            .page(width: width)
        var buffer = Buffer(size: Size(columns: width, rows: page.rows.count), glyphs: glyphs)
        page.draw(on: &buffer, in: buffer.bounds)
        return buffer.rows
    }

    @Test("a campaign at 80 and at 160 columns: days, events, figures, members in the same hour")
    func campaign()
        throws
    {
        try opened().matches("timeline-80x24.txt")
        try opened(160, 50).matches("timeline-160x50.txt")
    }

    @Test("in ASCII") func ascii() throws {
        let desk = opened(glyphs: .ascii)
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
        try desk.matches("timeline-ascii-80x24.txt")
    }

    @Test("the cursor begins at the busiest bucket and moves over them, with exact figures") func cursor() {
        var desk = opened()
        #expect(desk.screen.contains("^ Tue 2025-12-30"))
        #expect(desk.screen.contains("88 in one hour     9.5 expected in it   Tue 2025-12-30 03:00"))
        #expect(desk.screen.contains("model released: m-large-4.5"))
        desk.press(.right)
        #expect(desk.screen.contains("Wed 2025-12-31"))
        desk.type("g")
        #expect(desk.screen.contains("^ Mon 2025-11-03"))
        desk.press(.left)
        #expect(desk.screen.contains("There is nothing before this."))
        desk.type("G")
        desk.press(.right)
        #expect(desk.screen.contains("There is nothing after this."))
    }

    @Test("+ and - zoom between hours, days and weeks, and the moment stays under the cursor") func zoom() {
        var desk = opened(keys: "+")
        #expect(desk.screen.contains("Exchanges per hour"))
        #expect(desk.screen.contains("Tue 2025-12-30 03:00"))
        #expect(desk.screen.contains("of 1,680 hours"))
        desk.type("+")
        #expect(desk.screen.contains("An hour is the finest there is."))
        desk.type("--")
        #expect(desk.screen.contains("Exchanges per week"))
        #expect(desk.screen.contains("week of Mon 2025-12-29"))
        desk.type("-")
        #expect(desk.screen.contains("A week is the coarsest there is."))
        desk.type("+")
        #expect(desk.screen.contains("Tue 2025-12-30"))
    }

    @Test("Enter asks who was active in those hours, and in an account's for its exchanges") func active() {
        var desk = opened()
        desk.press(.enter)
        #expect(desk.grid[0].contains("SQL"))
        let group = TimelineStatement.active(.group("C-'1"), hours: 10..<34)
        #expect(group.contains("group_id = 'C-''1'") && group.contains("hour >= 10 AND hour < 34"))
        let account = TimelineStatement.active(.account(AccountID("a' OR 1=1 --")), hours: 1..<2)
        #expect(account.contains("account_id = 'a'' OR 1=1 --' AND"))
    }

    @Test("the share moved to a new model stands beside that of other accounts") func pivot() {
        let rows = drawn(InventedTimeline.timeline(of: .group("C-01")))
        #expect(
            rows.contains { $0.contains("Moved to a new model within 24 h") && $0.hasSuffix("here  others") })
        #expect(rows.contains { $0.contains("2025-12-30 03:00Z") && $0.contains("47 %     6 %") })
        #expect(rows.contains { $0.contains("could be: Organisations with one configuration") })
    }

    @Test("a group without a tested release says so") func untested() {
        var timeline = InventedTimeline.timeline(of: .group("C-01"))
        timeline.signals = []
        #expect(drawn(timeline).contains { $0.contains("no release could be tested") })
        timeline.events = []
        #expect(drawn(timeline).contains { $0.contains("no release of a model is known") })
    }

    @Test("events outside of the period are left out, those inside are marked and named") func events() {
        let rows = drawn(InventedTimeline.timeline(of: .wholeCase))
        #expect(rows.contains { $0.contains("• 2025-12-01 10:00Z  accounts banned  Wave 1") })
        #expect(!rows.contains { $0.contains("far ahead") })
        #expect(rows.filter { $0.contains("▲") }.count == 2)
    }

    @Test("every column of hours stands over its number") func hours() {
        let rows = drawn(InventedTimeline.timeline(of: .group("C-01")))
        let axis = rows.first { $0.hasPrefix(" UTC") } ?? ""
        #expect(axis.hasSuffix(" 21 22 23"))
        #expect(rows.filter { $0.hasPrefix(" %") }.count == 2)
        #expect(rows.allSatisfy { $0.count <= 80 })
    }

    @Test("without exchanges there is nothing to show, and keys say so") func empty() {
        var desk = Desk.open(keys: "2")
        desk.timelines = {
            Timeline(subject: $0, accounts: 3, activity: HourActivity(firstHour: 0, weeks: 0))
        }
        desk.enter()
        desk.type("8")
        #expect(desk.screen.contains("No exchange was received"))
        desk.press(.right)
        #expect(desk.screen.contains("There is nothing to look at yet."))
    }

    @Test("one exchange is seen; eleven years of hours are a window that follows the cursor") func extremes()
    {
        var activity = HourActivity(firstHour: InventedTimeline.firstHour, weeks: 1)
        activity.exchanges[5] = 1
        activity.hoursOfDay[5] = 1
        let one = Timeline(subject: .wholeCase, accounts: 1, activity: activity)
        #expect(drawn(one).contains { $0.contains("1 exchange ") })
        let years = InventedTimeline.timeline(of: .group("C-01"), weeks: 585)
        for zoom in TimelineZoom.allCases {
            let rows = drawn(years, zoom)
            #expect(rows.allSatisfy { $0.count <= 80 })
            #expect(rows.contains { $0.contains(zoom == .hour ? "of 98,280 hours" : "of ") })
        }
    }

    @Test("hostile and wide names of events reach no screen raw") func hostile() {
        var timeline = InventedTimeline.timeline(of: .group("C-01"))
        timeline.events = ["\u{1B}[2J", "名前は日本語です", "\u{202E}gnimoc"].map {
            EventRow(at: InventedCase.time("2025-11-03T00:30:00Z"), kind: .modelRelease, name: $0)
        }
        let screen = drawn(timeline).joined(separator: "\n")
        #expect(screen.contains("␛[2J"))
        #expect(
            screen.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }
}

@Suite("Whose timeline opens") struct TimelineSelectionTests {
    @Test(
        "8 on an account, a campaign or its members is theirs",
        arguments: [
            ("2E8", "Timeline › C-01"), ("3E8", "Timeline › u-10000000"), ("2Em8", "Timeline › C-01"),
        ])
    func selected(keys: String, crumbs: String) {
        var desk = Desk.open(80, 24)
        for key in keys { if key == "E" { desk.enter() } else { desk.type(String(key)) } }
        #expect(desk.grid[0].contains(crumbs))
    }

    @Test("8 elsewhere is the whole case, also from the timeline of a group") func wholeCase() {
        var desk = Desk.open(keys: "8")
        #expect(desk.screen.contains("The whole case"))
        desk.type("8")
        #expect(desk.screen.contains("This is Timeline."))
        desk.type("2")
        desk.enter()
        desk.type("88")
        #expect(desk.screen.contains("The whole case"))
        desk.type("q")
        #expect(desk.grid[0].contains("Timeline › C-01"))
    }

    @Test("timeline of this is in the palette; where there is none it says so") func palette() {
        var desk = Desk.open(keys: "2:timeline of this")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[0].contains("Timeline › C-01"))
        desk = Desk.open(keys: "4:timeline of this")
        desk.press(.enter)
        #expect(desk.screen.contains("There is no account and no group here"))
    }

    @Test("zoom and cursor are still there after going back and forward") func place() {
        var desk = Desk.open(keys: "8+")
        desk.press(.right, .right)
        let before = desk.grid
        desk.type("3q")
        #expect(desk.grid == before)
        desk.type("qa")
        #expect(desk.grid == before)
    }
}
