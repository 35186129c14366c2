import Casework
import Testing

@Suite("Zones of display") struct DisplayZoneTests {
    private let winter = Timestamp(rfc3339: "2026-01-12T23:14:07Z")
    private let summer = Timestamp(rfc3339: "2026-07-12T23:14:07.250Z")

    @Test("UTC unless asked otherwise") func utc() throws {
        #expect(try #require(winter).shown == "2026-01-12 23:14:07Z")
        #expect(try #require(winter).shownToMinute == "2026-01-12 23:14Z")
        #expect(try #require(summer).inZone == "2026-07-12T23:14:07.250Z")
        #expect(DisplayZone("UTC") == .utc && DisplayZone("Z")?.isUTC == true)
    }

    @Test("a named zone follows its clock through the year") func named() throws {
        let berlin = try #require(DisplayZone("Europe/Berlin"))
        let (winter, summer) = (try #require(winter), try #require(summer))
        DisplayZone.$current.withValue(berlin) {
            #expect(winter.shown == "2026-01-13 00:14:07+01:00")
            #expect(summer.shownToMinute == "2026-07-13 01:14+02:00")
            #expect(summer.inZone == "2026-07-13T01:14:07.250+02:00")
            #expect(Timestamp(rfc3339: summer.inZone) == summer)
            #expect(summer.rfc3339 == "2026-07-12T23:14:07.250Z")
        }
        #expect(winter.shown.hasSuffix("Z"))
    }

    @Test("offsets on both sides") func offsets() throws {
        let winter = try #require(winter)
        for (name, shown) in [("+05:30", "2026-01-13 04:44+05:30"), ("-09:30", "2026-01-12 13:44-09:30")] {
            let zone = try #require(DisplayZone(name))
            DisplayZone.$current.withValue(zone) { #expect(winter.shownToMinute == shown) }
        }
    }

    @Test(
        "what names no zone, or several, is refused",
        arguments: ["", "CST", "Nowhere/Here", "+25:00", "+1:00", "+0a:00", "../../etc/passwd", "utc"])
    func unknown(name: String) {
        #expect(DisplayZone(name) == nil)
    }
}
