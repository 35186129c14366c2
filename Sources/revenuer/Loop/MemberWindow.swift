import CaseStore
import Casework
import Screens

/// A window of a group's members. A group is the one list that is small enough to be filtered and sorted in
/// memory; unfiltered windows still come straight from the case.
struct MemberWindow {
    private let reader: CaseReader
    private let group: String

    init(_ reader: CaseReader, group: String) {
        self.reader = reader
        self.group = group
    }

    func rows(_ request: RowsRequest) throws -> RowsAnswer {
        if request.filter == .everything, request.sort == nil {
            let rows = try reader.members(
                of: group, offset: request.window.lowerBound, limit: request.window.count)
            let total = try reader.group(group, members: 0).row.accounts
            return RowsAnswer(start: request.window.lowerBound, rows: rows.map(ListRow.member), total: total)
        }
        var rows = try reader.members(of: group).filter { row in
            request.filter.matches(fields: MemberWindow.fields) { MemberWindow.value($0, of: row) }
        }
        if let sort = request.sort { rows = MemberWindow.sorted(rows, by: sort) }
        let window = request.window.clamped(to: 0..<rows.count)
        return RowsAnswer(
            start: window.lowerBound, rows: rows[window].map(ListRow.member), total: rows.count)
    }

    private static let fields = [
        FieldDescription("account_id", .text), FieldDescription("probability", .number),
        FieldDescription("role", .text), FieldDescription("status", .text),
        FieldDescription("exchanges", .number),
    ]

    private static func value(_ field: String, of row: MemberRow) -> FieldValue {
        switch field {
        case "account_id": .text(row.accountId.string)
        case "probability": .number(row.probability)
        case "role": .text(row.role.rawValue)
        case "status": row.status.map { .text($0.rawValue) } ?? .none
        case "exchanges": .number(Double(row.exchanges))
        default: .none
        }
    }

    /// Stable: ties stay in the order of probability.
    private static func sorted(_ rows: [MemberRow], by sort: SortOrder) -> [MemberRow] {
        rows.enumerated().sorted { left, right in
            let (a, b) = (value(sort.field, of: left.element), value(sort.field, of: right.element))
            if precedes(a, b) { return !sort.isDescending }
            if precedes(b, a) { return sort.isDescending }
            return left.offset < right.offset
        }.map(\.element)
    }

    private static func precedes(_ a: FieldValue, _ b: FieldValue) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a < b
        case (.text(let a), .text(let b)): ExactText(a) < ExactText(b)
        case (.none, .none): false
        case (.none, _): true
        default: false
        }
    }
}
