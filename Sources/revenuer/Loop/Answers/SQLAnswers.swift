import CaseStore
import Casework
import Screens

/// What a read-only SQL statement gives, as rows of a list: those of its last statement, and not too many.
final class SQLAnswers {
    /// More rows are no work for a screen; an export writes them all.
    static let mostRows = 5000
    /// Longest text kept of a value, in bytes: more than a page, and no megabytes in memory for each row.
    private static let longestValue = 2_000

    struct Shown {
        var names: [String] = []
        var rows: RowsInMemory
        /// True where the statement has more rows.
        var isCut = false
    }

    private let path: String
    private var sql: CaseSQL?

    init(path: String) { self.path = path }

    /// The first rows, with long values cut.
    func shown(_ text: String, isCancelled: @escaping () -> Bool) throws -> Shown {
        var (names, rows, isCut): ([String], [SQLRow], Bool) = ([], [], false)
        try opened().run(text, mostRows: SQLAnswers.mostRows, isCancelled: isCancelled) { batch in
            if batch.isFirst { (names, rows) = (SQLAnswers.unlike(batch.columns), []) }
            isCut = batch.isCut
            for row in 0..<batch.count {
                rows.append(SQLRow(number: rows.count, values: batch[row].map(SQLAnswers.shown)))
            }
        }
        let inMemory = RowsInMemory(
            rows: rows.map(ListRow.sql), fields: [], value: SQLAnswers.value(names))
        return Shown(names: names, rows: inMemory, isCut: isCut)
    }

    /// Every row with every value in full, a batch at a time.
    ///
    /// - Parameters:
    ///   - begin: told the names of the columns before the rows of each statement; only those of the last count.
    ///   - add: told each row, by its number from 0.
    func each(
        _ text: String, isCancelled: @escaping () -> Bool, begin: ([String]) throws -> Void,
        add: (Int, [FieldValue]) throws -> Void
    ) throws {
        var number = 0
        try opened().run(text, isCancelled: isCancelled) { batch in
            if batch.isFirst {
                number = 0
                try begin(SQLAnswers.unlike(batch.columns))
            }
            for row in 0..<batch.count {
                try add(number, batch[row].map(SQLAnswers.whole))
                number += 1
            }
        }
    }

    private func opened() throws -> CaseSQL {
        let sql = try self.sql ?? CaseSQL(opening: path)
        self.sql = sql
        return sql
    }

    private static func value(_ names: [String]) -> (ListRow, String) -> FieldValue {
        { row, field in
            guard case .sql(let row) = row, let place = names.firstIndex(of: field),
                row.values.indices.contains(place), let text = row.values[place]
            else { return .none }
            return Double(text).map(FieldValue.number) ?? .text(text)
        }
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

    private static func shown(_ cell: SQLCell) -> String? {
        switch cell {
        case .null: return nil
        case .integer(let number): return String(number)
        case .real(let number): return String(number)
        case .text(let bytes):
            let text = String(decoding: bytes.prefix(longestValue), as: UTF8.self)
            return bytes.count > longestValue ? "\(text)… (\(bytes.count.grouped) bytes)" : text
        case .bytes(let bytes):
            return "x'" + SQLPrinter.hexadecimal(bytes.prefix(64)) + (bytes.count > 64 ? "…'" : "'")
        }
    }

    private static func whole(_ cell: SQLCell) -> FieldValue {
        switch cell {
        case .null: .none
        // Beyond that a Double is not exact.
        case .integer(let number) where number.magnitude < 1 << 53: .number(Double(number))
        case .integer(let number): .text(String(number))
        case .real(let number): .number(number)
        case .text(let bytes): .text(String(decoding: bytes, as: UTF8.self))
        case .bytes(let bytes): .text(SQLPrinter.hexadecimal(bytes[...]))
        }
    }
}
