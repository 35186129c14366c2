/// A manual page in the man macros of troff.
struct ManualPage {
    let program: String
    let command: CommandTree
    let version: String

    var fileName: String { "\(program)-\(command.commandName).1" }

    var text: String {
        var lines = [
            ".TH \(quoted("\(program)-\(command.commandName)".uppercased())) 1 \"\" \(quoted("\(program) \(version)"))",
            ".SH NAME",
            "\(escaped("\(program)-\(command.commandName)")) \\- \(escaped(command.abstract ?? ""))",
            ".SH SYNOPSIS", escaped(command.synopsis(of: program)),
        ]
        if let discussion = command.discussion, !discussion.isEmpty {
            lines += [".SH DESCRIPTION"] + paragraphs(discussion)
        }
        let arguments = command.shownArguments
        if !arguments.isEmpty { lines.append(".SH OPTIONS") }
        for argument in arguments {
            lines += [".TP", ".B \(quoted(argument.title))", escaped(argument.abstract ?? "")]
            if let value = argument.defaultValue { lines.append("Default: \(escaped(value)).") }
        }
        lines += [".SH EXIT STATUS"]
        for status in ExitStatus.meanings { lines += [".TP", ".B \(status.code)", escaped(status.meaning)] }
        return lines.joined(separator: "\n") + "\n"
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? ".PP" : escaped(String($0))
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + escaped(text).replacing("\"", with: "\\(dq") + "\""
    }

    /// A backslash begins an escape, a hyphen would become a dash, a dot or quote at the start a request.
    private func escaped(_ text: String) -> String {
        let plain = text.split(separator: "\n").joined(separator: " ")
            .replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
    }
}

/// The page of the program itself.
struct ProgramManualPage {
    let tree: CommandTree
    let version: String

    var fileName: String { "\(tree.commandName).1" }

    var text: String {
        let name = tree.commandName
        var lines = [
            ".TH \"\(name.uppercased())\" 1 \"\" \"\(name) \(version)\"", ".SH NAME",
            "\(name) \\- \(tree.abstract ?? "")", ".SH SYNOPSIS", ".B \(name)", "CASE", ".br", ".B \(name)",
            "COMMAND ...", ".SH DESCRIPTION",
            (tree.discussion ?? "").split(separator: "\n").joined(separator: " "), ".SH COMMANDS",
        ]
        for command in tree.shown {
            lines += [".TP", ".BR \(name)\\-\(command.commandName) (1)", command.abstract ?? ""]
        }
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "No colours.", ".TP", ".B REVENUER_ACTOR",
            "Who is at work, as the audit log says; else the user's name.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
