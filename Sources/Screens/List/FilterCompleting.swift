import Casework
import Terminal

/// Completion of a filter that is being typed: names of fields, and the values that a column has.
struct FilterCompleting: Sendable {
    /// Values by field, the most frequent first, as far as they were read.
    private var values: [String: [String]] = [:]
    /// The field whose values are on their way.
    private var pending: (token: Token, field: String)?
    /// What Tab went through: the text around the word, the candidates, and which of them stands there.
    private var round: (before: String, after: String, candidates: [String], place: Int)?

    /// Values worth offering of a column.
    private static let mostValues = 200

    /// What could stand at the cursor: for the line above the filter.
    func candidates(_ editor: LineEditor, _ fields: [FieldDescription]) -> [String] {
        if let round { return round.candidates }
        return completion(editor, fields).candidates
    }

    /// The candidate that stands in the text; nil while none was chosen.
    var chosen: Int? { round?.place }

    /// Takes a key that changed the text: the round of candidates is over.
    mutating func forget() { round = nil }

    /// Puts the next candidate into the text, or asks for the values of a field that has none yet.
    mutating func next(
        _ editor: inout LineEditor, _ list: RowList, _ fields: [FieldDescription], _ tokens: inout TokenSource
    ) -> [Intent] {
        if round != nil {
            round?.place += 1
        } else {
            if let field = fieldToRead(editor, fields) { return ask(field, list, &tokens) }
            begin(editor, fields)
        }
        guard var round, !round.candidates.isEmpty else { return [] }
        round.place %= round.candidates.count
        editor.replace(with: round.before + round.candidates[round.place])
        editor.append(round.after)
        // A single candidate is done with: Tab goes on with the next word.
        self.round = round.candidates.count == 1 ? nil : round
        return []
    }

    /// Takes the values of a field; false when they are not for it.
    mutating func receive(_ rows: RowsAnswer, for token: Token) -> Bool {
        guard let waiting = pending, waiting.token == token else { return false }
        pending = nil
        values[waiting.field] = rows.rows.prefix(FilterCompleting.mostValues).compactMap { row in
            guard case .frequency(let row) = row, row.value != "-" else { return nil }
            return row.value
        }
        return true
    }

    private mutating func begin(_ editor: LineEditor, _ fields: [FieldDescription]) {
        let found = completion(editor, fields)
        let bytes = Array(editor.text.utf8)
        round = (
            String(decoding: bytes[..<found.replaces.lowerBound], as: UTF8.self),
            String(decoding: bytes[found.replaces.upperBound...], as: UTF8.self), found.candidates, 0
        )
    }

    private func completion(_ editor: LineEditor, _ fields: [FieldDescription]) -> FilterCompletion {
        FilterCompletion.at(editor.cursorByte, of: editor.text, fields: fields) { values[$0.name] ?? [] }
    }

    /// The text field whose value is being typed and whose values were not read yet.
    private func fieldToRead(_ editor: LineEditor, _ fields: [FieldDescription]) -> String? {
        var wanted: String?
        _ = FilterCompletion.at(editor.cursorByte, of: editor.text, fields: fields) { field in
            if field.type == .text, field != HoldingField.column, values[field.name] == nil {
                wanted = field.name
            }
            return values[field.name] ?? []
        }
        return wanted
    }

    private mutating func ask(_ field: String, _ list: RowList, _ tokens: inout TokenSource) -> [Intent] {
        guard pending == nil else { return [] }
        let token = tokens.next()
        pending = (token, field)
        let values = RowList.frequencies(of: list, field: field, filter: "")
        return [.load(.rows(RowsRequest(list: values, window: 0..<FilterCompleting.mostValues)), token)]
    }
}

extension Workspace {
    /// Tab in a filter that is being typed.
    mutating func complete(_ editor: LineEditor) -> [Intent] {
        guard case .list(var model) = history.current else { return [] }
        var editor = editor
        let fields = model.list.fields
        let intents = model.completing.next(&editor, model.list, fields, &tokens)
        model.filter(by: editor.text)
        history.current = .list(model)
        mode = .filter(editor)
        return intents
    }

    /// Takes the values of a field and goes on completing; false when nobody waits for them.
    mutating func takeValues(_ rows: RowsAnswer, for token: Token) -> Bool {
        guard case .list(var model) = history.current, model.completing.receive(rows, for: token) else {
            return false
        }
        history.current = .list(model)
        if case .filter(let editor) = mode { _ = complete(editor) }
        return true
    }
}
