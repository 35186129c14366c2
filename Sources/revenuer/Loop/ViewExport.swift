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
        let (fields, each) = try source()
        let kept = fields.filter { !order.hidden.contains($0.name) }
        let isSynthetic = try reader.overview().synthetic
        let format: ListExport.Format = file.lowercased().hasSuffix(".jsonl") ? .jsonLines : .csv
        let export = try ListExport(fields: kept, isSynthetic: isSynthetic, format, toFile: file)
        let wanted = order.marked.map(Set.init)
        let names = fields.map(\.name)
        var seen = 0
        try each { row in
            seen += 1
            if seen % ViewExport.rowsPerLook == 0 {
                if isCancelled() { throw JobCancelled() }
                progress(export.rows)
            }
            if wanted?.contains(row.id) ?? true { try export.add(value(row, kept, names)) }
        }
        try export.commit()
        return export.rows
    }

    private func value(_ row: ListRow, _ fields: [FieldDescription], _ names: [String]) throws -> [FieldValue]
    {
        if case .sql = row {
            return fields.map { field in
                names.firstIndex(of: field.name).map { SQLAnswers.cell(row, $0) } ?? .none
            }
        }
        let values = try RowFields.values(of: row.content, fields)
        return fields.map { values[$0.name] ?? .none }
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
                list.fields.filter { ConnectionField($0.name) == nil && $0 != HoldingField.column },
                { body in
                    try lists.each(list, query, body)
                }
            )
        }
        let (fields, rows) = try inMemory(lists)
        return (fields, { body in for row in rows.kept(filter, order.sort) { try body(row) } })
    }

    private func inMemory(_ lists: ListAnswers) throws -> ([FieldDescription], RowsInMemory) {
        switch order.list {
        case .members(let group):
            let rows = try MemberRows(reader: reader, group: group).all()
            return (rows.fields, rows)
        case .frequencies(let list, let field, let filter):
            let rows = try FrequencyRows(reader: reader).rows(of: list, field: field, filter: filter)
            return (rows.fields, rows)
        case .sql(let text):
            let (names, rows) = try lists.sql.rows(text, isCancelled: isCancelled)
            return (names.map { FieldDescription($0, .text) }, rows)
        default: return ([], RowsInMemory(rows: [], fields: []) { _, _ in .none })
        }
    }
}
