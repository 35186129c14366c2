/// Inserts many rows, some dozens in one statement: SQLite then keeps its place in the table from row to row, which is
/// several times as quick as a statement for each where rows come in the order of the table.
final class BulkInsert {
    private let statement: Statement
    private let columns: Int
    private var rows = 0

    /// More make long statements, and are no quicker.
    private static let rowsAtOnce = 64

    /// - Parameters:
    ///   - table: with its columns, as in `member (account, role)`.
    ///   - ending: what follows the rows, `ON CONFLICT …`.
    init(_ handle: Handle, _ table: String, columns: Int, ending: String = "") throws {
        self.columns = columns
        let row = "(" + repeatElement("?", count: columns).joined(separator: ",") + ")"
        let rows = repeatElement(row, count: BulkInsert.rowsAtOnce).joined(separator: ",")
        statement = try handle.prepare(
            "INSERT INTO \(table) SELECT * FROM (VALUES \(rows)) LIMIT ?" + ending)
    }

    // Every column of every row has to be bound, from 1.

    func bind(_ column: Int, _ value: SQLValue) throws {
        try statement.bind(rows * columns + column, value)
    }

    func bind(_ column: Int, text: UnsafeBufferPointer<UInt8>) throws {
        try statement.bind(rows * columns + column, text: text)
    }

    func bind(_ column: Int, bytes: UnsafeBufferPointer<UInt8>) throws {
        try statement.bind(rows * columns + column, bytes: bytes)
    }

    func bind(_ column: Int, _ text: JSONBytes) throws {
        try statement.bind(rows * columns + column, text)
    }

    /// The row is complete; it may be inserted later.
    func endRow() throws {
        rows += 1
        if rows == BulkInsert.rowsAtOnce { try finish() }
    }

    /// One whole row.
    func add(_ row: [SQLValue]) throws {
        for (place, value) in row.enumerated() { try bind(place + 1, value) }
        try endRow()
    }

    /// Inserts the rows that are left. Call it after the last.
    func finish() throws {
        guard rows > 0 else { return }
        try statement.bind(BulkInsert.rowsAtOnce * columns + 1, .integer(rows))
        try statement.run()
        rows = 0
    }
}
