import Casework

/// Makes rows of JSON objects; member names become columns as they are first seen.
struct ObjectRows: ~Copyable {
    private let memory = FieldMemory()
    private let scratch = ScratchMemory()
    private var names: ByteDictionary
    private var nameBytes = 0

    init(seed: UInt64) { names = ByteDictionary(seed: seed) }

    /// Hands the object in `raw`, which begins at `bytes[start]`, to the consumer, or says what it is not.
    ///
    /// - Throws: `FileFailure.tooManyColumns`, what the consumer throws.
    @inline(__always)
    mutating func read<Consumer: RowConsumer>(
        _ consumer: inout Consumer, _ bytes: UnsafePointer<UInt8>, from start: Int,
        raw: UnsafeBufferPointer<UInt8>, at position: RowPosition
    ) throws {
        if raw.count > Limits.rowBytes { return consumer.reject(.tooLong, at: position, raw: raw) }
        scratch.begin(room: raw.count)
        memory.clear(names.count)
        var scanner = JSONScanner(bytes, from: start, to: start + raw.count, scratch: scratch)
        guard scanner.beginObject() else { return consumer.reject(.notAnObject, at: position, raw: raw) }
        var step = scanner.nextMember()
        while step == .member {
            memory.fields[try column(scanner.key, &consumer)] = scanner.value
            step = scanner.nextMember()
        }
        guard step == .end else { return consumer.reject(.notAnObject, at: position, raw: raw) }
        let row = RowView(
            fields: memory.fields, count: names.count, line: position.line, offset: position.offset, raw: raw,
            isUnescaped: scratch.used > 0)
        try consumer.take(row)
    }

    /// The column of a member name; a new one is made known.
    @inline(__always)
    private mutating func column<Consumer: RowConsumer>(
        _ key: Field, _ consumer: inout Consumer
    ) throws -> Int {
        if let known = names.find(key.bytes) { return Int(known) }
        return try newColumn(key, &consumer)
    }

    private mutating func newColumn<Consumer: RowConsumer>(
        _ key: Field, _ consumer: inout Consumer
    ) throws -> Int {
        let name = key.string
        var repaired = name
        // Names that only differ in bytes that are no UTF-8 read the same, so they are the same column.
        if let known = repaired.withUTF8({ names.find($0) }) { return Int(known) }
        nameBytes += key.count
        guard names.count < Limits.columns, nameBytes <= Limits.columnNameBytes else {
            throw FileFailure.tooManyColumns
        }
        memory.clearField(names.count)
        let column = Int(repaired.withUTF8 { names.insert($0) })
        try consumer.add(column: name)
        return column
    }
}
