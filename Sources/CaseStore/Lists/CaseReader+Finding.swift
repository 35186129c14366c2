public import Casework

/// Looking around in a list: where the next row is that matches, and how often the values of a column occur.
extension CaseReader {
    /// The number of the nearest row that `hit` matches, in a list as `query` filters and sorts it.
    ///
    /// - Parameters:
    ///   - start: the row to begin with, counted from 0. Forwards it is looked at itself, backwards those before it.
    ///   - isForward: false for the last one before `start`.
    /// - Returns: nil where there is none in that direction; nothing is looked for beyond the end.
    /// - Complexity: O(rows of the list), one step of the database each; it can be interrupted.
    public func place(
        of hit: Filter, in list: CaseList, _ query: ListQuery, from start: Int, isForward: Bool
    ) throws -> Int? {
        var whole = query
        whole.filter = .all([query.filter, hit])
        let definition = try definition(list, whole)
        let marking = try definition.marking(hit, query, list: list.rawValue, from: isForward ? start : 0)
        return try connection.read { handle in
            try prepare(list, whole, handle)
            let statement = try handle.prepare(marking.text)
            try statement.bind(marking.values)
            var place = isForward ? max(0, start) : 0
            var last: Int?
            while isForward || place < start, try statement.step() {
                if statement.int(0) != 0 {
                    if isForward { return place }
                    last = place
                }
                place += 1
            }
            return last
        }
    }

    /// How often each value of a field occurs among the rows that a filter keeps.
    ///
    /// - Throws: `StoreError.unknownField`.
    /// - Complexity: O(rows + values · log values); of a text only the values listed are held in memory.
    public func frequencies(of name: String, in list: CaseList, _ filter: Filter) throws -> FrequencyTable {
        let query = ListQuery(filter: filter, sort: [ListQuery.SortKey(name)])
        let definition = try definition(list, query)
        let field = try definition.field(name, of: list.rawValue)
        let isListedBySQL = field.type == .text && !field.isArray
        let counting = try definition.grouping(by: field, filter, list: list.rawValue)
        return try connection.read { handle in
            try prepare(list, query, handle)
            var counted = FrequencyCounting(FieldDescription(field.name, field.type))
            let statement = isListedBySQL ? counting.mostFrequent : counting
            var left: (rows: Int, values: Int)?
            try handle.each(statement.text, statement.values) { row in
                counted.add(try row.value(0, of: field), row.int(1))
                guard isListedBySQL else { return }
                var (rows, values) = left ?? (rows: row.int(2), values: row.int(3))
                (rows, values) = (rows - row.int(1), values - 1)
                left = (rows, values)
            }
            if let left { counted.addUnlisted(rows: left.rows, values: left.values) }
            return counted.table()
        }
    }
}

extension ListDefinition {
    /// Of every row in the order of a query whether it is a hit.
    fileprivate func marking(_ hit: Filter, _ query: ListQuery, list: String, from start: Int) throws
        -> SQLText
    {
        let compiler = FilterCompiler(definition: self, list: list)
        let (mark, condition) = (try compiler.condition(hit), try compiler.condition(query.filter))
        let order = " ORDER BY \(try ordering(query, list: list))"
        return SQLText(
            "SELECT \(mark.text) FROM \(tables) WHERE \(visible) AND \(condition.text)\(order) LIMIT -1 OFFSET ?",
            mark.values + condition.values + [.integer(max(0, start))])
    }

    fileprivate func grouping(by field: ListField, _ filter: Filter, list: String) throws -> SQLText {
        let condition = try FilterCompiler(definition: self, list: list).condition(filter)
        let isPlainText = field.type == .text && !field.isArray
        let value = isPlainText ? "nullif(\(field.expression), '')" : field.expression
        return SQLText(
            """
            SELECT \(value) AS v, count(*) AS n FROM \(tables) WHERE \(visible) AND \(condition.text)
            GROUP BY v
            """, condition.values)
    }
}

extension SQLText {
    /// The values of a grouping that occur most, each with the sums over all of them.
    fileprivate var mostFrequent: SQLText {
        SQLText(
            """
            WITH f AS MATERIALIZED (\(text))
            SELECT v, n, (SELECT sum(n) FROM f), (SELECT count(*) FROM f) FROM f
            ORDER BY n DESC, v LIMIT \(FrequencyCounting.listed)
            """, values)
    }
}

extension Statement {
    /// A column as a filter sees it.
    fileprivate func value(_ column: Int, of field: ListField) throws -> FieldValue {
        if isNull(column) { return .none }
        switch field.type {
        case .text where field.isArray: return .list(try JSONColumn.decode(text(column)))
        case .text: return .text(text(column))
        case .number: return optionalDouble(column).map(FieldValue.number) ?? .none
        case .time: return time(column).map(FieldValue.time) ?? .none
        case .boolean: return .boolean(int(column) != 0)
        }
    }
}
