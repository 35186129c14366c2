import Casework
import CSQLiteShims

/// One prepared statement. Binds and reads texts by their length, so a NUL inside evidence is kept;
/// closed when released. Belongs to the connection's thread.
final class Statement {
    let handle: Handle
    let pointer: OpaquePointer

    init(_ handle: Handle, _ sql: String) throws {
        self.handle = handle
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(handle.pointer, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else { throw handle.error(code) }
        pointer = prepared
    }

    deinit { sqlite3_finalize(pointer) }

    /// Advances; true when there is a row.
    func step() throws -> Bool {
        let code = sqlite3_step(pointer)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        let error = handle.error(code)
        sqlite3_reset(pointer)
        throw error
    }

    /// Runs to the end and makes ready for the next binding.
    func run() throws {
        while try step() {}
        sqlite3_reset(pointer)
    }

    func reset() { sqlite3_reset(pointer) }
}

// MARK: - Binding, from 1

extension Statement {
    func bind(_ values: [SQLValue]) throws {
        for (index, value) in values.enumerated() { try bind(index + 1, value) }
    }

    func bind(_ index: Int, _ value: SQLValue) throws {
        let place = Int32(index)
        let code: Int32
        switch value {
        case .null: code = sqlite3_bind_null(pointer, place)
        case .integer(let number): code = sqlite3_bind_int64(pointer, place, number)
        case .real(let number): code = sqlite3_bind_double(pointer, place, number)
        case .text(var text):
            code = text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    guard let start = characters.baseAddress else {
                        return sqlite3_bind_text(pointer, place, "", 0, Statement.copied)
                    }
                    return sqlite3_bind_text(
                        pointer, place, start, Int32(clamping: bytes.count), Statement.copied)
                }
            }
        case .bytes(let bytes): code = bytes.withUnsafeBufferPointer { bindBytes(place, $0) }
        }
        guard code == SQLITE_OK else { throw handle.error(code) }
    }

    /// Binds bytes, copying them.
    func bind(_ index: Int, bytes: UnsafeBufferPointer<UInt8>) throws {
        let code = bindBytes(Int32(index), bytes)
        guard code == SQLITE_OK else { throw handle.error(code) }
    }

    /// Binds a text given as bytes, copying them.
    func bind(_ index: Int, text bytes: UnsafeBufferPointer<UInt8>) throws {
        let code: Int32 = bytes.withMemoryRebound(to: CChar.self) { characters in
            guard let start = characters.baseAddress else {
                return sqlite3_bind_text(pointer, Int32(index), "", 0, Statement.copied)
            }
            return sqlite3_bind_text(
                pointer, Int32(index), start, Int32(clamping: bytes.count), Statement.copied)
        }
        guard code == SQLITE_OK else { throw handle.error(code) }
    }

    private func bindBytes(_ place: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
        guard let start = bytes.baseAddress else { return sqlite3_bind_zeroblob(pointer, place, 0) }
        return sqlite3_bind_blob(pointer, place, start, Int32(clamping: bytes.count), Statement.copied)
    }

    /// SQLITE_TRANSIENT: SQLite copies what it is given. A cast in the C header that Swift does not import.
    private static var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
}

// MARK: - Reading, from 0

extension Statement {
    func isNull(_ column: Int) -> Bool { sqlite3_column_type(pointer, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(pointer, Int32(column)) }

    func int(_ column: Int) -> Int { Int(sqlite3_column_int64(pointer, Int32(column))) }

    func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

    func optionalDouble(_ column: Int) -> Double? {
        isNull(column) ? nil : sqlite3_column_double(pointer, Int32(column))
    }

    func time(_ column: Int) -> Timestamp? {
        isNull(column) ? nil : Timestamp(milliseconds: integer(column))
    }

    /// The text of a column; bytes that are no UTF-8 become replacement marks.
    func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }

    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

    /// The bytes of a text or BLOB, valid until the next step.
    func bytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_blob(pointer, Int32(column))
        let count = Int(sqlite3_column_bytes(pointer, Int32(column)))
        return UnsafeBufferPointer(
            start: start?.assumingMemoryBound(to: UInt8.self), count: start == nil ? 0 : count)
    }

    /// An enum word; a word that this version does not know reads as no value.
    func word<Word: RawRepresentable>(_ column: Int, as: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        isNull(column) ? nil : Word(rawValue: text(column))
    }
}

/// How SQLite holds a value.
enum StorageClass { case null, integer, real, text, bytes }

extension Statement {
    func type(_ column: Int) -> StorageClass {
        switch sqlite3_column_type(pointer, Int32(column)) {
        case SQLITE_INTEGER: .integer
        case SQLITE_FLOAT: .real
        case SQLITE_TEXT: .text
        case SQLITE_BLOB: .bytes
        default: .null
        }
    }
}
