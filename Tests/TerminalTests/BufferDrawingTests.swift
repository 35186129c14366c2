import Testing

@testable import Terminal

@Suite("Drawing")
struct BufferDrawingTests {
    private func drawing(
        _ columns: Int, _ rows: Int, _ glyphs: Glyphs = .unicode, _ draw: (inout Buffer) -> Void
    )
        -> [String]
    {
        var buffer = Buffer(size: Size(columns: columns, rows: rows), glyphs: glyphs)
        draw(&buffer)
        return buffer.rows
    }

    @Test("a box has a title and gives its inside")
    func box() {
        let rows = drawing(14, 4) { buffer in
            let inside = buffer.box(buffer.bounds, title: "case")
            buffer.fill(inside, with: "x")
        }
        #expect(
            rows == [
                "┌─ case ─────┐",
                "│xxxxxxxxxxxx│",
                "│xxxxxxxxxxxx│",
                "└────────────┘",
            ])
    }

    @Test("a box without Unicode, its title shortened")
    func asciiBox() {
        let rows = drawing(12, 3, .ascii) { $0.box($0.bounds, title: "campaigns") }
        #expect(
            rows == [
                "+- campa~ -+",
                "|          |",
                "+----------+",
            ])
    }

    @Test("a box too small for its frame draws nothing")
    func tinyBox() {
        #expect(drawing(1, 3) { $0.box($0.bounds, title: "a") } == ["", "", ""])
    }

    @Test(
        "a bar is exact to an eighth of a column",
        arguments: [
            (0.0, ""), (0.001, "▏"), (0.25, "█"), (0.3125, "█▎"), (0.999, "███▉"), (1.0, "████"),
            (7.0, "████"),
            (-1.0, ""), (.nan, ""), (.infinity, "████"),
        ])
    func bars(fraction: Double, expected: String) {
        #expect(drawing(6, 1) { $0.bar(fraction, at: .zero, columns: 4) } == [expected])
    }

    @Test("a bar can show its track, also without Unicode")
    func track() {
        #expect(drawing(4, 1) { $0.bar(0.5, at: .zero, columns: 4, track: .barTrack) } == ["██░░"])
        #expect(drawing(4, 1, .ascii) { $0.bar(0.5, at: .zero, columns: 4, track: .barTrack) } == ["##.."])
    }

    @Test("a sparkline is scaled to its greatest value and shows every value above 0")
    func sparkline() {
        let values = [0, 0.01, 4, 8, .nan, -3]
        #expect(drawing(8, 1) { $0.sparkline(values, at: .zero) } == [" ▁▄█"])
        #expect(drawing(8, 1) { $0.sparkline(values, top: 16, at: .zero) } == [" ▁▂▄"])
        #expect(drawing(8, 1) { $0.sparkline([0, 0], at: .zero) } == [""])
    }

    @Test("a scroll bar shows where the window is, and nothing when all is visible")
    func scrollBar() {
        func bar(_ total: Int, _ offset: Int) -> [String] {
            drawing(1, 4) { buffer in
                buffer.scrollBar(
                    ScrollWindow(total: total, height: 4, cursor: offset, offset: offset, margin: 0),
                    in: buffer.bounds)
            }
        }
        #expect(bar(4, 0) == ["", "", "", ""])
        #expect(bar(8, 0) == ["█", "█", "│", "│"])
        #expect(bar(8, 4) == ["│", "│", "█", "█"])
        #expect(bar(1000, 996) == ["│", "│", "│", "█"])
    }
}
