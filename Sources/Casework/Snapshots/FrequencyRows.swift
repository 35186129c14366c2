/// A value of a column, or a stretch of values, with how many rows have it.
public struct FrequencyRow: Hashable, Sendable, Codable {
    /// The value as people read it; a dash where a row has none.
    public var value: String
    public var rows: Int
    /// Of all rows that were counted, 0…1.
    public var share: Double
    /// The filter that keeps these rows.
    public var filter: String

    public init(value: String, rows: Int, share: Double, filter: String) {
        self.value = value
        self.rows = rows
        self.share = share
        self.filter = filter
    }
}

/// How often the values of a column occur.
public struct FrequencyTable: Hashable, Sendable {
    /// Rows that were counted. In a column with several values a row, one row may stand under several.
    public var rows: Int
    /// Values that occur, those that are not listed included.
    public var distinct: Int
    /// The most frequent values first; stretches of numbers and times in their own order.
    public var values: [FrequencyRow]

    public init(rows: Int, distinct: Int, values: [FrequencyRow]) {
        self.rows = rows
        self.distinct = distinct
        self.values = values
    }
}
