public import Casework

/// Tags and comments. A note is an event: it is withdrawn by another, never erased, and the audit log has both.
extension CaseWriter {
    /// Puts a tag or comment on a thing of the case.
    ///
    /// - Parameter subject: the thing's name in full, as `EntityName` prints it.
    /// - Returns: the note; a tag that the thing bears already is not put on it again.
    /// - Throws: `StoreError.emptyNote`.
    public func addNote(on subject: String, _ kind: NoteRow.Kind, _ text: String) throws -> NoteRow {
        guard text.contains(where: { !$0.isWhitespace }) else { throw StoreError.emptyNote }
        return try connection.access { handle in
            try handle.transaction {
                if kind != .comment, let standing = try NoteQuery.standing(kind, text, on: subject, handle) {
                    return standing
                }
                return try add(subject, kind, text, handle)
            }
        }
    }

    /// Puts the same note on several things, all or none.
    ///
    /// - Returns: the notes that were made; a tag or bookmark that a thing bears already is not put on it again.
    /// - Throws: `StoreError.emptyNote`.
    public func addNotes(on subjects: [String], _ kind: NoteRow.Kind, _ text: String) throws -> [NoteRow] {
        guard text.contains(where: { !$0.isWhitespace }) else { throw StoreError.emptyNote }
        return try connection.access { handle in
            try handle.transaction {
                try subjects.compactMap { subject in
                    let standing =
                        kind == .comment ? nil : try NoteQuery.standing(kind, text, on: subject, handle)
                    return standing == nil ? try add(subject, kind, text, handle) : nil
                }
            }
        }
    }

    /// The notes of that kind and text that stand on all of these things; nil where one of them has none.
    public func standingNotes(on subjects: [String], _ kind: NoteRow.Kind, _ text: String) throws
        -> [NoteRow]?
    {
        try connection.access { handle in
            var notes: [NoteRow] = []
            for subject in subjects {
                guard let note = try NoteQuery.standing(kind, text, on: subject, handle) else { return nil }
                notes.append(note)
            }
            return notes
        }
    }

    /// Withdraws notes, all or none; those withdrawn before stay so.
    ///
    /// - Throws: `StoreError.notFound`.
    public func withdrawNotes(_ numbers: [Int]) throws {
        try connection.access { handle in
            try handle.transaction { for number in numbers { _ = try withdraw(number, handle) } }
        }
    }

    /// Withdraws a note. One that was withdrawn before stays so, and nothing is recorded.
    ///
    /// - Throws: `StoreError.notFound`.
    public func withdrawNote(_ number: Int) throws -> NoteRow {
        try connection.access { handle in
            try handle.transaction { try withdraw(number, handle) }
        }
    }

    /// Takes a tag off a thing.
    ///
    /// - Throws: `StoreError.notFound` where the thing does not bear it.
    public func withdrawTag(_ text: String, on subject: String) throws -> NoteRow {
        let tag = try connection.access { try NoteQuery.standing(.tag, text, on: subject, $0) }
        guard let tag else { throw StoreError.notFound("tag \(text) on \(subject)") }
        return try withdrawNote(tag.number)
    }

    private func withdraw(_ number: Int, _ handle: Handle) throws -> NoteRow {
        guard var note = try NoteQuery.note(number, handle) else {
            throw StoreError.notFound("note:\(number)")
        }
        if note.withdrawn { return note }
        _ = try insert(note.subject, note.kind.rawValue, "", withdraws: number, handle)
        try record("withdraw_note", note, handle)
        note.withdrawn = true
        return note
    }

    private func add(_ subject: String, _ kind: NoteRow.Kind, _ text: String, _ handle: Handle) throws
        -> NoteRow
    {
        let number = try insert(subject, kind.rawValue, text, withdraws: nil, handle)
        guard let note = try NoteQuery.note(number, handle) else {
            throw StoreError.notFound("note:\(number)")
        }
        try record("note", note, handle)
        return note
    }

    private func insert(
        _ subject: String, _ kind: String, _ text: String, withdraws: Int?, _ handle: Handle
    ) throws -> Int {
        let number = try handle.number("SELECT coalesce(max(number), 0) + 1 FROM note")
        try handle.run(
            "INSERT INTO note (number, at, actor, subject, kind, text, withdraws) VALUES (?,?,?,?,?,?,?)",
            [
                .integer(number), .integer(act.clock().milliseconds), .text(act.actor), .text(subject),
                .text(kind), .text(text), withdraws.sql,
            ])
        return number
    }

    private func record(_ action: String, _ note: NoteRow, _ handle: Handle) throws {
        try AuditLog.append(
            handle, action: action,
            details: [
                "note": .integer(note.number), "subject": .text(note.subject),
                "kind": .text(note.kind.rawValue), "text": .text(note.text),
            ], by: act)
    }
}
