import Casework

/// Makes the values that a map asks for of one row of the foreign file.
final class RowValues {
    private var memory = ValueMemory()
    private var finds: JSONFinds
    /// Number of the row's field for each column of the map, -1 where the file has shown no such column.
    var places: [Int]
    private var row: RowView
    /// What the value at hand was made of: a column by its number, and what stood there.
    private(set) var origin: (column: Int, field: Field)?

    init(columns: Int) {
        places = [Int](repeating: -1, count: columns)
        finds = JSONFinds(memory: memory)
        let nothing = FieldMemory(capacity: 1)
        emptyRow = nothing
        row = RowView(
            fields: nothing.fields, count: 0, line: 0, offset: 0,
            raw: UnsafeBufferPointer(start: nil, count: 0), isUnescaped: true)
    }

    private let emptyRow: FieldMemory

    var isExhausted: Bool { memory.isExhausted }

    func begin(_ row: RowView) {
        self.row = row
        memory.begin()
    }

    /// The value; `unreadable`, with what stood there, where a step could not be done. Good until `begin`.
    func value(_ rule: ValueRule) -> Field {
        origin = nil
        return made(rule)
    }

    func fits(_ condition: RowCondition) -> Bool {
        let value = made(condition.value)
        guard let words = condition.words else { return !value.isEmpty }
        let bytes = value.shape == .absent ? UnsafeBufferPointer(start: nil, count: 0) : value.bytes
        return words.contains { $0.elementsEqual(bytes) } != condition.isNegated
    }

    private func made(_ rule: ValueRule) -> Field {
        var value = raw(rule)
        if !value.isEmpty, value.shape != .unreadable, !rule.steps.isEmpty {
            let source = value
            for step in rule.steps {
                value = done(step, value)
                if value.isEmpty || value.shape == .unreadable { break }
            }
            if value.shape == .unreadable { value = RowValues.unreadable(source) }
        }
        if value.shape == .boolean { value.shape = .text }
        if value.isEmpty, let standIn = rule.standIn { return memory.text(standIn) }
        return value
    }

    private static func unreadable(_ field: Field) -> Field {
        Field(start: field.start, count: field.count, shape: .unreadable)
    }

    // MARK: where values come from

    private func raw(_ rule: ValueRule) -> Field {
        switch rule.origin {
        case .constant(let text): return memory.text(text)
        case .column(let column, let path, let separator): return nested(column, path, separator)
        case .first(let rules):
            var last = memory.nothing
            for rule in rules {
                let value = made(rule)
                if !value.isEmpty, value.shape != .unreadable { return value }
                if !value.isEmpty { last = value }
            }
            return last
        case .all(let rules, let separator):
            let values = rules.map(made).filter { $0.isScalar }
            return values.count == 1 ? values[0] : joined(values, separator)
        case .open: return memory.nothing
        }
    }

    private func nested(_ column: Int, _ path: [PathStep], _ separator: [UInt8]?) -> Field {
        let place = places[column]
        guard place >= 0, place < row.count, !row.fields[place].isEmpty else { return memory.nothing }
        let field = row.fields[place]
        if origin == nil { origin = (column, field) }
        guard !path.isEmpty else { return field }
        finds.begin()
        finds.find(path[...], in: JSONPiece(start: field.start, count: field.count, shape: field.shape))
        return found(separator)
    }

    /// What was found, joined; without a separator the first.
    private func found(_ separator: [UInt8]?) -> Field {
        guard let first = finds.found.first else { return memory.nothing }
        guard let separator, finds.found.count > 1 else { return memory.unescaped(first) }
        return joined(finds.found.map(memory.unescaped).filter(\.isScalar), separator)
    }

    private func joined(_ values: [Field], _ separator: [UInt8]) -> Field {
        guard !values.isEmpty else { return memory.nothing }
        var text = memory.text(values.map(\.bytes), separator: separator)
        text.hasLoneSurrogate = values.contains(where: \.hasLoneSurrogate)
        return text
    }

    // MARK: what is done to them

    private func done(_ step: ValueStep, _ value: Field) -> Field {
        switch step {
        case .json(let path, let separator):
            finds.begin()
            finds.find(path[...], in: JSONPiece(start: value.start, count: value.count, shape: value.shape))
            return found(separator)
        case .chat(let role):
            finds.begin()
            finds.findChat(
                role: role, in: JSONPiece(start: value.start, count: value.count, shape: value.shape))
            return found([Byte.lineFeed])
        default:
            guard value.isScalar || value.shape == .boolean else { return RowValues.unreadable(value) }
            return doneToText(step, value)
        }
    }

