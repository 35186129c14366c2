/// Reads the first key of a run of bytes.
enum KeySequence: Equatable {
    /// More bytes are needed.
    case incomplete
    /// A bracketed paste begins after these bytes.
    case pasteStart
    /// So many bytes are the terminal's answer that it has taken in all that was sent before (`ESC [ 0 n`).
    case answer(Int)
    /// So many bytes are used up; nil when they mean nothing here.
    case done(Int, TerminalEvent?)

    /// - Parameter bytes: not empty.
    static func read(_ bytes: [UInt8]) -> KeySequence {
        guard let first = bytes.first else { return .incomplete }
        switch first {
        case 0x1B: return escape(bytes)
        case 0x00..<0x20, 0x7F: return .done(1, .key(control(first)))
        case 0x20..<0x7F: return .done(1, .key(.character(Character(Unicode.Scalar(first)))))
        default: return letter(bytes)
        }
    }

    private static func key(_ count: Int, _ key: Key?) -> KeySequence {
        .done(count, key.map(TerminalEvent.key))
    }

    private static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x08, 0x7F: .backspace
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x00: .control(" ")
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
        default: .control(Character(Unicode.Scalar(byte + 0x40)))
        }
    }

    /// A letter beyond ASCII; bytes that are none, and controls, are dropped.
    private static func letter(_ bytes: [UInt8]) -> KeySequence {
        let count = UTF8Form.length(bytes[0])
        guard count > 1 else { return .done(1, nil) }
        let form = Array(bytes.prefix(count))
        guard form.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .done(1, nil) }
        guard form.count == count else { return .incomplete }
        guard let scalar = UTF8Form.scalar(form) else { return .done(1, nil) }
        guard ScalarKind(scalar) != .hidden else { return .done(count, nil) }
        return key(count, .character(Character(scalar)))
    }

    private static func escape(_ bytes: [UInt8]) -> KeySequence {
        guard bytes.count > 1 else { return .incomplete }
        switch bytes[1] {
        case UInt8(ascii: "["): return ControlSequence.read(bytes)
        case UInt8(ascii: "O"): return singleShift(bytes)
        case 0x08, 0x7F: return key(2, .control("w"))
        case 0x20..<0x7F: return key(2, .alt(Character(Unicode.Scalar(bytes[1]))))
        default: return key(1, .escape)
        }
    }

    /// ESC O and a letter: keys of the application keypad and F1 to F4.
    private static func singleShift(_ bytes: [UInt8]) -> KeySequence {
        guard bytes.count > 2 else { return .incomplete }
        switch bytes[2] {
        case 0x40..<0x7F: break
        default: return key(2, .alt("O"))
        }
        if bytes[2] == UInt8(ascii: "M") { return key(3, .enter) }
        return key(3, ControlSequence.named(bytes[2], modifier: 1))
    }
}

/// CSI sequences: ESC [ with parameters and a final byte (ECMA-48; xterm's control sequences).
enum ControlSequence {
    /// - Parameter bytes: begins with ESC [.
    static func read(_ bytes: [UInt8]) -> KeySequence {
        if bytes.count > 2, bytes[2] == UInt8(ascii: "[") { return console(bytes) }
        guard let end = bytes.indices.dropFirst(2).first(where: { !(0x20...0x3F).contains(bytes[$0]) }) else {
            return .incomplete
        }
        guard (0x40..<0x7F).contains(bytes[end]) else { return .done(end, nil) }
        let body = Array(bytes[2..<end])
        if bytes[end] == UInt8(ascii: "M"), body.isEmpty { return oldMouse(bytes) }
        if body.first == UInt8(ascii: "<") {
            return .done(end + 1, mouse(numbers(body.dropFirst()), isPress: bytes[end] == UInt8(ascii: "M")))
        }
        if bytes[end] == UInt8(ascii: "n"), body == [UInt8(ascii: "0")] { return .answer(end + 1) }
        let numbers = numbers(body[...])
        if bytes[end] == UInt8(ascii: "~") {
            if numbers.first == 200 { return .pasteStart }
            return .done(end + 1, numbered(numbers.first ?? 0).map(TerminalEvent.key))
        }
        let modifier = numbers.count > 1 ? numbers[1] : 1
        return .done(end + 1, named(bytes[end], modifier: modifier).map(TerminalEvent.key))
    }

    /// A key by its letter. Modifiers from 3 on hold Alt or Ctrl.
    static func named(_ letter: UInt8, modifier: Int) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): modifier >= 3 ? .wordRight : .right
        case UInt8(ascii: "D"): modifier >= 3 ? .wordLeft : .left
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "Z"): .backTab
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }

    /// F1 to F5 on the Linux console: ESC [ [ and a letter.
    private static func console(_ bytes: [UInt8]) -> KeySequence {
        guard bytes.count > 3 else { return .incomplete }
        guard (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(bytes[3]) else { return .done(3, nil) }
        return .done(4, .key(.function(Int(bytes[3] - UInt8(ascii: "A")) + 1)))
    }

    /// Reports of the mouse in the old form are swallowed: they cannot say where on a wide screen.
    private static func oldMouse(_ bytes: [UInt8]) -> KeySequence {
        bytes.count < 6 ? .incomplete : .done(6, nil)
    }

    /// SGR mouse reports (mode 1006).
    private static func mouse(_ numbers: [Int], isPress: Bool) -> TerminalEvent? {
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let point = Point(column: numbers[1] - 1, row: numbers[2] - 1)
        // Shift, Alt and Ctrl do not matter.
        let button = numbers[0] & ~(4 | 8 | 16)
        switch button {
        case 0...2: return .mouse(MouseEvent(isPress ? .press : .release, button: button, at: point))
        case 64: return .mouse(MouseEvent(.wheelUp, at: point))
        case 65: return .mouse(MouseEvent(.wheelDown, at: point))
        default: return nil
        }
    }

    /// The numbers between semicolons; an empty or wrong one is 0, a long one stops growing.
    private static func numbers(_ body: ArraySlice<UInt8>) -> [Int] {
        body.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map { digits in
            digits.reduce(0) { value, byte in
                (0x30...0x39).contains(byte) ? min(value * 10 + Int(byte - 0x30), 99_999) : 0
            }
        }
    }
}
