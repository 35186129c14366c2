import CNcurses

/// The escape sequences that enter and leave what ncurses itself knows nothing of, and the whole way out.
enum RestorationBytes {
    static let pasteOn = Array("\u{1B}[?2004h".utf8)
    static let pasteOff = Array("\u{1B}[?2004l".utf8)
    static let mouseOn = Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1000l".utf8)

    /// Everything a crash handler must send: prepared now, since terminfo cannot be asked then.
    /// - Parameters:
    ///   - hasPaste: whether the terminal knows of pastes.
    ///   - hasMouse: whether it has a mouse.
    static func capture(rows: Int, hasPaste: Bool, hasMouse: Bool) -> [UInt8] {
        var bytes = (hasPaste ? pasteOff : []) + (hasMouse ? mouseOff : [])
        for name in ["sgr0", "op", "cnorm", "rmkx"] { bytes += capability(name) }
        let leave = capability("rmcup")
        // Without a second screen, go below what is drawn.
        bytes += leave.isEmpty ? string(curses_move_to(Int32(clamping: rows - 1), 0)) : leave
        return bytes + Array("\r\n".utf8)
    }

    /// Ends every colour and attribute.
    static func plain() -> [UInt8] { capability("sgr0") + capability("op") }

    private static func capability(_ name: String) -> [UInt8] {
        string(curses_string(name))
    }

    private static func string(_ pointer: UnsafePointer<CChar>?) -> [UInt8] {
        guard let pointer else { return [] }
        return withoutPadding(Array(String(cString: pointer).utf8))
    }

    /// Drops the delays (`$<5/>`) that terminfo has for terminals of glass and iron.
    static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: "$<".utf8),
                let end = bytes[index...].firstIndex(of: UInt8(ascii: ">"))
            {
                index = end + 1
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }
}
