/// Walks over the bytes of a CSV file, record by record.
struct CSVReader {
    private let bytes: [UInt8]
    private let file: String
    private var at: Int
    /// Line of the byte at `at`, from 1.
    private var line = 1

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record that is no blank line; nil at the end.
    mutating func record() throws(CSVError) -> CSVTable.Row? {
        skipBlankLines()
        guard at < bytes.count else { return nil }
        let start = line
        var fields: [String] = []
        repeat { fields.append(try field(of: start)) } while takeComma()
        takeLineEnd()
        return CSVTable.Row(line: start, fields: fields)
    }

    private mutating func field(of start: Int) throws(CSVError) -> String {
        let raw = at < bytes.count && bytes[at] == Self.quote ? try quoted(start) : plain()
        guard at >= bytes.count || bytes[at] == Self.comma || lineEndLength > 0 else {
            throw CSVError(file: file, line: start, cause: .strayQuote)
        }
        guard let text = String(validating: raw, as: UTF8.self) else {
            throw CSVError(file: file, line: start, cause: .notUTF8)
        }
        return text
    }

    private mutating func plain() -> [UInt8] {
        let start = at
        while at < bytes.count, bytes[at] != Self.comma, lineEndLength == 0 { at += 1 }
        return Array(bytes[start..<at])
    }

    private mutating func quoted(_ start: Int) throws(CSVError) -> [UInt8] {
        var field: [UInt8] = []
        at += 1
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == Self.quote {
                guard at < bytes.count, bytes[at] == Self.quote else { return field }
                at += 1
            } else if byte == Self.newline {
                line += 1
            }
            field.append(byte)
        }
        throw CSVError(file: file, line: start, cause: .openQuote)
    }

    private mutating func takeComma() -> Bool {
        guard at < bytes.count, bytes[at] == Self.comma else { return false }
        at += 1
        return true
    }

    private mutating func takeLineEnd() {
        let length = lineEndLength
        at += length
        if length > 0 { line += 1 }
    }

    private mutating func skipBlankLines() {
        while lineEndLength > 0 { takeLineEnd() }
    }

    /// 1 at LF, 2 at CRLF, else 0.
    private var lineEndLength: Int {
        guard at < bytes.count else { return 0 }
        if bytes[at] == Self.newline { return 1 }
        let isPair = bytes[at] == 13 && at + 1 < bytes.count && bytes[at + 1] == Self.newline
        return isPair ? 2 : 0
    }

    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")
    private static let newline = UInt8(ascii: "\n")
}
