import Casework

/// Undo and redo. What changes the case is moved from one stack to the other only when it is written down.
extension Workspace {
    /// Keeps what a person did to the current list as a deed, once it is settled.
    mutating func remember() {
        guard case .list(let model) = history.current else { return }
        if case .filter = mode { return }
        let before = settled[model.number] ?? opened[model.number] ?? ListState()
        guard before != model.state else { return }
        settled[model.number] = model.state
        guard ListChange.counts(before, model.state) else { return }
        let title = history.current.crumbs.last ?? model.list.noun
        deeds.push(.list(number: model.number, title: title, before: before, after: model.state))
    }

    mutating func undo() -> [Intent] {
        switch deeds.done.last {
        case nil: status = .problem("There is nothing to undo.")
        case .notes(let deed): return reverse(deed, .undo)
        case .list(let number, _, let before, _):
            let words = deeds.done.last?.words ?? ""
            guard goTo(list: number, before) else {
                deeds.dropUndo()
                status = .problem(
                    "The \(words) cannot be undone: the list is closed. z undoes what was before.")
                return []
            }
            deeds.undo()
            status = .note("Undone: \(words). Z does it again.")
        }
        return []
    }

    mutating func redo() -> [Intent] {
        switch deeds.undone.last {
        case nil: status = .problem("There is nothing to do again.")
        case .notes(let deed): return repeated(deed)
        case .list(let number, _, _, let after):
            let words = deeds.undone.last?.words ?? ""
            guard goTo(list: number, after) else {
                deeds.dropRedo()
                status = .problem("The \(words) cannot be done again: the list is closed.")
                return []
            }
            deeds.redo()
            status = .note("Done again: \(words).")
        }
        return []
    }

    /// Takes the news that notes were put down or withdrawn.
    mutating func take(_ deed: NoteDeed, _ origin: Origin) {
        let words = deed.words
        switch origin {
        case .person:
            if !deed.numbers.isEmpty { deeds.push(.notes(deed)) }
            status = .note(NoteWords.done(deed))
        case .undo:
            deeds.undo()
            status = .note("Undone: \(words). Z does it again.")
        case .redo:
            deeds.redo(as: .notes(deed))
            status = .note("Done again: \(words).")
        }
    }

    private func reverse(_ deed: NoteDeed, _ origin: Origin) -> [Intent] {
        deed.isWithdrawal ? [.note(deed.order, origin)] : [.withdraw(deed, origin)]
    }

    private func repeated(_ deed: NoteDeed) -> [Intent] {
        deed.isWithdrawal ? [.withdraw(deed, .redo)] : [.note(deed.order, .redo)]
    }

    /// Goes to a list and makes it what it was; false where it is not open any more.
    private mutating func goTo(list number: Int, _ state: ListState) -> Bool {
        guard history.goTo(list: number), case .list(var model) = history.current else { return false }
        model.restore(state)
        settled[number] = state
        history.current = .list(model)
        return true
    }
}

/// What there is to say of notes that were written down.
enum NoteWords {
    static func done(_ deed: NoteDeed) -> String {
        let things =
            deed.order.subjects.count == 1
            ? deed.order.subjects[0] : Figures.counted(deed.order.subjects.count, "thing")
        switch (deed.order.kind, deed.isWithdrawal) {
        case (.tag, false) where deed.numbers.isEmpty: return "\(things): the tag was there already."
        case (.tag, false): return "Tagged \(things). z undoes it."
        case (.comment, false): return "Commented on \(things). z undoes it."
        case (.bookmark, false): return "Bookmarked \(things). B lists them."
        case (_, true): return "Took the \(deed.order.kind.rawValue) off \(things). z undoes it."
        }
    }
}
