import Terminal
import Testing

@testable import CursesTerminal

@Suite("Rows over a slow line")
struct ChangedRowsTests {
    @Test("the cursor's row comes first, then what costs least, from the top")
    func order() {
        var before = Buffer(size: Size(columns: 40, rows: 6))
        before.put("1 of 9", at: Point(column: 0, row: 5))
        var after = before
        after.put("a long row of a preview that nobody asked for", at: Point(column: 0, row: 0))
        after.put("short", at: Point(column: 0, row: 1))
        after.put("brief", at: Point(column: 0, row: 2))
        after.put("the cursor's row", at: Point(column: 0, row: 3))
        after.highlight(Rect(column: 0, row: 3, columns: 40, rows: 1))
        after.put("2 of 9", at: Point(column: 0, row: 5))
        let rows = ChangedRows.ordered(after.changes(from: before))
        #expect(rows.map { $0[0].origin.row } == [3, 5, 1, 2, 0])
        #expect(before.applying(Array(rows.joined())) == after)
    }

    @Test("nothing changed, nothing to send")
    func nothing() {
        let buffer = Buffer(size: Size(columns: 10, rows: 2))
        #expect(ChangedRows.ordered(buffer.changes(from: buffer)).isEmpty)
    }
}
