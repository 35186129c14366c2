/// What a field is written as.
enum FieldShape: UInt8 {
    /// No such column in this row, an empty cell, JSON null.
    case absent
    /// A CSV cell or a JSON string, unescaped.
    case text
    /// A JSON number, as written.
    case number
    case boolean
    /// A JSON array or object, as written.
    case array, object
    /// What a map could not make a value of: what stood there, for the reject or fault.
    case unreadable
}

/// One value of a row: bytes in the window or, where it had to be unescaped, in the reader's scratch memory.
///
/// Good until the reader goes on to the next row.
struct Field {
    var start: UnsafePointer<UInt8>
    var count: Int
    var shape: FieldShape
    /// A CSV cell with doubled quotes that are still to be made single.
    var hasDoubledQuotes = false
    /// A JSON string with an escape of half a surrogate pair, which is no text.
    var hasLoneSurrogate = false

    @inline(__always)
    init(start: UnsafePointer<UInt8>, count: Int, shape: FieldShape) {
        self.start = start
        self.count = count
        self.shape = shape
    }

    @inline(__always)
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Empty and absent are the same.
    @inline(__always)
    var isEmpty: Bool { count == 0 || shape == .absent }

    /// Something that a column of the format can hold: no boolean, array or object.
    @inline(__always)
    var isScalar: Bool { count > 0 && (shape == .text || shape == .number) }

    /// The value as text, with replacement marks where it is no UTF-8.
    var string: String { String(decoding: bytes, as: UTF8.self) }
}
