import CSQLiteShims
import Casework

/// Hands fields of decoded exchanges to SQLite, looking up the texts behind their numbers.
final class ExchangeFields {
    private let accounts: TextLookup
    private let values: TextLookup
    private let addresses: TextLookup
    private let handle: Handle

    /// The blocks whose rows are asked for, one for each run, and the place of the one in hand.
    var blocks: [LoadedBlock?] = []
    var run = 0
    /// Of the block in hand the two columns that nearly every query asks for: reading them counts no references.
    var account: UnsafePointer<UInt32>?
    var at: UnsafePointer<Int64>?

    init(_ handle: Handle) {
        accounts = TextLookup(handle, "SELECT account_id FROM account_identity WHERE number = ?")
        values = TextLookup(handle, "SELECT value FROM value WHERE number = ?")
        addresses = TextLookup(handle, "SELECT address FROM address WHERE number = ?") {
            Array(IPAddress(stored: $0).description.utf8)
        }
        self.handle = handle
    }

    /// The number of an account; nil where the case has none of that id.
    func number(ofAccount id: OpaquePointer) throws -> Int64? {
        let numbers = try handle.prepare("SELECT number FROM account_identity WHERE account_id = ?")
        let code = sqlite3_bind_value(numbers.pointer, 1, id)
        guard code == SQLITE_OK else { throw numbers.handle.error(code) }
        return try numbers.step() ? numbers.integer(0) : nil
    }

    func rowID(_ row: Int) -> Int64 {
        guard blocks.indices.contains(run), let block = blocks[run] else { return 0 }
        return block.entry.rowid &* Int64(BlockFormat.mostRows) &+ Int64(row)
    }

    @inline(__always)
    func put(_ column: Int, _ row: Int, _ context: OpaquePointer) throws {
        guard let field = ExchangeField(rawValue: column), let account, let at else { return }
        switch field {
        case .account: sqlite3_result_int64(context, Int64(account[row]))
        case .at: sqlite3_result_int64(context, at[row])
        case .hour: sqlite3_result_int64(context, ExchangeFields.hour(at[row]))
        case .accountID: try accounts.put(UInt64(account[row]), context)
        case .time: SQLResult.put(Array(Timestamp(milliseconds: at[row]).rfc3339.utf8), context)
        default: try putOther(field, row, context)
        }
    }

    private func putOther(_ field: ExchangeField, _ row: Int, _ context: OpaquePointer) throws {
        guard blocks.indices.contains(run), let block = blocks[run] else { return }
        switch field {
        case .source: sqlite3_result_int64(context, block.entry.source)
        case .line: sqlite3_result_int64(context, block.columns.line.start[row])
        case .offset: sqlite3_result_int64(context, block.columns.offset.start[row])
        case .inputTokens: putCount(block.columns.inputTokens.start[row], context)
        case .outputTokens: putCount(block.columns.outputTokens.start[row], context)
        case .ip: try addresses.put(block.columns.address.start[row], context)
        case .attrs: try putAttributes(row, block, context)
        default: try putNamed(field, row, block, context)
        }
    }

    /// Hours since 1970, as in the rollup; floored, so that an hour before 1970 is one hour too.
    private static func hour(_ at: Int64) -> Int64 {
        let (quotient, rest) = at.quotientAndRemainder(dividingBy: millisecondsPerHour)
        return rest < 0 ? quotient - 1 : quotient
    }

    private func putCount(_ count: Int64, _ context: OpaquePointer) {
        if count >= 0 { sqlite3_result_int64(context, count) } else { sqlite3_result_null(context) }
    }

    /// A column that a source may have coded, or plain, or not at all.
    private func putNamed(
        _ field: ExchangeField, _ row: Int, _ block: LoadedBlock, _ context: OpaquePointer
    ) throws {
        if let place = block.layout.coded[field] {
            try values.put(block.columns.coded[place].start[row], context)
        } else if let place = block.layout.plain[field], !block.columns.plain[place][row].isEmpty {
            SQLResult.put(block.columns.plain[place][row], context)
        } else {
            sqlite3_result_null(context)
        }
    }

    /// A JSON object of the columns that `exchange` has no column for; NULL where a row has none of them.
    private func putAttributes(_ row: Int, _ block: LoadedBlock, _ context: OpaquePointer) throws {
        var members: [String] = []
        for (name, place) in block.layout.codedAttributes {
            guard let text = try values.text(block.columns.coded[place].start[row]) else { continue }
            members.append(
                JSONValue.quote(name) + ":" + JSONValue.quote(String(decoding: text, as: UTF8.self)))
        }
        for (name, place) in block.layout.plainAttributes {
            let text = block.columns.plain[place][row]
            if text.isEmpty { continue }
            members.append(
                JSONValue.quote(name) + ":" + JSONValue.quote(String(decoding: text, as: UTF8.self)))
        }
        guard !members.isEmpty else { return sqlite3_result_null(context) }
        SQLResult.put(Array(("{" + members.joined(separator: ",") + "}").utf8), context)
    }
}

/// Texts by number, looked up once for as long as their slot is not needed by another.
private final class TextLookup {
    private let handle: Handle
    private let sql: String
    private let convert: ((UnsafeBufferPointer<UInt8>) -> [UInt8])?
    private var statement: Statement?
    private var keys: [UInt64]
    private var texts: [[UInt8]?]

    init(_ handle: Handle, _ sql: String, convert: ((UnsafeBufferPointer<UInt8>) -> [UInt8])? = nil) {
        self.handle = handle
        self.sql = sql
        self.convert = convert
        keys = Array(repeating: 0, count: TextLookup.slots)
        texts = Array(repeating: nil, count: TextLookup.slots)
    }

    /// NULL for number 0, which means no value.
    func put(_ number: UInt64, _ context: OpaquePointer) throws {
        let slot = try slot(number)
        guard slot >= 0, let bytes = texts[slot] else { return sqlite3_result_null(context) }
        SQLResult.put(bytes, context)
    }

    func text(_ number: UInt64) throws -> [UInt8]? {
        let slot = try slot(number)
        return slot < 0 ? nil : texts[slot]
    }

    /// Where the text of a number stands; -1 for number 0.
    private func slot(_ number: UInt64) throws -> Int {
        guard number != 0 else { return -1 }
        let slot = Int(truncatingIfNeeded: number & UInt64(TextLookup.slots - 1))
        if keys[slot] == number { return slot }
        texts[slot] = try find(number)
        keys[slot] = number
        return slot
    }

    private func find(_ number: UInt64) throws -> [UInt8]? {
        let statement = try self.statement ?? handle.prepare(sql)
        self.statement = statement
        defer { statement.reset() }
        try statement.bind(1, .integer(Int64(truncatingIfNeeded: number)))
        guard try statement.step() else { return nil }
        let bytes = statement.bytes(0)
        return convert?(bytes) ?? Array(bytes)
    }

    /// A power of two; values and accounts in hand are mostly neighbours.
    private static let slots = 4096
}

/// Texts handed to SQLite, which copies them.
enum SQLResult {
    static func put(_ text: [UInt8], _ context: OpaquePointer) {
        text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                guard let start = characters.baseAddress else {
                    return sqlite3_result_text(context, "", 0, copied)
                }
                sqlite3_result_text64(context, start, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    /// SQLITE_TRANSIENT: a cast in the C header that Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}
