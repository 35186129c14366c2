/// Why the terminal could not be taken.
public enum CursesError: Error, Hashable, Sendable {
    case inputIsNoTerminal
    case outputIsNoTerminal
    /// There is no terminfo entry of this name.
    case unknownTerminal(String)
    /// The terminal cannot place its cursor.
    case tooPlain(String)
    /// There is one screen already: signals and terminal modes belong to the process.
    case alreadyOpen
    /// The system refused a pipe or the terminal's modes.
    case system(call: String, code: Int32)
}

extension CursesError: CustomStringConvertible {
    /// What failed, why, and what to do.
    public var description: String {
        switch self {
        case .inputIsNoTerminal:
            "standard input is not a terminal: run it in a terminal, or use the commands that print text"
        case .outputIsNoTerminal:
            "standard output is not a terminal: run it in a terminal, or use the commands that print text"
        case .unknownTerminal(let name):
            "no description of the terminal '\(name)': set TERM, for instance to xterm-256color"
        case .tooPlain(let name):
            "the terminal '\(name)' cannot place its cursor: use --plain"
        case .alreadyOpen:
            "the terminal is in use by this process already"
        case .system(let call, let code):
            "\(call) failed with error \(code)"
        }
    }
}
