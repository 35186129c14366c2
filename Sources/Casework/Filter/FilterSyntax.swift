/// The letters of the filter language.
enum FilterSyntax {
    static let quote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")
    /// Longest first, so that `>=` is not read as `>`.
    static let signs = [">=", "<=", "!=", ":", "=", ">", "<"]

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    static func endsWord(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
    }

    static func isGlob(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") }

    /// What a backslash inside quotes makes a letter of.
    static func isEscaped(_ byte: UInt8) -> Bool { byte == quote || byte == backslash }

    static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(lowercased(byte)) }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || (48...57).contains(byte) || byte == UInt8(ascii: "_")
    }

    /// ASCII letters folded to lower case; every other byte as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte | 0x20 : byte }
}
