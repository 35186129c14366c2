import CaseStore
import Casework
import Reports
import Screens
import Workbench

/// Writes the rows of a view to a file: those a filter keeps, or the marked ones.
struct ViewExport {
    let reader: CaseReader
    let order: ExportOrder
    let isCancelled: () -> Bool

    /// Rows between two looks at whether anybody still wants the file.
    private static let rowsPerLook = 1000

    /// - Parameter progress: told now and then how many rows there are.
    /// - Returns: how many rows were written.
    /// - Throws: `ExportError`, `StoreError`, `JobCancelled`.
    func write(to file: String, progress: (Int) -> Void) throws -> Int {
        if case .sql(let text) = order.list { return try write(answerTo: text, to: file, progress) }
        let (fields, each) = try source()
        let kept = fields.filter { !order.hidden.contains($0.name) }
        let export = try begin(file, kept)
        let wanted = order.marked.map(Set.init)
        var seen = 0
        try each { row in
            seen += 1
            try look(seen, export, progress)
            guard wanted?.contains(row.id) ?? true else { return }
            let values = try RowFields.values(of: row.content, kept)
            try export.add(kept.map { values[$0.name] ?? .none })
        }
        try export.commit()
        return export.rows
    }

    private func begin(_ file: String, _ fields: [FieldDescription]) throws -> ListExport {
        let format: ListExport.Format = file.lowercased().hasSuffix(".jsonl") ? .jsonLines : .csv
        return try ListExport(
            fields: fields, isSynthetic: try reader.overview().synthetic, format, toFile: file)
    }

    private func look(_ seen: Int, _ export: ListExport, _ progress: (Int) -> Void) throws {
        guard seen % ViewExport.rowsPerLook == 0 else { return }
        if isCancelled() { throw JobCancelled() }
        progress(export.rows)
    }

    /// All rows of a statement's answer in its own order, more than a screen shows.
    private func write(answerTo text: String, to file: String, _ progress: (Int) -> Void) throws -> Int {
        let sql = SQLAnswers(path: reader.path)
        let wanted = order.marked.map(Set.init)
        var export: ListExport?
        var kept: [Int] = []
        try sql.each(text, isCancelled: isCancelled) { names in
            kept = names.indices.filter { !order.hidden.contains(names[$0]) }
            // The file of an earlier statement goes before the next begins under the same name.
            export = nil
            export = try begin(file, kept.map { FieldDescription(names[$0], .text) })
        } add: { number, values in
            guard let export else { return }
            try look(number + 1, export, progress)
            guard wanted?.contains(ListRow.sql(SQLRow(number: number, values: [])).id) ?? true else { return }
            try export.add(kept.map { values[$0] })
        }
        try export?.commit()
        return export?.rows ?? 0
    }

    private typealias Each = ((ListRow) throws -> Void) throws -> Void

    /// The fields of the list, and its rows one after the other.
    private func source() throws -> (fields: [FieldDescription], each: Each) {
        let lists = ListAnswers(reader: reader, isCancelled: isCancelled)
        // Marks outlive a change of the filter, so they are looked for in the whole list.
        let filter = order.marked == nil ? order.filter : .everything
        if let list = order.list.caseList {
            let query = ListQuery(filter: filter, sort: order.sort.map { [$0.key] } ?? [])
            return (
                list.fields.filter {
                    ConnectionField($0.name) == nil && $0 != HoldingField.column && $0 != TagField.column
                },
                { body in
                    try lists.each(list, query, body)
                }
            )
        }
        let (fields, rows) = try inMemory()
        return (fields, { body in for row in rows.kept(filter, order.sort) { try body(row) } })
    }

    private func inMemory() throws -> ([FieldDescription], RowsInMemory) {
        switch order.list {
        case .members(let group):
            let rows = try MemberRows(reader: reader, group: group).all()
            return (rows.fields, rows)
        case .frequencies(let list, let field, let filter):
            let rows = try FrequencyRows(reader: reader).rows(of: list, field: field, filter: filter)
            return (rows.fields, rows)
        default: return ([], RowsInMemory(rows: [], fields: []) { _, _ in .none })
        }
    }
}
