import Testing

@testable import Terminal

@Suite("Tables")
struct TableLayoutTests {
    private let columns = [
        TableColumn("account", .flexible(least: 8, weight: 2)),
        TableColumn("country", .fixed(7), yield: 2),
        TableColumn.number("exchanges", 9, yield: 1),
        TableColumn.number("P", 4),
    ]

    @Test("titles and rows line up, numbers at the right")
    func rows() {
        var buffer = Buffer(size: Size(columns: 36, rows: 3))
        let layout = TableLayout(columns, width: 36)
        buffer.put(headings: layout, at: .zero)
        buffer.put(row: ["u-14377d50", "SG", "31,077", ".99"], layout, at: Point(column: 0, row: 1))
        buffer.put(row: ["u-中文字中文字中文字", "CN", "7", "1"], layout, at: Point(column: 0, row: 2)) { index in
            index == 0 ? .danger : .normal
        }
        #expect(
            buffer.rows == [
                "account       country exchanges    P",
                "u-14377d50    SG         31,077  .99",
                "u-中文字中文… CN              7    1",
            ])
        #expect(buffer.styledRows[2][0].style == .danger)
    }

    @Test("columns yield in their order when the room is short")
    func yielding() {
        func kept(_ width: Int) -> [Int] { TableLayout(columns, width: width).places.map(\.index) }
        #expect(kept(31) == [0, 1, 2, 3])
        #expect(kept(30) == [0, 2, 3])
        #expect(kept(20) == [0, 3])
        #expect(kept(10) == [0, 3])
        #expect(kept(0) == [])
    }

    @Test("no column leaves the width", arguments: 0...60)
    func bounds(width: Int) {
        for place in TableLayout(columns, width: width).places {
            #expect(place.start >= 0 && place.columns > 0 && place.start + place.columns <= width)
        }
    }

    @Test("a row with too few texts leaves the rest empty")
    func fewTexts() {
        var buffer = Buffer(size: Size(columns: 36, rows: 1))
        buffer.put(row: ["a"], TableLayout(columns, width: 36), at: .zero)
        #expect(buffer.rows == ["a"])
    }
}
