/// The escape sequence that hands text to the terminal's clipboard.
public enum Clipboard {
    /// Longest text in bytes: with base64 it stays below the 100,000 bytes that xterm and tmux accept.
    public static let byteLimit = 74_994

    /// OSC 52 with the text in base64, or nil when it is too long.
    public static func sequence(for text: String) -> [UInt8]? {
        guard text.utf8.count <= byteLimit else { return nil }
        return Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + [0x07]
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                let digit = digits[Int(bits >> UInt32(18 - 6 * place) & 63)]
                out.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
        }
        return out
    }
}
