import Testing

@testable import SyntheticCase

struct InstantTests {
    @Test("civil dates become seconds and come back")
    func civil() {
        #expect(Instant(1970, 1, 1).seconds == 0)
        #expect(Instant(2026, 1, 15, 17, 0).seconds == 1_768_496_400)
        #expect(Instant(seconds: 1_768_496_400).text == "2026-01-15T17:00:00Z")
        #expect(Instant(2024, 2, 29, 23, 59).text == "2024-02-29T23:59:00Z")
        #expect((Instant(2023, 12, 31, 23, 59) + 60).text == "2024-01-01T00:00:00Z")
    }

    @Test("weekends are weekends where the person lives")
    func weekends() {
        let fridayNight = Instant(2026, 1, 16, 20)
        #expect(!fridayNight.isWeekend(offset: 0))
        #expect(fridayNight.isWeekend(offset: 9))
        #expect(Instant(2026, 1, 18, 12).isWeekend(offset: 0))
        #expect(fridayNight.hour(offset: 9) == 5)
        #expect(fridayNight.hour(offset: -6) == 14)
    }

    @Test("office people work in office hours")
    func office() {
        var random = SeededRandom(seed: 9, stream: "office")
        let rhythm = Rhythm.office(offset: 1)
        let drawn = (0..<400).map { _ in rhythm.instant(in: Calendar.period, &random) }
        let working = drawn.filter { !$0.isWeekend(offset: 1) && (8...17).contains($0.hour(offset: 1)) }
        #expect(working.count > 320)
        #expect(drawn.allSatisfy { Calendar.period.contains($0) })
    }
}
