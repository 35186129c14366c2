import Terminal

/// What the keyboard is for at the moment.
enum Mode: Sendable {
    case browsing
    /// Typing a filter of the list.
    case filter(LineEditor)
    case palette(PaletteModel)
    case prompt(Prompt)
    case question(Question)
}

/// A question that has to be answered before anything else.
enum Question: Sendable {
    /// Quit while a job runs.
    case quit(job: String)
    /// Whether somebody who is here for the first time wants to be shown around.
    case tour

    var text: String {
        switch self {
        case .quit(let job): "The \(job) is still running. Cancel it and quit?"
        case .tour: "First time here? y shows you around in five minutes, n goes without. :tour later."
        }
    }
}

/// What the status line says until the next key.
struct Status: Equatable, Sendable {
    var text: String
    var isProblem: Bool

    static func note(_ text: String) -> Status { Status(text: text, isProblem: false) }
    static func problem(_ text: String) -> Status { Status(text: text, isProblem: true) }
}
