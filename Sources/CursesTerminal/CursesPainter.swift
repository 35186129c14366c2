import CNcurses
import Glibc
import Terminal

/// Puts cells into ncurses' screen and knows what styles look like on this terminal.
struct CursesPainter {
    private let palette: Palette
    private let pairs: [Int32]

    /// Makes the colour pairs of a palette. Call after `newterm`.
    init(palette: Palette) {
        self.palette = palette
        guard palette.name != .mono, start_color() == OK, use_default_colors() == OK else {
            pairs = Role.allCases.map { _ in 0 }
            return
        }
        pairs = Role.allCases.map { role in
            let look = palette.appearance(of: Style(role))
            guard look.foreground != .standard || look.background != .standard else { return 0 }
            let pair = Int32(role.rawValue) + 1
            let made = init_extended_pair(pair, Self.number(look.foreground), Self.number(look.background))
            return made == OK ? pair : 0
        }
    }

    private static func number(_ colour: Colour) -> Int32 {
        switch colour {
        case .standard: -1
        case .ansi(let number), .indexed(let number): Int32(number)
        }
    }

    /// Puts changed cells on ncurses' screen; nothing is sent before `doupdate`.
    func paint(_ run: CellRun) {
        var column = Int32(clamping: run.origin.column)
        let row = Int32(clamping: run.origin.row)
        for cell in run.cells where cell.width > 0 {
            paint(cell, row: row, column: column)
            column += Int32(cell.width)
        }
    }

    private func paint(_ cell: Cell, row: Int32, column: Int32) {
        let look = palette.appearance(of: cell.style)
        let attributes = Self.attributes(look.attributes)
        let isPlain = look.foreground == .standard && look.background == .standard
        let pair = isPlain ? 0 : pairs[Int(cell.style.role.rawValue)]
        let wide = cell.text.unicodeScalars.map { wchar_t($0.value) }
        if Self.agrees(wide, columns: cell.width) {
            curses_put(row, column, wide + [0], attributes, pair)
            return
        }
        // The C library counts other columns than we do, or none: a sign of known width keeps the line.
        for offset in 0..<cell.width {
            curses_put(row, column + Int32(offset), [wchar_t(UInt8(ascii: "?")), 0], attributes, pair)
        }
    }

    /// Whether the C library, on which ncurses relies, counts the same columns.
    private static func agrees(_ text: [wchar_t], columns: Int) -> Bool {
        guard let first = text.first else { return false }
        if text.count == 1, (0x20..<0x7F).contains(first) { return columns == 1 }
        return curses_columns(first) == Int32(columns)
            && text.dropFirst().allSatisfy { curses_columns($0) == 0 }
    }

    private static func attributes(_ attributes: Attributes) -> attr_t {
        var result: attr_t = 0
        if attributes.contains(.bold) { result |= curses_bold() }
        if attributes.contains(.underline) { result |= curses_underline() }
        if attributes.contains(.reverse) { result |= curses_reverse() }
        return result
    }
}
