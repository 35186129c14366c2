/// JSON text under construction for rows that come by the hundred thousand. What is written before is kept until
/// `removeAll`.
struct JSONBytes {
    private(set) var bytes: [UInt8] = []

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func mark(_ character: Unicode.Scalar) {
        bytes.append(UInt8(truncatingIfNeeded: character.value))
    }

    /// JSON as it stands.
    mutating func append(_ json: StaticString) {
        json.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func number(_ value: Int32) {
        var value = value
        if value < 0 {
            // The least number has no positive counterpart.
            return bytes.append(contentsOf: String(value).utf8)
        }
        let start = bytes.count
        repeat {
            bytes.append(UInt8(truncatingIfNeeded: 48 &+ value % 10))
            value /= 10
        } while value > 0
        bytes[start...].reverse()
    }

    /// A finite number as the shortest decimal that reads back as the same; others, which JSON has not, as 0.
    mutating func number(_ value: Double) {
        bytes.append(contentsOf: (value.isFinite ? String(value) : "0").utf8)
    }

    /// `{"name":figure,…}` by name, whole figures without a point; those that are not finite are left out.
    mutating func figures(_ figures: [String: Double]) {
        mark("{")
        var isFirst = true
        for (name, figure) in figures.sorted(by: { $0.key < $1.key }) where figure.isFinite {
            if !isFirst { mark(",") }
            isFirst = false
            text(name)
            mark(":")
            number(figure)
            if bytes.suffix(2) == [0x2E, 0x30] { bytes.removeLast(2) }
        }
        mark("}")
    }

    /// A string: quotes, backslashes and controls escaped, all else as it is.
    mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { characters in
            mark("\"")
            for byte in characters {
                if byte == 0x22 || byte == 0x5C {
                    bytes.append(0x5C)
                    bytes.append(byte)
                } else if byte < 0x20 {
                    bytes.append(contentsOf: "\\u00".utf8)
                    bytes.append(JSONBytes.digits[Int(byte >> 4)])
                    bytes.append(JSONBytes.digits[Int(byte & 15)])
                } else {
                    bytes.append(byte)
                }
            }
            mark("\"")
        }
    }

    /// `[…,…]` of whatever `write` writes for each.
    mutating func list<Item>(_ items: [Item], _ write: (inout JSONBytes, Item) -> Void) {
        mark("[")
        for (place, item) in items.enumerated() {
            if place > 0 { mark(",") }
            write(&self, item)
        }
        mark("]")
    }

    private static let digits = Array("0123456789abcdef".utf8)
}

extension Statement {
    /// Binds a JSON text, copying it.
    func bind(_ index: Int, _ text: JSONBytes) throws {
        try text.bytes.withUnsafeBufferPointer { try bind(index, text: $0) }
    }
}
