import CaseStore
import Casework
import Screens

/// Tags, comments and bookmarks: written beside the loop, told when they are down.
extension JobDesk {
    /// All bookmarks say the same: what they are about is what matters.
    private static let bookmarkText = "bookmark"

    func note(_ order: NoteOrder, _ origin: Origin) {
        start(order.kind.rawValue, isQuiet: true) { [self] path in
            try writing(path) { writer in
                let notes = try writer.addNotes(on: order.subjects, order.kind, order.text)
                tell(order, notes.map(\.number), isWithdrawal: false, origin)
            }
        }
    }

    /// Takes the bookmarks off where every subject has one, else puts them on those that have none.
    func bookmark(_ subjects: [String]) {
        let order = NoteOrder(subjects: subjects, kind: .bookmark, text: JobDesk.bookmarkText)
        start("bookmark", isQuiet: true) { [self] path in
            try writing(path) { writer in
                if let standing = try writer.standingNotes(on: subjects, .bookmark, order.text) {
                    try writer.withdrawNotes(standing.map(\.number))
                    tell(order, standing.map(\.number), isWithdrawal: true, .person)
                } else {
                    let notes = try writer.addNotes(on: subjects, .bookmark, order.text)
                    tell(order, notes.map(\.number), isWithdrawal: false, .person)
                }
            }
        }
    }

    func withdraw(_ deed: NoteDeed, _ origin: Origin) {
        start("withdrawal", isQuiet: true) { [self] path in
            try writing(path) { writer in
                try writer.withdrawNotes(deed.numbers)
                tell(deed.order, deed.numbers, isWithdrawal: true, origin)
            }
        }
    }

    private func writing(_ path: String, _ body: (CaseWriter) throws -> Void) throws -> String? {
        let writer = try CaseWriter(opening: path, by: act)
        defer { try? writer.close() }
        try body(writer)
        return nil
    }

    private func tell(_ order: NoteOrder, _ numbers: [Int], isWithdrawal: Bool, _ origin: Origin) {
        mailbox.send(.noted(NoteDeed(order: order, numbers: numbers, isWithdrawal: isWithdrawal), origin))
    }
}
