import Casework

/// Marking more than one row: a range, or every row with the value under the cursor.
extension ListModel {
    /// Rows of a range that ends at the cursor; nil while none was begun.
    var range: ClosedRange<Int>? {
        rangeStart.map { min($0, scroll.cursor)...max($0, scroll.cursor) }
    }

    /// Asks for the rows of the range, which are marked when they come.
    mutating func endRange(_ tokens: inout TokenSource) -> [Intent] {
        guard let range else { return [] }
        rangeStart = nil
        return mark(range.lowerBound..<range.upperBound + 1, query.filter, &tokens)
    }

    /// Asks for the rows with the chosen column's value under the cursor.
    ///
    /// - Throws: `SameValueProblem`.
    mutating func markSameValue(_ tokens: inout TokenSource) throws(SameValueProblem) -> [Intent] {
        let same = try sameValue()
        let filter = query.filter == .everything ? same : .all([query.filter, same])
        return mark(0..<Marks.limit + 1, filter, &tokens)
    }

    /// The filter that keeps rows with the value under the cursor.
    func sameValue() throws(SameValueProblem) -> Filter {
        guard let row = current else { throw .noRow }
        guard columns.indices.contains(column) else { throw .noRow }
        let field = columns[column].field
        guard list.fields.contains(field) else { throw .noFilter(field.name) }
        let same = row.value(of: field).filter(field.name)
        guard same.description.utf8.count <= SameValueProblem.longestFilter else {
            throw .tooLong(field.name)
        }
        return same
    }

    /// Takes rows that were asked for to be marked; nil when the answer is not for that, else whether all fitted.
    mutating func receiveMarks(_ answer: RowsAnswer, for token: Token) -> Bool? {
        guard marking == token else { return nil }
        marking = nil
        return mark(answer.rows)
    }

    private mutating func mark(
        _ rows: Range<Int>, _ filter: Filter, _ tokens: inout TokenSource
    ) -> [Intent] {
        var request = RowsRequest(list: list, window: rows)
        request.filter = filter
        request.sort = sort
        let token = tokens.next()
        let before = marking
        marking = token
        return (before.map { [.abandon($0)] } ?? []) + [.load(.rows(request), token)]
    }
}

/// Why there is no filter for the value under the cursor.
enum SameValueProblem: Error, Hashable {
    case noRow
    case noFilter(String)
    case tooLong(String)

    static let longestFilter = 4000

    var words: String {
        switch self {
        case .noRow: "There is no row under the cursor."
        case .noFilter(let field): "Rows cannot be filtered by \(field); < and > choose another column."
        case .tooLong(let field): "This value of \(field) is too long to filter by."
        }
    }
}
