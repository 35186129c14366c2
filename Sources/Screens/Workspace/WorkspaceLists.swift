import Casework
import Terminal

/// What commands do in a list.
extension Workspace {
    mutating func perform(_ command: Command, on list: ListModel) -> [Intent] {
        var model = list
        var intents: [Intent] = []
        switch command {
        // Another word narrows a filter that is in force; Ctrl-U begins anew.
        case .filter:
            let isOpen = model.filterText.isEmpty || model.filterText.hasSuffix(" ")
            mode = .filter(LineEditor(isOpen ? model.filterText : model.filterText + " "))
        case .sort: model.sortByColumn()
        case .previousColumn: model.moveColumn(by: -1)
        case .nextColumn: model.moveColumn(by: 1)
        case .hideColumn:
            if !model.hideColumn() { status = .problem("The last column stays.") }
        case .showColumns: model.showAllColumns()
        case .mark where model.current == nil: status = .problem("There is no row here to mark.")
        case .mark:
            model.toggleMark()
            _ = model.move(.down)
        case .markRange: intents = markRange(&model)
        case .markSame: intents = markSame(&model)
        case .find:
            ask(.find, model.finding.text)
            return []
        case .findNext, .findPrevious: intents = findOn(&model, isForward: command == .findNext)
        default:
            if !model.move(command) { return leaveList(command, model) }
        }
        history.current = .list(model)
        return intents
    }

    /// Commands that lead from a list to another place.
    private mutating func leaveList(_ command: Command, _ model: ListModel) -> [Intent] {
        switch command {
        case .explain: explain(model)
        case .frequencies: openFrequencies(model)
        case .pivot: pivot(model)
        case .rejects: open(.list(.rejects))
        case .faults: open(.list(.faults))
        case .auditLog: open(.list(.auditLog))
        case .indicators: open(.list(.indicators))
        case .violations: open(.list(.violations))
        case .templates: open(.list(.templates))
        case .samplesOfFrame: openSamples(of: model)
        case .open: openRow(model)
        default: break
        }
        return []
    }

    private mutating func openRow(_ model: ListModel) {
        guard let row = model.current else {
            status = .problem(
                model.scroll.total == 0 ? "There is nothing to open." : "This row is still being read.")
            return
        }
        switch row {
        case .group(let row): open(.group(row.id))
        case .account(let row): open(.account(row.accountId))
        case .member(let row): open(.account(row.accountId))
        case .source(let row): openRejects(of: row)
        case .artifact(let row): open(.artifact(Artifact(kind: row.kind, value: row.value)))
        case .network(let row): open(.network(row.net))
        case .sample(let row): open(.sample(row.row))
        case .template(let row): open(.template(row.id))
        case .violation(let row): open(.account(row.accountId))
        case .review(let row): open(.account(row.accountId))
        case .note(let row): openSubject(row.subject)
        case .decision(let row): openSubject(row.subject.description)
        case .frequency: openFrequent(model)
        case .sql(let row): openValue(of: row, model.columns.map(\.field.name))
        case .reject, .audit, .indicator:
            status = .problem("The row is shown beside the list; there is no more of it.")
        }
    }

    /// What was wrong in one file.
    private mutating func openRejects(of source: SourceRow) {
        guard source.rejected > 0 || source.faults > 0 else {
            status = .note("\(source.file): no row was rejected and no field was faulty.")
            return
        }
        open(.filtered(source.rejected > 0 ? .rejects : .faults, "source:\(source.source)"))
    }

    private mutating func openSamples(of model: ListModel) {
        guard case .template(let row) = model.current else {
            status = .problem("There is no frame under the cursor.")
            return
        }
        open(.filtered(.samples, "template:\(row.id)"))
    }

    private mutating func explain(_ model: ListModel) {
        let pair = model.pair
        guard pair.count == 2 else {
            let have = pair.count > 2 ? "\(pair.count) accounts are marked" : "mark one with Space first"
            status = .problem("To see why two accounts are linked there must be two: \(have).")
            return
        }
        open(.explanation(pair[0], pair[1]))
    }
}
