/// Writes any `Encodable` as JSON text the way this tool prints it.
///
/// Unlike Foundation's encoder: keys in the order of declaration and in snake case, a missing value as `null`
/// rather than left out, the same bytes every time, and every character that could steer a terminal (controls,
/// C1, bidi, zero-width, line separators) as `\u` and four digits. Dictionaries come sorted by key. Numbers that JSON cannot
/// hold (infinite, not a number) become `null`. Linear in the output.
public enum JSONText {
    public static func encode(_ value: some Encodable) throws -> [UInt8] {
        let writer = JSONWriter()
        try writer.write(value, path: [])
        return writer.bytes
    }
}

/// The growing text; shared by the containers that write into it one after another.
final class JSONWriter {
    var bytes: [UInt8] = []

    func write(_ value: some Encodable, path: [any CodingKey]) throws {
        if let dictionary = value as? any KeyedByText {
            return try writeSorted(dictionary.entriesByText, path: path)
        }
        let encoder = JSONTextEncoder(writer: self, codingPath: path)
        try value.encode(to: encoder)
        encoder.finish()
    }

    private func writeSorted(_ entries: [(String, any Encodable)], path: [any CodingKey]) throws {
        bytes.append(UInt8(ascii: "{"))
        let sorted = entries.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
        for (index, entry) in sorted.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            text(entry.0)
            bytes.append(UInt8(ascii: ":"))
            try write(entry.1, path: path)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    func number(_ value: Double) {
        guard value.isFinite else { return literal("null") }
        if value == value.rounded(), abs(value) < 1e15 {
            bytes.append(contentsOf: String(Int64(value)).utf8)
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }

    func text(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars { append(scalar) }
        bytes.append(UInt8(ascii: "\""))
    }

    private func append(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": literal("\\\"")
        case "\\": literal("\\\\")
        case "\n": literal("\\n")
        case "\r": literal("\\r")
        case "\t": literal("\\t")
        case _ where SafeOutput.isUnsafe(scalar.value): escape(scalar)
        default: UTF8.encode(scalar).map { bytes.append(contentsOf: $0) }
        }
    }

    private func escape(_ scalar: Unicode.Scalar) {
        for unit in String(Character(scalar)).utf16 {
            let digits = String(unit, radix: 16)
            literal("\\u")
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.count))
            bytes.append(contentsOf: digits.utf8)
        }
    }
}

/// A dictionary whose keys are text: written as an object, sorted.
protocol KeyedByText {
    var entriesByText: [(String, any Encodable)] { get }
}

extension Dictionary: KeyedByText where Key: TextKey, Value: Encodable {
    var entriesByText: [(String, any Encodable)] { map { ($0.key.keyText, $0.value) } }
}

/// A key that has one text.
protocol TextKey: Hashable {
    var keyText: String { get }
}

extension String: TextKey {
    var keyText: String { self }
}

extension EvidenceFamily: TextKey {
    var keyText: String { rawValue }
}
