import Terminal

/// A line that is asked for before something is done.
struct Prompt: Sendable {
    enum Purpose: Hashable, Sendable {
        /// A folder or file of evidence.
        case importEvidence
        /// The full name of a thing.
        case tag(String)
        case comment(String)
    }

    let purpose: Purpose
    var editor = LineEditor()

    var label: String {
        switch purpose {
        case .importEvidence: "import folder or file: "
        case .tag(let subject): "tag \(subject): "
        case .comment(let subject): "comment on \(subject): "
        }
    }

    /// What is done with the line; nil for an empty one.
    var intent: Intent? {
        guard editor.text.contains(where: { !$0.isWhitespace }) else { return nil }
        return switch purpose {
        case .importEvidence: .startImport(editor.text)
        case .tag(let subject): .note(subject: subject, kind: .tag, text: editor.text)
        case .comment(let subject): .note(subject: subject, kind: .comment, text: editor.text)
        }
    }
}
