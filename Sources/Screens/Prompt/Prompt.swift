import Terminal

/// A line that is asked for before something is done.
struct Prompt: Sendable {
    enum Purpose: Hashable, Sendable {
        /// A folder or file of evidence.
        case importEvidence
        /// The full name of a thing.
        case tag(String)
        case comment(String)
        /// What is to be left out of an analysis that is made to see who falls out.
        case whatIf
    }

    let purpose: Purpose
    var editor = LineEditor()

    var label: String {
        switch purpose {
        case .importEvidence: "import folder or file: "
        case .tag(let subject): "tag \(subject): "
        case .comment(let subject): "comment on \(subject): "
        case .whatIf: "what if without: "
        }
    }

    /// What comes of a line that was typed.
    enum Outcome: Equatable {
        /// The line is empty.
        case nothing
        case ask(Intent)
        /// What is to be left out.
        case whatIf(String)
    }

    var outcome: Outcome {
        guard editor.text.contains(where: { !$0.isWhitespace }) else { return .nothing }
        return switch purpose {
        case .importEvidence: .ask(.startImport(editor.text))
        case .tag(let subject): .ask(.note(subject: subject, kind: .tag, text: editor.text))
        case .comment(let subject): .ask(.note(subject: subject, kind: .comment, text: editor.text))
        case .whatIf: .whatIf(editor.text)
        }
    }
}
