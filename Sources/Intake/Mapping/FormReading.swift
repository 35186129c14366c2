import Yams

/// Reads how the rows of a foreign file are written: `form`, `delimiter`, `columns`, `line`.
enum FormReading {
    private static let forms: [String: RowForm] = ["csv": .csv, "jsonl": .jsonl, "json": .json, "log": .log]
    private static let delimiters: [String: UInt8] = [
        ",": 0x2C, ";": 0x3B, "|": 0x7C, "\t": 0x09, "tab": 0x09, "comma": 0x2C, "semicolon": 0x3B,
        "pipe": 0x7C,
    ]

    static func read(_ reading: inout YAMLReading) throws -> ForeignForm {
        let word = try reading.value("form", "csv, jsonl, json or log") { forms[$0] }
        guard let word else {
            throw FileFailure.yaml(line: 1, "the map does not say the form: csv, jsonl, json or log")
        }
        var form = ForeignForm(form: word)
        if let delimiter = try reading.value("delimiter", "one of , ; | tab", { delimiters[$0] }) {
            form.delimiter = delimiter
        }
        let columns = try reading.list("columns", "a name of a column") { $0.isEmpty ? nil : $0 }
        guard columns.count <= Limits.columns else { throw FileFailure.tooManyColumns }
        let line = reading.node("line")
        if word == .log {
            form.line = try pattern(columns, line)
        } else if line != nil {
            throw (line ?? Node("")).fault("line is for logs only")
        } else if !columns.isEmpty {
            guard word == .csv else { throw FileFailure.yaml(line: 1, "columns are for csv and log only") }
            form.columns = columns
        }
        return form
    }

    private static func pattern(_ columns: [String], _ line: Node?) throws -> LinePattern {
        guard let line else {
            guard let pattern = LinePattern(columns: columns) else {
                throw FileFailure.yaml(
                    line: 1, "a log needs a line pattern, or columns of which each is named once")
            }
            return pattern
        }
        guard let text = line.scalar?.string, columns.isEmpty, let pattern = LinePattern(text) else {
            throw line.fault("line is no pattern such as '{ip} - {user} [{time}] \"{request}\" {status}'")
        }
        return pattern
    }
}
