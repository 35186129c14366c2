import Casework

/// Why a row is rejected.
enum RejectReason: Hashable {
    case bad(String)
    case fieldCount, unterminatedQuote, badQuote, tooLong, badEncoding, notAnObject, duplicate

    var name: String {
        switch self {
        case .bad(let field): "bad_" + field
        case .fieldCount: "field_count"
        case .unterminatedQuote: "unterminated_quote"
        case .badQuote: "bad_quote"
        case .tooLong: "too_long"
        case .badEncoding: "bad_encoding"
        case .notAnObject: "not_an_object"
        case .duplicate: "duplicate"
        }
    }
}

/// A row where it lies. `fields` are good until the reader goes on; what they point to, and `raw`, until the
/// consumer is told to settle, but for rows with unescaped fields: those are good until the reader goes on.
struct RowView {
    var fields: UnsafeMutablePointer<Field>
    /// `fields[0..<count]` are there.
    var count: Int
    var line: Int
    var offset: Int
    /// The row as received, without its line end.
    var raw: UnsafeBufferPointer<UInt8>
    /// Some field lies in the reader's scratch memory.
    var isUnescaped: Bool

    @inline(__always)
    var position: RowPosition { RowPosition(line: line, offset: offset) }
}

/// What takes the rows of one file, whatever form they are written in.
protocol RowConsumer {
    /// Told once, before any row. JSONL files begin with none.
    ///
    /// - Throws: `FileFailure` where a required column is missing (CSV only).
    mutating func begin(columns: [String]) throws
    /// JSONL: a member name that no row before had; its column number is the next one.
    ///
    /// - Throws: `FileFailure`.
    mutating func add(column: String) throws
    mutating func take(_ row: RowView) throws
    mutating func reject(_ reason: RejectReason, at position: RowPosition, raw: UnsafeBufferPointer<UInt8>)
    /// The bytes of the rows so far are about to go: claims that may need their text are made now.
    mutating func settle() throws
    /// No row comes any more.
    mutating func finish() throws
}

/// At most the first 4 KiB.
func rawPrefix(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    Array(bytes.prefix(Reject.longestRaw))
}
