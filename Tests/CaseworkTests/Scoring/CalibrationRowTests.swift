@testable import Casework
import Testing

@Suite struct CalibrationRowTests {
    @Test("Rows are CSV in which quotes, commas and line ends stay what they are")
    func quoting() throws {
        let row = CalibrationRow(
            figure: .membership, group: "C-01", subject: "a,\"b\"\n", stated: 0.25, isTrue: true)
        let table = try CSVTable(CalibrationRow.csv([row]), file: "r")
        #expect(table.header == ["figure", "group", "subject", "stated", "actual"])
        #expect(table.rows.map(\.fields) == [["membership", "C-01", "a,\"b\"\n", "0.25", "1"]])
    }
}
