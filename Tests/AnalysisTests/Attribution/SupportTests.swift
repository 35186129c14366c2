import Casework
import Testing

@testable import Analysis

@Suite("Hours and roadmap")
struct SupportTests {
    private func lab(_ aliases: [String] = []) -> LabProfile {
        var lab = LabProfile(name: "Jade")
        lab.aliases = aliases
        return lab
    }

    private func event(_ day: Int, _ actor: String?, _ kind: EventKind = .roadmap) -> CaseEvent {
        CaseEvent(at: Int64(day) * 86_400_000, kind: kind, name: "date", actor: actor)
    }

    private func bits(_ events: [CaseEvent], busy: ClosedRange<Int>, _ lab: LabProfile) -> Double? {
        var days: [Int: Double] = [:]
        for day in 1000...1099 { days[day] = busy.contains(day) ? 100 : 5 }
        return RoadmapTiming.find(lab, events, days: days)?.bits
    }

    @Test("crowding before a lab's date supports by one bit at most, a lull before it says nothing")
    func crowding() throws {
        let before = try #require(bits([event(1060, "jade")], busy: 1032...1058, lab()))
        let after = try #require(bits([event(1060, "Jade")], busy: 1062...1090, lab()))
        #expect(before > 0.5 && before <= 1)
        #expect(after == 0)
    }

    @Test("dates of others, other kinds of event and dates out of reach say nothing")
    func nothing() {
        #expect(bits([event(1060, "Onyx"), event(1060, nil)], busy: 1032...1058, lab()) == nil)
        #expect(bits([event(1060, "Jade", .modelRelease)], busy: 1032...1058, lab()) == nil)
        #expect(bits([event(1300, "Jade"), event(900, "Jade")], busy: 1032...1058, lab()) == nil)
        #expect(RoadmapTiming.find(lab(), [event(1003, "Jade")], days: [1000: 1, 1005: 1]) == nil)
    }

    @Test("an alias is the lab")
    func alias() {
        #expect(bits([event(1060, "Jade Labs")], busy: 1032...1058, lab(["jade labs"])) != nil)
    }

    @Test("a day around the lab's noon supports, one around its night speaks against, a flat one is silent")
    func hours() {
        func day(_ hours: ClosedRange<UInt32>) -> DayMiddle? {
            var columns = HourColumns()
            for hour in hours {
                columns.hour.append(480_000 + hour)
                columns.count.append(10)
            }
            columns.offsets.append(columns.hour.count)
            return DayMiddle([0], columns)
        }
        #expect(WorkingHours.bits(day(9...17), offset: 0) == 1)
        #expect(WorkingHours.bits(day(9...17), offset: 11) == -1)
        #expect(WorkingHours.bits(day(0...23), offset: 0) == nil)
        #expect(DayMiddle([], HourColumns()) == nil)
    }
}
