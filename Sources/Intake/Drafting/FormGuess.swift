import Casework

/// Tells the form of a foreign file by its first bytes.
struct FormGuess {
    var form: ForeignForm
    /// What nobody could be sure of.
    var unsure: [String] = []

    /// - Throws: `DraftError` for what no map can read.
    static func of(_ head: [UInt8], name: String) throws -> FormGuess {
        if head.starts(with: Array("PAR1".utf8)) {
            throw DraftError.otherForm("a Parquet file", advice: parquet)
        }
        if head.starts(with: Array("PK\u{3}\u{4}".utf8)) {
            throw DraftError.otherForm("a ZIP archive or a spreadsheet", advice: "save what it holds as CSV")
        }
        if head.starts(with: Array("SQLite format 3".utf8)) {
            throw DraftError.otherForm("an SQLite database", advice: "export its tables as CSV")
        }
        guard !head.contains(0) else {
            throw DraftError.otherForm(
                "a file with zero bytes, which no text has", advice: "convert it to UTF-8 text")
        }
        let text = head.drop { $0 <= 0x20 || Byte.byteOrderMark.contains($0) }
        guard let first = text.first else { throw DraftError.empty }
        if first == UInt8(ascii: "{") { return json(text) }
        if first == UInt8(ascii: "["), isArray(text) { return FormGuess(form: ForeignForm(form: .json)) }
        return try lines(text)
    }

    private static let parquet =
        "convert it, such as with DuckDB: duckdb -c \"COPY (FROM 'x.parquet') TO 'x.csv' (HEADER)\""

    private static func json(_ text: ArraySlice<UInt8>) -> FormGuess {
        let line = text.prefix { $0 != Byte.lineFeed }
        let isWhole = line.last { $0 > 0x20 } == UInt8(ascii: "}") && depth(line) == 0
        return FormGuess(form: ForeignForm(form: isWhole ? .jsonl : .json))
    }

    private static func depth(_ line: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var isText = false
        var isEscaped = false
        for byte in line {
            if isEscaped {
                isEscaped = false
            } else if isText, byte == Byte.backslash {
                isEscaped = true
            } else if byte == Byte.quote {
                isText.toggle()
            } else if !isText {
                depth += byte == UInt8(ascii: "{") ? 1 : byte == UInt8(ascii: "}") ? -1 : 0
            }
        }
        return depth
    }

    private static func isArray(_ text: ArraySlice<UInt8>) -> Bool {
        text.dropFirst().first { $0 > 0x20 } == UInt8(ascii: "{")
    }

    // MARK: lines

    private static func lines(_ text: ArraySlice<UInt8>) throws -> FormGuess {
        let line = Array(text.prefix { $0 != Byte.lineFeed }.filter { $0 != Byte.carriageReturn })
        if let log = log(line) { return FormGuess(form: log) }
        let counts = [Byte.comma, UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")].map { delimiter in
            (delimiter: delimiter, count: line.count { $0 == delimiter })
        }
        guard let best = counts.max(by: { $0.count < $1.count }), best.count > 0 else {
            throw DraftError.noForm
        }
        var guess = FormGuess(form: ForeignForm(form: .csv, delimiter: best.delimiter))
        if counts.contains(where: { $0.delimiter != best.delimiter && $0.count == best.count }) {
            guess.unsure.append("the delimiter: another one stands as often in the header")
        }
        return guess
    }

    /// Access logs that are known by their form.
    private static func log(_ line: [UInt8]) -> ForeignForm? {
        for ready in [ReadyMap.nginx, ReadyMap.loadBalancer] {
            guard let map = try? EvidenceMap.find(ready.name), let pattern = map.form.line else { continue }
            let memory = FieldMemory(capacity: pattern.names.count)
            let fits = line.withUnsafeBufferPointer { bytes in
                pattern.cut(bytes, into: memory) && isAccess(pattern, memory)
            }
            if fits { return map.form }
        }
        return nil
    }

    private static func isAccess(_ pattern: LinePattern, _ memory: FieldMemory) -> Bool {
        func kind(_ name: String) -> ValueKind? {
            pattern.names.firstIndex(of: name).map { ValueKind.of(memory.fields[$0]) }
        }
        return kind("time_local") == .timeCLF
            || (kind("time") == .timeRFC3339 && kind("elb_status_code") == .integer)
    }
}

/// Why no map can be drafted.
public enum DraftError: Error, Sendable, Hashable {
    case unreadable(String)
    case empty
    case noForm
    case otherForm(String, advice: String)
    case noSuchColumn(String)
}

extension DraftError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreadable(let problem): problem
        case .empty: "is empty"
        case .noForm:
            "its first line is no header with , ; | or tabs, no JSON and no access log; write a map for it by hand, see mapping.md"
        case .otherForm(let kind, let advice): "is \(kind), which is not read; \(advice)"
        case .noSuchColumn(let name): "has no column \(SafeOutput.brief(name))"
        }
    }
}
