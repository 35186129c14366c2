/// What a person did, line by line, as a script that does it again.
public struct CommandLog: Sendable {
    /// Hours of work; older lines are dropped.
    static let limit = 20_000

    public private(set) var lines: [String] = []
    /// How often the movement in the last line was repeated.
    private var repeats: (command: Command, count: Int)?

    mutating func add(_ command: Command, _ text: String = "") {
        guard let name = command.name else { return }
        if command.isMovement, let last = repeats, last.command == command, !lines.isEmpty {
            repeats = (command, last.count + 1)
            lines[lines.count - 1] = "\(name) \(last.count + 1)"
            return
        }
        repeats = command.isMovement ? (command, 1) : nil
        append(text.isEmpty ? name : "\(name) \(ScriptText.line(text))")
    }

    /// Something that was opened by its name.
    mutating func addOpen(_ name: String) {
        repeats = nil
        append("open \(ScriptText.line(name))")
    }

    private mutating func append(_ line: String) {
        lines.append(line)
        if lines.count > CommandLog.limit { lines.removeFirst(lines.count - CommandLog.limit) }
    }
}

/// Texts in a script stand in one line.
enum ScriptText {
    static func line(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing("\r", with: "\\r")
    }

    static func text(_ line: Substring) -> String {
        var text = ""
        var isEscaped = false
        for character in line {
            switch (isEscaped, character) {
            case (false, "\\"):
                isEscaped = true
                continue
            case (true, "n"): text.append("\n")
            case (true, "r"): text.append("\r")
            default: text.append(character)
            }
            isEscaped = false
        }
        return text
    }
}
