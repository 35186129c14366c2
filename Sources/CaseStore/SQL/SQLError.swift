/// Why a query gave no answer. The wording is in `description`, nowhere else.
public enum SQLError: Error, Hashable, Sendable {
    /// SQLite's own message, and the byte of the text that it is about, where that is known.
    case wrong(message: String, offset: Int?)
    /// Something that a question to a case may not do.
    case refused(String)
    case interrupted
    /// The case holds a table of a name that this format gives to something else.
    case disguised(String)
}

extension SQLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .wrong(let message, _): message
        case .refused(let what): "\(what): queries only read the case"
        case .interrupted: "the query was interrupted"
        case .disguised(let name):
            "the case holds a table named \(name), which is no part of the format: it is not what revenuer wrote"
        }
    }

    /// The line of `sql` that the error is about and a mark under the place; nil where no place is known.
    public func marked(in sql: String) -> [String]? {
        guard case .wrong(_, let offset?) = self else { return nil }
        let bytes = Array(sql.utf8)
        guard offset <= bytes.count else { return nil }
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
        let before = String(decoding: bytes[start..<offset], as: UTF8.self)
        let line = before + String(decoding: bytes[offset..<end], as: UTF8.self)
        return [line, String(repeating: " ", count: before.count) + "^"]
    }
}
