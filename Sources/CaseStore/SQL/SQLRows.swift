/// One field of a query's answer.
public enum SQLCell: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    /// Bytes of a text; from evidence they may be no UTF-8.
    case text([UInt8])
    case bytes([UInt8])
}

/// Some rows of the answer to one statement, in order.
public struct SQLRows: Sendable {
    /// Place of the statement in the query's text, from 0.
    public let statement: Int
    public let columns: [String]
    /// True for the first rows of a statement: every statement gives at least one batch, perhaps an empty one.
    public let isFirst: Bool
    public let isLast: Bool
    /// True where the statement has more rows than were asked for; then `isLast` is, too.
    public let isCut: Bool
    public let count: Int
    /// Row by row, `columns.count` cells each.
    public let cells: [SQLCell]

    public subscript(row: Int) -> ArraySlice<SQLCell> {
        cells[row * columns.count..<(row + 1) * columns.count]
    }
}
