import Casework
import Terminal
import Testing

@testable import Screens

@Suite("Charts") struct ChartTests {
    @Test("each column holds the same number of days, and none is lost") func columns() throws {
        let days = InventedCase.days
        for width in [1, 2, 7, 40, 54, 107, 108, 300] {
            let chart = try #require(DayChart(days, width: width))
            #expect(chart.columns.count <= width)
            #expect(chart.columns.reduce(0, +) == days.reduce(0) { $0 + $1.exchanges })
        }
    }

    @Test("days without a figure are gaps") func gaps() throws {
        let days = [DayCount(day: "2026-01-30", exchanges: 4), DayCount(day: "2026-02-02", exchanges: 2)]
        let chart = try #require(DayChart(days, width: 10))
        #expect(chart.columns == [4, 0, 0, 2])
        #expect(chart.rows(height: 1) == [[8, 0, 0, 4]])
    }

    @Test("days that are none draw nothing") func invalid() {
        #expect(DayChart([DayCount(day: "soon", exchanges: 1)], width: 10) == nil)
        #expect(DayChart([DayCount(day: "99999999999-01-01", exchanges: 1)], width: 10) == nil)
        #expect(DayChart([], width: 10) == nil)
    }

    @Test("an event stands under its day; one outside of the days is left out") func events() throws {
        let days = [DayCount(day: "2026-01-19", exchanges: 1), DayCount(day: "2026-01-22", exchanges: 1)]
        var late = InventedCase.release
        late.at = InventedCase.time("2027-01-01T00:00:00Z")
        let chart = try #require(DayChart(days, width: 10, events: [InventedCase.release, late]))
        #expect(chart.eventMarks(.unicode) == " ▲  ")
        #expect(chart.shownEvents.count == 1)
    }

    @Test("hours are drawn only when all 24 are there") func hours() {
        #expect(ChartLines.hours([1, 2], width: 80).isEmpty)
        #expect(ChartLines.hours([Int](repeating: 0, count: 24), width: 80).isEmpty)
        #expect(
            Desk.text(ChartLines.hours((0..<24).map { $0 }, width: 40)).contains(
                "00    06    12    18    24  UTC"))
    }
}
