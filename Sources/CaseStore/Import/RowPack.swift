import CSQLiteShims

/// Rows on their way to the writing thread, as bytes that SQLite can bind where they lie.
///
/// A field is a tag byte and its content: nothing, eight bytes of a number, or a length of eight bytes and
/// the bytes themselves.
///
/// Unchecked: it is filled on one thread, handed over, and read on another.
final class RowPack: @unchecked Sendable {
    let table: RecordTable
    private(set) var rows = 0
    private var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity = 1 << 10

    init(_ table: RecordTable) {
        self.table = table
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    var isEmpty: Bool { rows == 0 }
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: count) }

    func null() {
        let target = room(1)
        target[0] = RowPack.nullTag
    }

    func integer(_ value: Int64) {
        let target = room(9)
        target[0] = RowPack.integerTag
        UnsafeMutableRawPointer(target + 1).storeBytes(of: value, as: Int64.self)
    }

    func integer(_ value: Int) { integer(Int64(value)) }

    func integer(_ value: Int?) {
        if let value { integer(Int64(value)) } else { null() }
    }

    func text(_ value: String) {
        var value = value
        value.withUTF8 { text($0) }
    }

    func text(_ value: String?) {
        if let value { text(value) } else { null() }
    }

    func text(_ value: UnsafeBufferPointer<UInt8>) { field(RowPack.textTag, value) }

    func blob(_ value: [UInt8]) { value.withUnsafeBufferPointer { field(RowPack.blobTag, $0) } }

    /// Sixteen bytes, the most significant first.
    func blob(_ high: UInt64, _ low: UInt64) {
        let target = UnsafeMutableRawPointer(room(25))
        target.storeBytes(of: RowPack.blobTag, as: UInt8.self)
        target.storeBytes(of: 16, toByteOffset: 1, as: UInt64.self)
        target.storeBytes(of: high.bigEndian, toByteOffset: 9, as: UInt64.self)
        target.storeBytes(of: low.bigEndian, toByteOffset: 17, as: UInt64.self)
    }

    func endRow() { rows += 1 }

    private func field(_ tag: UInt8, _ value: UnsafeBufferPointer<UInt8>) {
        let target = room(9 + value.count)
        target[0] = tag
        UnsafeMutableRawPointer(target + 1).storeBytes(of: UInt64(value.count), as: UInt64.self)
        if let source = value.baseAddress { (target + 9).update(from: source, count: value.count) }
    }

    /// The next `more` bytes.
    private func room(_ more: Int) -> UnsafeMutablePointer<UInt8> {
        if count + more > capacity {
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: (count + more) * 2)
            grown.update(from: start, count: count)
            start.deallocate()
            start = grown
            capacity = (count + more) * 2
        }
        let place = start + count
        count += more
        return place
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
        let columns = Int32(pack.table.columns.count)
        let raw = pack.bytes
        var at = 0
        for _ in 0..<pack.rows {
            for column in 1...columns { at = try bindField(column, raw, at) }
            let code = sqlite3_step(pointer)
            if code != SQLITE_DONE { throw handle.error(code) }
            sqlite3_reset(pointer)
        }
        sqlite3_clear_bindings(pointer)
    }

    @inline(__always)
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
