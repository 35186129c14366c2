import Testing

@testable import Templates

struct FrameReportTests {
    @Test("an id has six hexadecimal digits, the same for the same words")
    func ids() {
        let ids = FrameReport.ids([Array("one".utf8), Array("two".utf8)])
        #expect(ids.allSatisfy { $0.hasPrefix("T-") && $0.utf8.count == 8 })
        #expect(ids[0] == FrameReport.ids([Array("one".utf8)])[0])
    }

    @Test("ids that begin alike are drawn out until they differ")
    func collisions() {
        let ids = FrameReport.ids((0..<20_000).map { Array("frame \($0)".utf8) })
        #expect(Set(ids).count == 20_000)
        #expect(ids.contains { $0.utf8.count > 8 })
        #expect(ids.count { $0.utf8.count == 8 } > 19_000)
    }
}
