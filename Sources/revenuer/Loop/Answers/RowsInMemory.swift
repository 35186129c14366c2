import Casework
import Screens

/// Rows that are few enough to be filtered and sorted in memory: members of a group, frequencies, answers to SQL.
struct RowsInMemory {
    var rows: [ListRow]
    var fields: [FieldDescription]
    /// The value of a field.
    var value: (ListRow, String) -> FieldValue

    /// The rows that a filter keeps, sorted; ties stay in the order of `rows`.
    func kept(_ filter: Filter, _ sort: SortOrder?) -> [ListRow] {
        let kept = filter == .everything ? rows : rows.filter { matches($0, filter) }
        guard let sort else { return kept }
        let keyed = kept.enumerated().map { (place: $0.offset, key: value($0.element, sort.field)) }
        let order = keyed.sorted { left, right in
            switch (left.key.isNone, right.key.isNone) {
            // Rows without a value come last, whichever way the others go.
            case (true, false): false
            case (false, true): true
            default: precedes(left, right, sort.isDescending)
            }
        }
        return order.map { kept[$0.place] }
    }

    private func precedes(
        _ left: (place: Int, key: FieldValue), _ right: (place: Int, key: FieldValue), _ isDescending: Bool
    ) -> Bool {
        if RowsInMemory.precedes(left.key, right.key) { return !isDescending }
        if RowsInMemory.precedes(right.key, left.key) { return isDescending }
        return left.place < right.place
    }

    func matches(_ row: ListRow, _ filter: Filter) -> Bool {
        filter.matches(fields: fields) { value(row, $0) }
    }

    /// All that the filter keeps, whatever the window: they were all made to answer at all, and moving about in them
    /// is to make none of them again.
    func answer(_ request: RowsRequest) -> RowsAnswer {
        let kept = kept(request.filter, request.sort)
        return RowsAnswer(start: 0, rows: kept, total: kept.count)
    }

    /// The number of the nearest hit, as `CaseReader.place` counts it.
    func place(_ request: FindRequest) -> Int? {
        let kept = kept(request.filter, request.sort)
        let start = min(max(0, request.start), kept.count)
        return request.isForward
            ? kept[start...].firstIndex { matches($0, request.hit) }
            : kept[..<start].lastIndex { matches($0, request.hit) }
    }

    private static func precedes(_ a: FieldValue, _ b: FieldValue) -> Bool {
        switch (a, b) {
        case (.number(let a), .number(let b)): a < b
        case (.time(let a), .time(let b)): a < b
        case (.boolean(let a), .boolean(let b)): !a && b
        case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
        // SQL may give numbers and texts in one column: numbers first, as SQLite sorts them.
        case (.number, .text): true
        default: false
        }
    }
}

extension FieldValue {
    fileprivate var isNone: Bool { self == .none }
}
