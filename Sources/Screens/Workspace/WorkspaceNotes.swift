import Casework

/// Tags, comments and bookmarks: on the marked rows, else on what is under the cursor or on the page.
extension Workspace {
    /// Full names of what a note made now would be about.
    private var noteSubjects: [String] {
        if case .list(let model) = history.current, !model.marks.isEmpty {
            return model.marks.rows.compactMap(\.subject)
        }
        return history.current.subject.map { ["\($0)"] } ?? []
    }

    mutating func askForNote(_ command: Command) {
        let subjects = noteSubjects
        guard !subjects.isEmpty else {
            status = .problem("There is nothing here to \(command == .tag ? "tag" : "comment on").")
            return
        }
        ask(command == .tag ? .tag(subjects) : .comment(subjects))
    }

    mutating func bookmark() -> [Intent] {
        let subjects = noteSubjects
        guard !subjects.isEmpty else {
            status = .problem("There is nothing here to bookmark.")
            return []
        }
        return [.bookmark(subjects)]
    }
}
