import CaseStore
import Casework
import Screens

/// How often the values of a column occur, as rows of a list.
struct FrequencyRows {
    let reader: CaseReader

    func rows(of list: RowList, field: String, filter: String) throws -> RowsInMemory {
        RowsInMemory(
            rows: try table(list, field, filter).values.map(ListRow.frequency), fields: FrequencyRows.fields,
            value: FrequencyRows.value)
    }

    private func table(_ list: RowList, _ field: String, _ filter: String) throws -> FrequencyTable {
        if case .members(let group) = list { return try members(group, field, filter) }
        guard let known = list.caseList else {
            throw StoreError.unknownField(name: field, list: "these rows")
        }
        return try reader.frequencies(
            of: field, in: known, FilterParser.parse(filter, fields: known.fields(namedIn: filter)))
    }

    private func members(_ group: String, _ field: String, _ filter: String) throws -> FrequencyTable {
        let all = try MemberRows(reader: reader, group: group).all()
        guard let description = all.fields.first(where: { $0.name == field }) else {
            throw StoreError.unknownField(name: field, list: "members")
        }
        let kept = all.kept(try FilterParser.parse(filter, fields: all.fields), nil)
        var counting = FrequencyCounting(description)
        for row in kept { counting.add(all.value(row, field)) }
        return counting.table()
    }

    private static let fields = [
        FieldDescription("value", .text), FieldDescription("rows", .number),
        FieldDescription("share", .number),
    ]

    private static func value(_ row: ListRow, _ field: String) -> FieldValue {
        guard case .frequency(let row) = row else { return .none }
        return switch field {
        case "value": .text(row.value)
        case "rows": .number(Double(row.rows))
        case "share": .number(row.share)
        default: .none
        }
    }
}
