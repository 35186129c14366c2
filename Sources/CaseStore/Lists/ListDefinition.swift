import Casework

/// How a list is read: where its rows come from, its fields, and its own order.
struct ListDefinition: Sendable {
    /// After FROM.
    var tables: String
    /// After WHERE: what is evidence and not still being imported.
    var visible: String
    var fields: [ListField]
    /// After ORDER BY; it orders rows completely. Plain columns with ", " between them.
    var order: String
    /// Columns read behind those of the fields.
    var extra: [String] = []
    /// Identifies a row. Where there is one, rows to be left out are counted off by their keys alone.
    var key: String?
    /// The table that has a row for each of the list's; nil where only all tables together tell.
    var counted: String?
    /// What comes first in the list's own order, where an index tells it from the rest.
    var head: ListHead?
    /// Finds samples by words, where there is an index of them all.
    var search: SampleSearch?

    func field(_ name: String, of list: String) throws -> ListField {
        guard let field = fields.first(where: { $0.name == name }) else {
            throw StoreError.unknownField(name: name, list: list)
        }
        return field
    }
}

/// A column of a list.
struct ListField: Sendable {
    var name: String
    var type: FieldType
    /// SQL over the list's tables.
    var expression: String
    /// True for a JSON array of texts: a condition holds when it holds for one of them.
    var isArray = false
    /// SQL that holds where one of an array's texts is LIKE its only parameter, where the array alone will not do.
    var membership: String?
    /// True where a condition takes one text, byte for byte, through `membership`, and nothing else makes sense.
    var isExact = false
    /// Of a number that is 0 for most rows: SQL up to the comparison that holds for the others, and what closes it.
    var whereAboveZero: (open: String, close: String)?

    init(
        _ name: String, _ type: FieldType, _ expression: String? = nil, isArray: Bool = false,
        membership: String? = nil
    ) {
        self.name = name
        self.type = type
        self.expression = expression ?? name
        self.isArray = isArray
        self.membership = membership
    }
}

/// A statement's text with the values to bind, in order. Values never become part of the text.
struct SQLText: Hashable, Sendable {
    var text: String
    var values: [SQLValue]

    init(_ text: String, _ values: [SQLValue] = []) {
        self.text = text
        self.values = values
    }
}

extension ListDefinition {
    /// The statement of a query.
    func selection(_ query: ListQuery, list: String) throws -> SQLText {
        let condition = try FilterCompiler(definition: self, list: list).condition(query.filter)
        let columns = (fields.map(\.expression) + extra).joined(separator: ", ")
        let ordered = " ORDER BY \(try ordering(query, list: list))"
        let wanted = " FROM \(tables) WHERE \(visible) AND \(condition.text)\(ordered) LIMIT ? OFFSET ?"
        let window: [SQLValue] = [
            .integer(query.limit.map { max(0, $0) } ?? -1), .integer(max(0, query.offset)),
        ]
        guard let key, query.limit != nil else {
            return SQLText("SELECT \(columns)\(wanted)", condition.values + window)
        }
        let text = "SELECT \(columns) FROM \(tables) WHERE \(key) IN (SELECT \(key)\(wanted))\(ordered)"
        return SQLText(text, condition.values + window)
    }

    /// After ORDER BY; every term the other way round for a query from the end.
    func ordering(_ query: ListQuery, list: String) throws -> String {
        var terms: [(text: String, isDescending: Bool)] = []
        for key in query.sort {
            let expression = try field(key.field, of: list).expression
            terms.append(("(\(expression)) IS NULL", false))
            terms.append(("(\(expression))", key.isDescending))
        }
        for column in order.split(separator: ", ") {
            let isDescending = column.hasSuffix(" DESC")
            terms.append((String(isDescending ? column.dropLast(" DESC".count) : column), isDescending))
        }
        return terms.map { $0.text + ($0.isDescending != query.isBackwards ? " DESC" : "") }
            .joined(separator: ", ")
    }

    func counting(_ filter: Filter, list: String) throws -> SQLText {
        if filter == .everything, let counted {
            return SQLText("SELECT count(*) FROM \(counted) WHERE \(visible)")
        }
        let condition = try FilterCompiler(definition: self, list: list).condition(filter)
        return SQLText(
            "SELECT count(*) FROM \(tables) WHERE \(visible) AND \(condition.text)", condition.values)
    }
}
