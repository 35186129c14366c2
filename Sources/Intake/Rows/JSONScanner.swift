/// Reads JSON (RFC 8259) from bytes, value by value, strictly.
///
/// Numbers keep their text; strings are unescaped into scratch memory where they have to be; arrays and
/// objects are checked and given back as written.
struct JSONScanner {
    enum Step {
        /// `key` and `value` hold a member.
        case member
        case end
        /// Not JSON.
        case broken
    }

    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private let scratch: ScratchMemory
    private var at: Int
    private var isFirst = true
    private(set) var key: Field
    private(set) var value: Field

    /// `scratch` must have room for as many bytes as there are here.
    init(_ bytes: UnsafePointer<UInt8>, from: Int, to end: Int, scratch: ScratchMemory) {
        self.bytes = bytes
        self.end = end
        self.scratch = scratch
        at = from
        key = Field(start: bytes, count: 0, shape: .absent)
        value = key
    }

    // MARK: an object, member by member

    /// Goes into the object that the text has to be.
    mutating func beginObject() -> Bool {
        skipSpace()
        isFirst = true
        return take("{")
    }

    /// The next member; at `end`, nothing but space may follow the object.
    @inline(__always)
    mutating func nextMember() -> Step {
        skipSpace()
        if take("}") {
            skipSpace()
            return at == end ? .end : .broken
        }
        if !isFirst {
            guard take(",") else { return .broken }
            skipSpace()
        }
        isFirst = false
        guard let name = string(keeps: true) else { return .broken }
        skipSpace()
        guard take(":") else { return .broken }
        skipSpace()
        guard let content = readValue(keeps: true, depth: 1) else { return .broken }
        key = name
        value = content
        return .member
    }

    // MARK: values

    private mutating func readValue(keeps: Bool, depth: Int) -> Field? {
        guard at < end else { return nil }
        switch bytes[at] {
        case Byte.quote: return string(keeps: keeps)
        case UInt8(ascii: "{"): return container(depth: depth, isObject: true)
        case UInt8(ascii: "["): return container(depth: depth, isObject: false)
        case UInt8(ascii: "t"): return literal("true", .boolean)
        case UInt8(ascii: "f"): return literal("false", .boolean)
        case UInt8(ascii: "n"): return literal("null", .absent)
        default: return number()
        }
    }

    private mutating func literal(_ word: StaticString, _ shape: FieldShape) -> Field? {
        let length = word.utf8CodeUnitCount
        guard end - at >= length else { return nil }
        for index in 0..<length where bytes[at + index] != word.utf8Start[index] { return nil }
        at += length
        return Field(start: bytes + (at - length), count: shape == .absent ? 0 : length, shape: shape)
    }

    private mutating func number() -> Field? {
        let start = at
        _ = take("-")
        let whole = digits()
        guard whole == 1 || (whole > 1 && bytes[at - whole] != UInt8(ascii: "0")) else { return nil }
        if take("."), digits() == 0 { return nil }
        if take("e") || take("E") {
            if !take("+") { _ = take("-") }
            if digits() == 0 { return nil }
        }
        return Field(start: bytes + start, count: at - start, shape: .number)
    }

    private mutating func digits() -> Int {
        let start = at
        while at < end, bytes[at] &- 48 < 10 { at += 1 }
        return at - start
    }

    /// Checks an array or object; its text is the value.
    private mutating func container(depth: Int, isObject: Bool) -> Field? {
        guard depth < Limits.nesting else { return nil }
        let start = at
        let close: Unicode.Scalar = isObject ? "}" : "]"
        at += 1
        skipSpace()
        if !take(close) {
            repeat {
                skipSpace()
                if isObject {
                    guard at < end, string(keeps: false) != nil else { return nil }
                    skipSpace()
                    guard take(":") else { return nil }
                    skipSpace()
                }
                guard readValue(keeps: false, depth: depth + 1) != nil else { return nil }
                skipSpace()
            } while take(",")
            guard take(close) else { return nil }
        }
        return Field(start: bytes + start, count: at - start, shape: isObject ? .object : .array)
    }

    // MARK: strings

    /// A string. With `keeps` the field holds its unescaped text; without, it is checked only.
    @inline(__always)
    private mutating func string(keeps: Bool) -> Field? {
        guard at < end, bytes[at] == Byte.quote else { return nil }
        let start = at + 1
        let stop = plainRun(from: start)
        guard stop < end else { return nil }
        if bytes[stop] == Byte.quote {
            at = stop + 1
            return Field(start: bytes + start, count: stop - start, shape: .text)
        }
        return escapedString(from: start, firstStop: stop, keeps: keeps)
    }

    private mutating func escapedString(from start: Int, firstStop: Int, keeps: Bool) -> Field? {
        let text = scratch.next
        var hasLoneSurrogate = false
        var run = start
        var stop = firstStop
        while stop < end {
            if keeps { scratch.append(bytes + run, count: stop - run) }
            at = stop + 1
            if bytes[stop] == Byte.quote {
                var field = Field(start: text, count: text.distance(to: scratch.next), shape: .text)
                field.hasLoneSurrogate = hasLoneSurrogate
                return field
            }
            guard bytes[stop] == Byte.backslash, let scalar = JSONEscape.read(bytes, &at, to: end) else {
                return nil
            }
            let isLone = scalar == JSONEscape.loneSurrogate
            hasLoneSurrogate = hasLoneSurrogate || isLone
            if keeps { scratch.append(scalar: isLone ? 0xFFFD : scalar) }
            run = at
            stop = plainRun(from: run)
        }
        return nil
    }

    /// Index of the first quote, backslash or control character, else `end`.
    @inline(__always)
    private func plainRun(from: Int) -> Int {
        var index = from
        while end - index >= 8 {
            let word = WordScan.load(bytes + index)
            let control = ~(((word & WordScan.lows) &+ 0x6060_6060_6060_6060) | word) & WordScan.highs
            let hits =
                control | WordScan.zeros(word ^ WordScan.repeated(Byte.quote))
                | WordScan.zeros(word ^ WordScan.repeated(Byte.backslash))
            if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < end, bytes[index] >= 0x20, bytes[index] != Byte.quote, bytes[index] != Byte.backslash {
            index += 1
        }
        return index
    }

    // MARK: single bytes

    @inline(__always)
    private mutating func skipSpace() {
        while at < end, bytes[at] <= 0x20 {
            guard bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 else {
                return
            }
            at += 1
        }
    }

    @inline(__always)
    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard at < end, UInt32(bytes[at]) == character.value else { return false }
        at += 1
        return true
    }
}
