/// The names of commands, in the log, in scripts and in plain mode.
extension Command {
    /// Words with dashes between; nil for what only a keyboard needs.
    var name: String? {
        switch self {
        case .screen(let name): "screen \(name.title.lowercased())"
        case .keep, .erase, .yes, .no, .palette, .redraw, .suspend: nil
        default: Command.dashed("\(self)")
        }
    }

    /// Those that take a text: what is looked for, written down, left out.
    var takesText: Bool {
        switch self {
        case .filter, .find, .tag, .comment, .export, .sql, .whatIf, .importEvidence, .path, .confirm,
            .reject,
            .unsure:
            true
        default: false
        }
    }

    /// Moving about: repeated ones are one line of the log.
    var isMovement: Bool {
        switch self {
        case .up, .down, .pageUp, .pageDown, .halfUp, .halfDown, .first, .last, .previousColumn, .nextColumn:
            true
        default: false
        }
    }

    /// `pageDown` as `page-down`.
    private static func dashed(_ name: String) -> String {
        var dashed = ""
        for character in name {
            if character.isUppercase { dashed.append("-") }
            dashed += character.lowercased()
        }
        return dashed
    }
}
