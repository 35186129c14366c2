import Casework

/// Something that can be undone.
enum Deed: Hashable, Sendable, Codable {
    /// A list was filtered, sorted, marked, or its columns changed.
    case list(number: Int, title: String, before: ListState, after: ListState)
    case notes(NoteDeed)

    fileprivate var marks: Int {
        if case .list(_, _, let before, let after) = self {
            before.marks.count + after.marks.count
        } else {
            0
        }
    }

    /// In a few words, for the status line.
    var words: String {
        switch self {
        case .list(_, let title, let before, let after): "\(ListChange.words(before, after)) in \(title)"
        case .notes(let deed): deed.words
        }
    }
}

/// What was done and what was undone, the newest last.
struct UndoStack: Hashable, Sendable, Codable {
    /// Nobody goes back further, and a session has to stay small.
    static let limit = 200

    private(set) var done: [Deed] = []
    private(set) var undone: [Deed] = []

    /// A new deed; what was undone before it cannot be redone any more.
    mutating func push(_ deed: Deed) {
        keep(deed)
        undone = []
    }

    /// Moves the newest deed to those undone.
    mutating func undo() {
        if let deed = done.popLast() { undone.append(deed) }
    }

    /// Moves the deed that was undone last back, as it was done this time.
    mutating func redo(as deed: Deed? = nil) {
        guard let last = undone.popLast() else { return }
        keep(deed ?? last)
    }

    /// Deeds on lists that are gone cannot be undone: drops the newest ones that are.
    mutating func dropUndo() { _ = done.popLast() }
    mutating func dropRedo() { _ = undone.popLast() }

    /// The newest deeds, as far as their lists hold no more marks than this together.
    func kept(marks limit: Int) -> UndoStack {
        var kept = self
        var room = limit
        kept.done = Array(
            done.reversed().prefix { deed in
                room -= deed.marks
                return room >= 0
            }.reversed())
        if room < 0 || undone.reduce(0, { $0 + $1.marks }) > limit { kept.undone = [] }
        return kept
    }

    private mutating func keep(_ deed: Deed) {
        done.append(deed)
        if done.count > UndoStack.limit { done.removeFirst() }
    }
}

/// What changed between two states of a list, in words.
enum ListChange {
    static func words(_ before: ListState, _ after: ListState) -> String {
        if before.marks != after.marks { return "marks" }
        if before.filterText != after.filterText { return "filter" }
        if before.sort != after.sort { return "order" }
        return "columns"
    }

    /// Whether undo goes back over the difference: moving to another column is not worth a step.
    static func counts(_ before: ListState, _ after: ListState) -> Bool {
        var before = before
        before.column = after.column
        return before != after
    }
}

extension NoteDeed {
    /// `tag 'mule' on 3 things`.
    var words: String {
        let things =
            order.subjects.count == 1 ? order.subjects[0] : Figures.counted(order.subjects.count, "thing")
        let text = order.kind == .bookmark ? "" : " '\(order.text.prefix(40))'"
        return "\(order.kind.rawValue)\(text) on \(things)"
    }
}
