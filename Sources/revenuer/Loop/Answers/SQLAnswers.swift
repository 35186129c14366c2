import CaseStore
import Casework
import Screens

/// What a read-only SQL statement gives, as rows of a list: those of its last statement, and not too many.
final class SQLAnswers {
    /// More rows are no work for a screen; `revenuer sql` prints them all.
    static let mostRows = 5000
    /// Longest text kept of a value, in bytes: enough to read, and no megabytes in memory for each row.
    static let longestValue = 20_000

    private let path: String
    private var sql: CaseSQL?

    init(path: String) { self.path = path }

    func rows(_ text: String, isCancelled: @escaping () -> Bool) throws -> (
        names: [String], rows: RowsInMemory
    ) {
        let sql = try self.sql ?? CaseSQL(opening: path)
        self.sql = sql
        var names: [String] = []
        var rows: [SQLRow] = []
        do {
            try sql.run(text, isCancelled: isCancelled) { batch in
                if batch.isFirst { (names, rows) = (SQLAnswers.unlike(batch.columns), []) }
                for row in 0..<batch.count {
                    guard rows.count < SQLAnswers.mostRows else { throw Enough() }
                    rows.append(SQLRow(number: rows.count, values: batch[row].map(SQLAnswers.text)))
                }
            }
        } catch is Enough {
            // The first rows are shown; the list says that there are more.
        }
        return (names, RowsInMemory(rows: rows.map(ListRow.sql), fields: [], value: SQLAnswers.value(names)))
    }

    private struct Enough: Error {}

    private static func value(_ names: [String]) -> (ListRow, String) -> FieldValue {
        { row, field in
            guard case .sql(let row) = row, let place = names.firstIndex(of: field),
                row.values.indices.contains(place), let text = row.values[place]
            else { return .none }
            return Double(text).map(FieldValue.number) ?? .text(text)
        }
    }

    /// The text of a row's cell.
    static func cell(_ row: ListRow, _ place: Int) -> FieldValue {
        guard case .sql(let row) = row, row.values.indices.contains(place) else { return .none }
        return row.values[place].map(FieldValue.text) ?? .none
    }

    /// Columns of one name are told apart by a number.
    private static func unlike(_ names: [String]) -> [String] {
        var seen: [String: Int] = [:]
        return names.map { name in
            seen[name, default: 0] += 1
            let count = seen[name] ?? 1
            return count == 1 ? name : "\(name) (\(count))"
        }
    }

    private static func text(_ cell: SQLCell) -> String? {
        switch cell {
        case .null: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let bytes): String(decoding: bytes.prefix(longestValue), as: UTF8.self)
        case .bytes(let bytes):
            "x'" + bytes.prefix(64).map { hex($0) }.joined() + (bytes.count > 64 ? "…'" : "'")
        }
    }

    private static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
