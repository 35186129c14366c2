import Casework

/// A value bound to a statement. Text and bytes may hold anything, NULs included.
enum SQLValue: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case bytes([UInt8])

    static func integer(_ value: Int) -> SQLValue { .integer(Int64(value)) }
}

extension Optional where Wrapped == String {
    var sql: SQLValue { map(SQLValue.text) ?? .null }
}

extension Optional where Wrapped == ExactText {
    var sql: SQLValue { map { .text($0.string) } ?? .null }
}

extension Optional where Wrapped == Int {
    var sql: SQLValue { map { .integer(Int64($0)) } ?? .null }
}

extension Optional where Wrapped == Double {
    var sql: SQLValue { map(SQLValue.real) ?? .null }
}

extension Optional where Wrapped == Timestamp {
    var sql: SQLValue { map { .integer($0.milliseconds) } ?? .null }
}

extension Optional where Wrapped: RawRepresentable, Wrapped.RawValue == String {
    var sql: SQLValue { map { .text($0.rawValue) } ?? .null }
}
