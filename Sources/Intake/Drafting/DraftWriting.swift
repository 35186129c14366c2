import Casework

/// Writes a draft as YAML, with its doubts as comments.
struct DraftWriting {
    let name: String
    let guess: FormGuess
    let look: FileLook
    let table: TableGuess

    func draft() -> MapDraft {
        let fields = table.outputs.flatMap(\.fields)
        var draft = MapDraft(
            file: name, form: guess.form.word, readyMap: nil, tables: table.outputs.map(\.table.rawValue),
            rowsRead: look.rows, columns: look.columns.map(\.summed),
            unsure: guess.unsure + fields.flatMap(\.unsure),
            ask: [], yaml: "")
        draft.unsure = draft.unsure.firstOfEach
        draft.ask = fields.compactMap(\.ask.first).firstOfEach
        draft.yaml = yaml(draft)
        return draft
    }

    private func yaml(_ draft: MapDraft) -> String {
        var lines = DraftWriting.heading(draft)
        lines += guess.unsure.map { "# unsure: \(YAMLQuoting.comment($0))" }
        lines.append("files: [\(YAMLQuoting.text(name))]")
        lines += guess.form.lines
        lines.append("outputs:")
        for output in table.outputs { lines += DraftWriting.lines(of: output) }
        let rest = table.leftOut.prefix(40)
        if !rest.isEmpty { lines.append("# left out:") }
        lines += rest.map { "#   \(YAMLQuoting.comment($0.summary)) (\($0.kind.rawValue))" }
        return lines.joined(separator: "\n") + "\n"
    }

    static func heading(_ draft: MapDraft) -> [String] {
        var lines = [
            "# Drafted by `revenuer map` from the first \(draft.rowsRead) rows of \(YAMLQuoting.comment(draft.file))."
        ]
        if let ready = draft.readyMap {
            lines.append("# It fits the map `\(ready)` that comes with the program.")
        }
        if !draft.ask.isEmpty {
            lines.append(
                "# It asks \(draft.ask.count) thing\(draft.ask.count == 1 ? "" : "s"): see `ask` below.")
        }
        return lines
    }

    private static func lines(of output: DraftOutput) -> [String] {
        var lines = ["  - table: \(output.table.rawValue)"]
        if let condition = output.condition { lines.append("    when: \(condition)") }
        lines.append("    fields:")
        for field in output.fields {
            lines += field.ask.enumerated().map { index, line in
                "      # \(index == 0 ? "ask: " : "  ")\(YAMLQuoting.comment(line))"
            }
            lines += field.unsure.map { "      # unsure: \(YAMLQuoting.comment($0))" }
            lines.append("      \(YAMLQuoting.text(field.name)): \(field.value)")
        }
        return lines
    }
}

extension Array where Element == String {
    /// Without what came before.
    var firstOfEach: [String] {
        var seen: Set<ExactText> = []
        return filter { seen.insert(ExactText($0)).inserted }
    }
}

extension ColumnLook {
    var summed: MapDraft.Column {
        MapDraft.Column(name: name, type: kind.rawValue, rows: rows, distinct: distinct, examples: examples)
    }
}

extension ForeignForm {
    var word: String {
        switch form {
        case .csv: "csv"
        case .jsonl: "jsonl"
        case .json: "json"
        case .log: "log"
        case .yaml, .rules, .indicators: "document"
        }
    }

    /// As a map says it.
    var lines: [String] {
        var lines = ["form: \(word)"]
        if form == .csv, delimiter != Byte.comma {
            let delimiter = delimiter == 0x09 ? "tab" : String(UnicodeScalar(delimiter))
            lines.append("delimiter: \(YAMLQuoting.text(delimiter))")
        }
        if let line { lines.append("columns: [\(line.names.map(YAMLQuoting.text).joined(separator: ", "))]") }
        return lines
    }
}
