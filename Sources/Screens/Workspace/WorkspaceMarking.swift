import Casework

/// Marks, finding, frequencies and pivots.
extension Workspace {
    mutating func markRange(_ model: inout ListModel) -> [Intent] {
        guard model.current != nil else {
            status = .problem("There is no row to begin a range at.")
            return []
        }
        guard model.rangeStart != nil else {
            model.rangeStart = model.scroll.cursor
            status = .note("A range begins here: go to its other end and press v. Esc leaves it.")
            return []
        }
        return model.endRange(&tokens)
    }

    mutating func markSame(_ model: inout ListModel) -> [Intent] {
        do {
            return try model.markSameValue(&tokens)
        } catch {
            status = .problem(error.words)
            return []
        }
    }

    mutating func findOn(_ model: inout ListModel, isForward: Bool) -> [Intent] {
        guard model.finding.filter != nil else {
            status = .problem("Nothing is looked for yet: f asks what.")
            return []
        }
        return model.find(isForward: isForward, isFirst: false, &tokens)
    }

    /// Begins a search with what was typed; one that cannot be read says where.
    mutating func find(_ text: String) -> [Intent] {
        guard case .list(var model) = history.current else { return [] }
        if let problem = model.finding.look(for: text, fields: model.list.fields(namedIn: text)) {
            status = .problem("at \(problem.range.lowerBound + 1): \(problem.message)")
            mode = .prompt(Prompt(purpose: .find, text: text))
            return []
        }
        let intents = model.find(isForward: true, isFirst: true, &tokens)
        history.current = .list(model)
        return intents
    }

    mutating func openFrequencies(_ model: ListModel) {
        guard model.columns.indices.contains(model.column) else { return }
        let field = model.columns[model.column].field
        guard model.list.fields.contains(field) else {
            status = .problem("\(field.name) cannot be counted here; < and > choose another column.")
            return
        }
        let filter = model.query.filter.description
        open(.list(.frequencies(of: model.list, field: field.name, filter: filter)))
    }

    /// The rows of the value under the cursor, or of all marked ones.
    mutating func openFrequent(_ model: ListModel) {
        guard case .frequencies(let list, _, let filter) = model.list, let row = model.current else { return }
        let marked = model.marks.rows.map(\.id.string)
        open(.filtered(list, FrequencyFilter.joined(filter, marked.isEmpty ? [row.id.string] : marked)))
    }

    /// From a list: its rows with the same value, or the accounts that hold the value that the row is.
    mutating func pivot(_ model: ListModel) {
        let isKey = model.columns.indices.contains(model.column) && model.columns[model.column].isKey
        if isKey, let held = model.current?.subject?.heldValue { return openHolders(of: held) }
        if case .frequencies = model.list { return openFrequent(model) }
        do {
            let same = try model.sameValue()
            let filter = model.query.filter == .everything ? same : .all([model.query.filter, same])
            open(.filtered(model.list, filter.description))
        } catch {
            status = .problem(error.words)
        }
    }

    /// From a page: the accounts that hold the value that the line leads to.
    mutating func pivot(on target: Target?) {
        let held: Artifact? =
            switch target {
            case .artifact(let artifact): artifact
            case .network(let net): AddressRange(net).flatMap { EntityName.net($0).heldValue }
            case .template(let id): Artifact(kind: .template, value: ExactText(id))
            default: history.current.subject?.heldValue
            }
        guard let held else {
            status = .problem(
                "There is no value under the cursor: go to a payment, device, address or frame.")
            return
        }
        openHolders(of: held)
    }

    private mutating func openHolders(of artifact: Artifact) {
        let filter = HoldingField.filter(artifact).description
        guard filter.utf8.count <= SameValueProblem.longestFilter else {
            status = .problem(SameValueProblem.tooLong(artifact.kind.rawValue).words)
            return
        }
        open(.filtered(.accounts, filter))
    }

    /// Opens what a note is about.
    mutating func openSubject(_ subject: String) {
        guard let target = try? EntityName.readings(of: subject).lazy.compactMap(\.target).first else {
            status = .problem("\(subject) has no page of its own.")
            return
        }
        open(target)
    }

    /// Opens what a row of a statement names: a row of evidence, an account, or an id of a group or frame.
    mutating func openValue(of row: SQLRow, _ columns: [String]) {
        func value(_ name: String) -> String? {
            columns.firstIndex(of: name).flatMap { row.values.indices.contains($0) ? row.values[$0] : nil }
        }
        if let source = value("source").flatMap({ Int($0) }), let line = value("line").flatMap({ Int($0) }) {
            let account = value("account_id").map { [AccountID($0)] } ?? []
            return open(.row(RowReference(source: source, file: "", line: line), account))
        }
        if let id = value("account_id") { return open(.account(AccountID(id))) }
        for value in row.values.compactMap({ $0 }) {
            if value.hasPrefix("T-") { return open(.template(value)) }
            if PaletteIDs.isGroupID(value) { return open(.group(value)) }
        }
        status = .problem(
            "The row is shown beside the list. Enter opens account_id, source with line, and ids of groups and frames."
        )
    }
}
