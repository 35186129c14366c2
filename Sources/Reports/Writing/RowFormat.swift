import Casework

/// How rows become bytes.
enum RowFormat: Sendable {
    /// RFC 4180 with LF. Exact: what is text in evidence is the same text here.
    case exactCSV
    /// The same, with `FormulaGuard` over texts.
    case guardedCSV
    /// One object a line, every column in each; what has no value is null.
    case jsonLines

    func appendHeader<Row>(_ table: ExportTable<Row>, to bytes: inout [UInt8]) {
        guard self != .jsonLines else { return }
        for (index, column) in table.columns.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            CSVCell.append(.text(column.name), isGuarded: self == .guardedCSV, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    func append<Row>(_ row: Row, _ columns: [ExportColumn<Row>], to bytes: inout [UInt8]) {
        switch self {
        case .exactCSV, .guardedCSV:
            for (index, column) in columns.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                CSVCell.append(column.cell(row), isGuarded: self == .guardedCSV, to: &bytes)
            }
        case .jsonLines:
            bytes.append(UInt8(ascii: "{"))
            for (index, column) in columns.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                JSONCell.append(name: column.name, to: &bytes)
                JSONCell.append(column.cell(row), to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}

/// One cell of CSV.
enum CSVCell {
    static func append(_ cell: ExportCell, isGuarded: Bool, to bytes: inout [UInt8]) {
        switch cell {
        case .none, .list([]): break
        case .text(let text): appendText(isGuarded ? FormulaGuard.guarded(text) : text, to: &bytes)
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += (JSONCell.number(value) ?? "").utf8
        case .time(let time): bytes += time.rfc3339.utf8
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .list(let items):
            var json: [UInt8] = []
            JSONCell.append(.list(items), to: &json)
            appendText(String(decoding: json, as: UTF8.self), to: &bytes)
        }
    }

    /// Quoted where a comma, a quote, a line break or a space at an end asks for it.
    private static func appendText(_ text: String, to bytes: inout [UInt8]) {
        let utf8 = text.utf8
        let space = UInt8(ascii: " ")
        let needsQuotes = utf8.first == space || utf8.last == space || utf8.contains(where: isSpecial)
        guard needsQuotes else { return bytes += utf8 }
        bytes.append(quote)
        for byte in utf8 {
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        bytes.append(quote)
    }

    private static let quote = UInt8(ascii: "\"")

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == quote || byte == UInt8(ascii: ",") || byte == 10 || byte == 13
    }
}

/// One value of JSON, safe to show on a terminal.
enum JSONCell {
    static func append(name: String, to bytes: inout [UInt8]) {
        append(.text(name), to: &bytes)
        bytes.append(UInt8(ascii: ":"))
    }

    static func append(_ cell: ExportCell, to bytes: inout [UInt8]) {
        switch cell {
        case .none: bytes += "null".utf8
        case .text(let text): appendText(text, to: &bytes)
        case .integer(let value): bytes += String(value).utf8
        case .number(let value): bytes += (number(value) ?? "null").utf8
        case .time(let time): appendText(time.rfc3339, to: &bytes)
        case .boolean(let value): bytes += (value ? "true" : "false").utf8
        case .list(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                appendText(item, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        }
    }

    /// The shortest digits that read back the same; whole numbers without a fraction; nil where JSON has none.
    static func number(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        guard value == value.rounded(), abs(value) < 1e15 else { return "\(value)" }
        return String(Int64(value))
    }

    private static func appendText(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
            case "\n": bytes += "\\n".utf8
            case "\r": bytes += "\\r".utf8
            case "\t": bytes += "\\t".utf8
            case _ where SafeOutput.isUnsafe(scalar.value): SafeOutput.appendJSON(scalar.value, to: &bytes)
            case _ where scalar.isASCII: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
