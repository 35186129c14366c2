import CaseStore
import Casework
import Screens

/// The members of a group. An unfiltered window comes straight from the case.
struct MemberRows {
    let reader: CaseReader
    let group: String

    func answer(_ request: RowsRequest) throws -> RowsAnswer {
        guard request.filter == .everything, request.sort == nil else { return try all().answer(request) }
        let rows = try reader.members(
            of: group, offset: request.window.lowerBound, limit: request.window.count)
        let total = try reader.group(group, members: 0).row.accounts
        return RowsAnswer(start: request.window.lowerBound, rows: rows.map(ListRow.member), total: total)
    }

    /// All of them: a group is small beside its case.
    func all() throws -> RowsInMemory {
        RowsInMemory(
            rows: try reader.members(of: group).map(ListRow.member), fields: MemberRows.fields,
            value: MemberRows.value)
    }

    static let fields = [
        FieldDescription("account_id", .text), FieldDescription("probability", .number),
        FieldDescription("role", .text), FieldDescription("status", .text),
        FieldDescription("exchanges", .number),
    ]

    private static func value(_ row: ListRow, _ field: String) -> FieldValue {
        guard case .member(let row) = row else { return .none }
        return switch field {
        case "account_id": .text(row.accountId.string)
        case "probability": .number(row.probability)
        case "role": .text(row.role.rawValue)
        case "status": row.status.map { .text($0.rawValue) } ?? .none
        case "exchanges": .number(Double(row.exchanges))
        default: .none
        }
    }
}
