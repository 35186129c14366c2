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
            "\(ManualPage.escaped("\(program)-\(command.commandName)")) \\- \(ManualPage.escaped(command.abstract ?? ""))",
            ".SH SYNOPSIS", ManualPage.escaped(command.synopsis(of: program)),
        ]
        if let discussion = command.discussion, !discussion.isEmpty {
            lines += [".SH DESCRIPTION"] + paragraphs(discussion)
        }
        let arguments = command.shownArguments
        if !arguments.isEmpty { lines.append(".SH OPTIONS") }
        for argument in arguments {
            lines += [".TP", ".B \(quoted(argument.title))", ManualPage.escaped(argument.abstract ?? "")]
            if let value = argument.defaultValue { lines.append("Default: \(ManualPage.escaped(value)).") }
        }
        lines += [".SH EXIT STATUS"]
        for status in ExitStatus.meanings {
            lines += [".TP", ".B \(status.code)", ManualPage.escaped(status.meaning)]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func paragraphs(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.isEmpty ? ".PP" : ManualPage.escaped(String($0))
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + ManualPage.escaped(text).replacing("\"", with: "\\(dq") + "\""
    }

    /// A backslash begins an escape, a hyphen would become a dash, a dot or quote at the start a request, and what is
    /// not ASCII is named by its code.
    static func escaped(_ text: String) -> String {
        let plain = text.split(separator: "\n").joined(separator: " ")
            .replacing("\\", with: "\\e").replacing("-", with: "\\-")
        let ascii = plain.unicodeScalars.reduce(into: "") { text, scalar in
            if scalar.isASCII {
                text.unicodeScalars.append(scalar)
            } else {
                let code = String(scalar.value, radix: 16, uppercase: true)
                text += "\\[u" + String(repeating: "0", count: max(0, 4 - code.count)) + code + "]"
            }
        }
        return ascii.hasPrefix(".") || ascii.hasPrefix("'") ? "\\&" + ascii : ascii
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
            "\(name) \\- \(ManualPage.escaped(tree.abstract ?? ""))", ".SH SYNOPSIS", ".B \(name)", "CASE",
            ".br", ".B \(name)",
            "COMMAND ...", ".SH DESCRIPTION",
            ManualPage.escaped(tree.discussion ?? ""), ".SH COMMANDS",
        ]
        for command in tree.shown {
            lines += [
                ".TP", ".BR \(name)\\-\(command.commandName) (1)", ManualPage.escaped(command.abstract ?? ""),
            ]
        }
        lines += [
            ".SH ENVIRONMENT", ".TP", ".B NO_COLOR", "No colours.", ".TP", ".B REVENUER_ACTOR",
            "Who is at work, as the audit log says; else the user's name.",
        ]
        return lines.joined(separator: "\n") + "\n"
    }
}
