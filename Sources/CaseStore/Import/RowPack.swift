import GRDBSQLite

/// Rows on their way to the writing thread, as bytes that SQLite can bind where they lie.
///
/// A field is a tag byte and its content: nothing, eight bytes of a number, or a length of eight bytes and
/// the bytes themselves.
struct RowPack: Sendable {
    /// The statement that takes the rows.
    let table: RecordTable
    private(set) var bytes: [UInt8] = []
    private(set) var rows = 0

    init(_ table: RecordTable) { self.table = table }

    var isEmpty: Bool { rows == 0 }

    mutating func null() { bytes.append(RowPack.nullTag) }

    mutating func integer(_ value: Int64) {
        bytes.append(RowPack.integerTag)
        word(UInt64(bitPattern: value))
    }

    mutating func integer(_ value: Int) { integer(Int64(value)) }

    mutating func integer(_ value: Int?) {
        if let value { integer(Int64(value)) } else { null() }
    }

    mutating func text(_ value: String) {
        var value = value
        value.withUTF8 { text($0) }
    }

    mutating func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }

    mutating func text(_ value: UnsafeBufferPointer<UInt8>) { field(RowPack.textTag, value) }

    mutating func blob(_ value: [UInt8]) { value.withUnsafeBufferPointer { field(RowPack.blobTag, $0) } }

    mutating func endRow() { rows += 1 }

    private mutating func field(_ tag: UInt8, _ value: UnsafeBufferPointer<UInt8>) {
        bytes.append(tag)
        word(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    private mutating func word(_ value: UInt64) {
        withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
    }

    fileprivate static let nullTag: UInt8 = 0
    fileprivate static let integerTag: UInt8 = 1
    fileprivate static let textTag: UInt8 = 2
    fileprivate static let blobTag: UInt8 = 3
}

extension Statement {
    /// Runs the statement once for each row of `pack`. Texts are bound without a copy: they lie in the pack
    /// until the row is done.
    func run(_ pack: RowPack) throws {
        let columns = pack.table.columns.count
        try pack.bytes.withUnsafeBytes { raw in
            var at = 0
            for _ in 0..<pack.rows {
                for column in 1...columns { at = try bindField(Int32(truncatingIfNeeded: column), raw, at) }
                try run()
            }
        }
        sqlite3_clear_bindings(pointer)
    }

    private func bindField(_ column: Int32, _ raw: UnsafeRawBufferPointer, _ at: Int) throws -> Int {
        let tag = raw[at]
        if tag == RowPack.nullTag {
            sqlite3_bind_null(pointer, column)
            return at &+ 1
        }
        let word = raw.loadUnaligned(fromByteOffset: at &+ 1, as: UInt64.self)
        if tag == RowPack.integerTag {
            sqlite3_bind_int64(pointer, column, Int64(bitPattern: word))
            return at &+ 9
        }
        let count = Int(truncatingIfNeeded: word)
        guard count <= Int(Int32.max), let base = raw.baseAddress else { throw handle.error(SQLITE_TOOBIG) }
        let start = base + (at &+ 9)
        let code =
            tag == RowPack.textTag
            ? sqlite3_bind_text(
                pointer, column, start.assumingMemoryBound(to: CChar.self), Int32(count), nil)
            : sqlite3_bind_blob(pointer, column, start, Int32(count), nil)
        guard code == SQLITE_OK else { throw handle.error(code) }
        return at &+ 9 &+ count
    }
}
