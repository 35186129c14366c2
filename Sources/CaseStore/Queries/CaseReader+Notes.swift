public import Casework

extension CaseReader {
    /// Tags and comments on a thing in the order they were made, withdrawn ones included.
    ///
    /// - Parameter subject: the thing's name in full, as `EntityName` prints it.
    public func notes(on subject: String) throws -> [NoteRow] {
        try connection.read { try NoteQuery.notes(on: subject, $0) }
    }
}

enum NoteQuery {
    static func notes(on subject: String, _ handle: Handle) throws -> [NoteRow] {
        try handle.rows(selection + " AND n.subject = ? ORDER BY n.number", [.text(subject)], RowReading.note)
    }

    static func note(_ number: Int, _ handle: Handle) throws -> NoteRow? {
        try handle.first(selection + " AND n.number = ?", [.integer(number)], RowReading.note)
    }

    /// The note of that kind and text that a thing bears and that was not withdrawn.
    static func standing(
        _ kind: NoteRow.Kind, _ text: String, on subject: String, _ handle: Handle
    ) throws -> NoteRow? {
        try handle.first(
            selection + " AND n.subject = ? AND n.kind = ? AND n.text = ? AND w.number IS NULL",
            [.text(subject), .text(kind.rawValue), .text(text)], RowReading.note)
    }

    private static let selection: String = {
        let list = ListDefinition.notes
        let columns = list.fields.map(\.expression).joined(separator: ", ")
        return "SELECT \(columns) FROM \(list.tables) WHERE \(list.visible)"
    }()
}
