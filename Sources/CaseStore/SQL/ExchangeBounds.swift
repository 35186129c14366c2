import CSQLiteShims

/// What a query's conditions leave of the exchanges; loosely, since SQLite checks every row itself.
struct ExchangeBounds {
    private(set) var accounts: ClosedRange<Int64> = 0...Int64(UInt32.max)
    private(set) var at: ClosedRange<Int64> = .min ... .max
    private(set) var source: Int64?
    /// True where the conditions exclude each other.
    private(set) var isEmpty = false
    private(set) var limitsAccounts = false
    private(set) var limitsTime = false

    /// - Parameter number: the number of an account id, nil where the case has no such account.
    init(_ letters: [UInt8], _ values: [OpaquePointer], number: (OpaquePointer) throws -> Int64?) throws {
        for (letter, value) in zip(letters, values) {
            switch Character(Unicode.Scalar(letter)) {
            case "i": try takeID(value, number)
            case "a": take(ValueRange(value), toAccounts: true)
            case "b": take(ValueRange(atLeast: value), toAccounts: true)
            case "c": take(ValueRange(atMost: value), toAccounts: true)
            case "t": take(ValueRange(value), toAccounts: false)
            case "u": take(ValueRange(atLeast: value), toAccounts: false)
            case "v": take(ValueRange(atMost: value), toAccounts: false)
            case "h": take(ValueRange(value).hours, toAccounts: false)
            case "j": take(ValueRange(atLeast: value).hours, toAccounts: false)
            case "k": take(ValueRange(atMost: value).hours, toAccounts: false)
            case "s": takeSource(value)
            default: continue
            }
        }
    }

    private mutating func takeID(_ value: OpaquePointer, _ number: (OpaquePointer) throws -> Int64?) throws {
        guard sqlite3_value_type(value) == SQLITE_TEXT else { return }
        guard let found = try number(value) else { return isEmpty = true }
        take(ValueRange(low: found, high: found), toAccounts: true)
    }

    private mutating func takeSource(_ value: OpaquePointer) {
        if sqlite3_value_type(value) == SQLITE_INTEGER { source = sqlite3_value_int64(value) }
    }

    private mutating func take(_ range: ValueRange, toAccounts: Bool) {
        let known = toAccounts ? accounts : at
        let low = max(known.lowerBound, range.low)
        let high = min(known.upperBound, range.high)
        guard low <= high else { return isEmpty = true }
        if toAccounts {
            accounts = low...high
            limitsAccounts = true
        } else {
            at = low...high
            limitsTime = true
        }
    }
}

/// The whole numbers that a condition lets through. A value that is no number lets all through.
private struct ValueRange {
    var low = Int64.min
    var high = Int64.max

    init(low: Int64, high: Int64) {
        self.low = low
        self.high = high
    }

    init(_ value: OpaquePointer) {
        self.init(atLeast: value)
        high = ValueRange(atMost: value).high
    }

    init(atLeast value: OpaquePointer) {
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: low = sqlite3_value_int64(value)
        case SQLITE_FLOAT: low = Int64(exactly: sqlite3_value_double(value).rounded(.down)) ?? .min
        default: break
        }
    }

    init(atMost value: OpaquePointer) {
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: high = sqlite3_value_int64(value)
        case SQLITE_FLOAT: high = Int64(exactly: sqlite3_value_double(value).rounded(.up)) ?? .max
        default: break
        }
    }

    /// The milliseconds of these hours.
    var hours: ValueRange {
        let first = low.multipliedReportingOverflow(by: millisecondsPerHour)
        let last = high.multipliedReportingOverflow(by: millisecondsPerHour)
        let end = last.partialValue.addingReportingOverflow(millisecondsPerHour - 1)
        return ValueRange(
            low: first.overflow ? .min : first.partialValue,
            high: last.overflow || end.overflow ? .max : end.partialValue)
    }
}

let millisecondsPerHour: Int64 = 3_600_000
