import Casework
import Foundation
import Testing

@Suite("Times")
struct CivilTimeTests {
    @Test(
        "RFC 3339 is read with any offset",
        arguments: [
            ("2026-01-12T03:14:07Z", 1_768_187_647_000), ("2026-01-12T05:14:07+02:00", 1_768_187_647_000),
            ("2026-01-11T22:14:07.250-05:00", 1_768_187_647_250),
            ("2024-02-29T23:59:59.9999Z", 1_709_251_199_999),
            ("1970-01-01t00:00:00z", 0),
        ])
    func read(text: String, milliseconds: Int64) {
        #expect(Timestamp(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(
        "what is no RFC 3339 time is refused",
        arguments: [
            "", "2026-01-12", "2026-01-12T03:14:07", "2026-01-12 03:14:07Z", "2026-02-29T00:00:00Z",
            "2026-13-01T00:00:00Z", "2026-01-12T24:00:00Z", "2026-01-12T03:14:60Z", "2026-01-12T03:14:07.Z",
            "2026-01-12T03:14:07+2:00", "2026-01-12T03:14:07Zx",
        ])
    func refused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("what is written reads back, over four centuries")
    func roundTrip() {
        for day in stride(from: -200_000, to: 200_000, by: 37) {
            let moment = Timestamp(milliseconds: Int64(day) * 86_400_000 + 45_296_789)
            #expect(Timestamp(rfc3339: moment.rfc3339) == moment)
        }
    }

    @Test("dates agree with Foundation's calendar")
    func agreesWithFoundation() throws {
        let formatter = ISO8601DateFormatter()
        for seconds in stride(from: 946_684_800, to: 4_133_980_800, by: 12_345_678) {
            let date = Date(timeIntervalSince1970: TimeInterval(seconds))
            #expect(Timestamp(milliseconds: Int64(seconds) * 1000).rfc3339 == formatter.string(from: date))
        }
    }
}
