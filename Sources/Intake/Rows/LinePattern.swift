/// How a line of a log is cut into fields.
///
/// Either fields with spaces between, where `"…"` and `[…]` hold spaces too, or a pattern of literals and
/// `{names}`. Neither ever looks back, so that a line costs its length, whatever is in it; a regular
/// expression could not promise that.
struct LinePattern: Sendable {
    enum Part: Sendable { case literal([UInt8]), field, skipped }

    /// Names of the fields, in their order.
    let names: [String]
    /// Fields that a line must have; nil for a pattern.
    private(set) var required = 0
    private(set) var parts: [Part] = []

    var isPattern: Bool { !parts.isEmpty }

    /// Fields by their order; those whose names end with `?` may be missing at the end.
    init?(columns: [String]) {
        names = columns.map { $0.hasSuffix("?") ? String($0.dropLast()) : $0 }
        required = columns.firstIndex { $0.hasSuffix("?") } ?? columns.count
        guard !names.isEmpty, Set(names).count == names.count, !names.contains("") else { return nil }
    }

    /// A pattern such as `{ip} - {user} [{time}] "{request}"`; `{}` is a field that nobody needs. What
    /// follows the last part is not looked at.
    init?(_ text: String) {
        var names: [String] = []
        var literal: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            guard byte == UInt8(ascii: "{") else {
                literal.append(byte)
                continue
            }
            let name = bytes.prefix { $0 != UInt8(ascii: "}") }
            guard name.count < bytes.count else { return nil }
            bytes = bytes.dropFirst(name.count + 1)
            if !literal.isEmpty { parts.append(.literal(literal)) } else if !parts.isEmpty { return nil }
            literal = []
            parts.append(name.isEmpty ? .skipped : .field)
            if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        guard !names.isEmpty, Set(names).count == names.count, text.utf8.count <= MapLimits.textBytes,
            names.count <= Limits.columns
        else { return nil }
        self.names = names
    }

    /// Cuts the line; false where it is not of this form. `-` alone is no value.
    func cut(_ line: UnsafeBufferPointer<UInt8>, into memory: FieldMemory) -> Bool {
        memory.clear(names.count)
        return isPattern ? match(line, memory) : split(line, memory)
    }

    private func put(
        _ line: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ number: Int, _ memory: FieldMemory
    ) {
        guard number < names.count, let base = line.baseAddress else { return }
        if range.isEmpty || (range.count == 1 && line[range.lowerBound] == UInt8(ascii: "-")) { return }
        memory.fields[number] = Field(start: base + range.lowerBound, count: range.count, shape: .text)
    }

    // MARK: fields between spaces

    private func split(_ line: UnsafeBufferPointer<UInt8>, _ memory: FieldMemory) -> Bool {
        var at = 0
        var count = 0
        while true {
            while at < line.count, line[at] == 0x20 || line[at] == 0x09 { at += 1 }
            guard at < line.count, count < names.count else { break }
            guard let (range, next) = LinePattern.field(line, from: at) else { return false }
            put(line, range, count, memory)
            count += 1
            at = next
        }
        return count >= required
    }

    /// The text of the field at hand and where it ends; nil for a quote that does not close.
    private static func field(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> (Range<Int>, Int)? {
        let close: UInt8
        switch line[start] {
        case Byte.quote: close = Byte.quote
        case UInt8(ascii: "["): close = UInt8(ascii: "]")
        default:
            var at = start
            while at < line.count, line[at] != 0x20, line[at] != 0x09 { at += 1 }
            return (start..<at, at)
        }
        guard let end = LinePattern.first([close], in: line, from: start + 1) else { return nil }
        return (start + 1..<end, end + 1)
    }

    // MARK: patterns

    private func match(_ line: UnsafeBufferPointer<UInt8>, _ memory: FieldMemory) -> Bool {
        var at = 0
        var number = 0
        var open: (start: Int, isNamed: Bool)?
        for part in parts {
            guard case .literal(let literal) = part else {
                if case .field = part { open = (at, true) } else { open = (at, false) }
                continue
            }
            guard let start = LinePattern.first(literal, in: line, from: at), open != nil || start == at
            else {
                return false
            }
            if let run = open, run.isNamed {
                put(line, run.start..<start, number, memory)
                number += 1
            }
            open = nil
            at = start + literal.count
        }
        if let run = open, run.isNamed { put(line, run.start..<line.count, number, memory) }
        return true
    }

    /// Where the literal first stands; one that begins with a quote is not found behind a backslash.
    private static func first(_ literal: [UInt8], in line: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        var at = from
        while let found = ByteSearch.first(literal, in: line, from: at) {
            guard literal[0] == Byte.quote, found > from else { return found }
            var backslashes = 0
            while found - backslashes > from, line[found - backslashes - 1] == Byte.backslash {
                backslashes += 1
            }
            if backslashes % 2 == 0 { return found }
            at = found + 1
        }
        return nil
    }
}