    private func doneToText(_ step: ValueStep, _ value: Field) -> Field {
        switch step {
        case .trim: return part(value, RowValues.trimmed(value.bytes))
        case .lower: return changed(value) { (65...90).contains($0) ? $0 | 0x20 : $0 }
        case .upper: return changed(value) { (97...122).contains($0) ? $0 & 0xDF : $0 }
        case .sha256: return hashed(value)
        case .address: return part(value, AddressPart.range(of: value.bytes))
        case .split(let separator, let index):
            return part(value, RowValues.split(value.bytes, separator, index))
        case .capture(let pattern): return part(value, pattern.find(value.bytes) ?? 0..<0)
        case .words(let words): return words.find(value.bytes).map { memory.text($0) } ?? value
        case .prefix(let text): return text.withUnsafeBufferPointer { memory.text($0, value.bytes) }
        case .suffix(let text): return text.withUnsafeBufferPointer { memory.text(value.bytes, $0) }
        case .date(let pattern):
            let range = RowValues.trimmed(value.bytes)
            let text = UnsafeBufferPointer(rebasing: value.bytes[range])
            return pattern.milliseconds(text).flatMap(time) ?? RowValues.unreadable(value)
        case .json, .chat: return value
        }
    }

    /// Milliseconds as the format writes them: 12 to 14 digits, which is 1973 to the year 5138.
    private func time(_ milliseconds: Int64) -> Field? {
        guard milliseconds >= 100_000_000_000, milliseconds < 100_000_000_000_000, let start = memory.room(14)
        else {
            return nil
        }
        let count = milliseconds < 1_000_000_000_000 ? 12 : milliseconds < 10_000_000_000_000 ? 13 : 14
        var rest = milliseconds
        for index in stride(from: count - 1, through: 0, by: -1) {
            start[index] = UInt8(48 + rest % 10)
            rest /= 10
        }
        return Field(start: start, count: count, shape: .text)
    }

    private func part(_ value: Field, _ range: Range<Int>) -> Field {
        var part = Field(start: value.start + range.lowerBound, count: range.count, shape: .text)
        part.hasLoneSurrogate = value.hasLoneSurrogate
        return part
    }

    private func changed(_ value: Field, _ change: (UInt8) -> UInt8) -> Field {
        guard let start = memory.room(value.count) else { return memory.nothing }
        for index in 0..<value.count { start[index] = change(value.start[index]) }
        var text = Field(start: start, count: value.count, shape: .text)
        text.hasLoneSurrogate = value.hasLoneSurrogate
        return text
    }

    private func hashed(_ value: Field) -> Field {
        guard let hash = try? SHA256() else { return RowValues.unreadable(value) }
        hash.update(UnsafeRawBufferPointer(value.bytes))
        return memory.text(Array(hash.finish().utf8))
    }

    private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        var (start, end) = (0, bytes.count)
        while start < end, bytes[start] <= 0x20 { start += 1 }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        return start..<end
    }

    /// Nothing where there are fewer parts.
    private static func split(
        _ bytes: UnsafeBufferPointer<UInt8>, _ separator: [UInt8], _ index: Int
    ) -> Range<Int> {
        var wanted = index
        if index < 0 {
            var at = 0
            wanted += 1
            while let next = ByteSearch.first(separator, in: bytes, from: at) {
                wanted += 1
                at = next + separator.count
            }
            if wanted < 0 { return 0..<0 }
        }
        var at = 0
        for _ in 0..<wanted {
            guard let next = ByteSearch.first(separator, in: bytes, from: at) else { return 0..<0 }
            at = next + separator.count
        }
        return at..<(ByteSearch.first(separator, in: bytes, from: at) ?? bytes.count)
    }
}

/// Finds the address in `192.0.2.1:443`, `[2001:db8::1]:443` or `2001:db8::1`.
enum AddressPart {
    /// The whole where there is no port to be told from the address.
    static func range(of bytes: UnsafeBufferPointer<UInt8>) -> Range<Int> {
        if bytes.first == UInt8(ascii: "["), let close = bytes.firstIndex(of: UInt8(ascii: "]")) {
            return 1..<close
        }
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")) else { return 0..<bytes.count }
        let isOnly = bytes.firstIndex(of: UInt8(ascii: ":")) == colon
        let isAddress = AddressReading.address(bytes) != nil
        return isOnly || !isAddress ? 0..<colon : 0..<bytes.count
    }
}
