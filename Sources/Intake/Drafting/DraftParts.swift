import Casework

/// A field of a draft: what stands in the map, and what is to be said of it above.
struct DraftField {
    var name: String
    /// YAML on one line.
    var value: String
    var unsure: [String] = []
    /// What a person has to decide; then `value` is the question.
    var ask: [String] = []
}

struct DraftOutput {
    var table: EvidenceTable
    var condition: String?
    var fields: [DraftField] = []

    func has(_ name: String) -> Bool { fields.contains { Bytes.equal($0.name, name) } }
}

/// Writes names and texts so that YAML reads them back as they are.
enum YAMLQuoting {
    /// Plain where that is safe, else in double quotes with escapes; evidence can be anything.
    static func text(_ text: String) -> String {
        let reserved = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let first = text.utf8.first ?? 0
        let isPlain =
            (first | 0x20) &- 97 < 26 && text.utf8.count <= 120 && !reserved.contains(text.lowercased())
            && text.utf8.allSatisfy { ($0 | 0x20) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x5F || $0 == 0x2E }
        if isPlain { return text }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where SafeOutput.isUnsafe(scalar.value):
                let digits = String(scalar.value, radix: 16)
                quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// What a comment may hold: one line, nothing that steers a terminal.
    static func comment(_ text: String) -> String { SafeOutput.brief(text, limit: 400) }

    static func column(_ name: String, _ steps: String...) -> String {
        steps.isEmpty ? text(name) : "{from: \(text(name)), do: [\(steps.joined(separator: ", "))]}"
    }
}

extension ColumnLook {
    /// For comments: how many values, and some of them.
    var summary: String {
        let shown = examples.prefix(2).map { "\"\($0)\"" }.joined(separator: ", ")
        return "\(name): \(distinct) different in \(rows) rows" + (shown.isEmpty ? "" : ", such as \(shown)")
    }
}
