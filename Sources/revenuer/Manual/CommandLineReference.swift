import Casework

/// Documentation/cli.md: every command with its arguments.
struct CommandLineReference {
    let tree: CommandTree

    var text: String {
        var lines = [
            "# The command line", "",
            "Made by `revenuer manual --format markdown`; a test compares it with the program. "
                + "What each command prints as JSON is in [json/](json/), a JSON Schema for each.",
            "",
            "Data goes to standard output, messages and progress to standard error. `--json` prints one JSON value, "
                + "`--jsonl` one value a line. Colours and progress bars are drawn on terminals only; NO_COLOR is heeded.",
            "", "| exit code | means |", "|---|---|",
        ]
        lines += ExitStatus.meanings.map { "| \($0.code) | \($0.meaning) |" }
        lines += ["", "| command | does |", "|---|---|"]
        lines += tree.shown.map { "| [`\($0.commandName)`](#\($0.commandName)) | \(cell($0.abstract)) |" }
        for command in tree.shown { lines += section(command) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ command: CommandTree) -> [String] {
        var lines = ["", "## \(command.commandName)", "", cell(command.abstract), ""]
        lines += ["    \(command.synopsis(of: tree.commandName))"]
        if let discussion = command.discussion, !discussion.isEmpty { lines += ["", discussion] }
        let arguments = command.shownArguments.filter { $0.preferredName?.name != "version" }
        guard !arguments.isEmpty else { return lines }
        lines += ["", "| argument | is |", "|---|---|"]
        lines += arguments.map { "| `\($0.title)` | \(cell($0.abstract))\(standard($0)) |" }
        return lines
    }

    private func standard(_ argument: CommandTree.Argument) -> String {
        argument.defaultValue.map { " (default: `\($0)`)" } ?? ""
    }

    private func cell(_ text: String?) -> String {
        (text ?? "").split(separator: "\n").joined(separator: " ").replacing("|", with: "\\|")
    }
}
