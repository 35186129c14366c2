import Casework

/// Makes a condition in SQL of a filter. Texts of the filter are only ever bound.
struct FilterCompiler {
    let definition: ListDefinition
    let list: String

    func condition(_ filter: Filter) throws -> SQLText {
        switch filter {
        case .everything: SQLText("1")
        case .all(let filters): try join(filters, " AND ", none: "1")
        case .any(let filters): try join(filters, " OR ", none: "0")
        case .not(let filter): try negated(condition(filter))
        case .contains(let word): try searched(word) ?? contains(word)
        case .field(let name, let condition): try self.condition(definition.field(name, of: list), condition)
        }
    }

    private func join(_ filters: [Filter], _ word: String, none: String) throws -> SQLText {
        guard !filters.isEmpty else { return SQLText(none) }
        let parts = try filters.map(condition)
        return SQLText(
            "(" + parts.map(\.text).joined(separator: word) + ")", parts.flatMap(\.values))
    }

    private func negated(_ condition: SQLText) -> SQLText {
        SQLText("NOT \(condition.text)", condition.values)
    }

    /// The word as full text search finds it in prompts and responses, or somewhere in another text field; nil
    /// where there is no index, or nothing in the word that one could look for.
    private func searched(_ word: String) throws -> SQLText? {
        guard let search = definition.search else { return nil }
        let phrase = word.contains(where: \.isWhitespace) ? "\"\(word.replacing("\"", with: " "))\"" : word
        guard let found = try search.condition(phrase) else { return nil }
        let others = contains(word, leavingOut: ["prompt", "response"])
        return SQLText("(\(found.text) OR \(others.text))", found.values + others.values)
    }

    /// The word somewhere in any text field.
    private func contains(_ word: String, leavingOut left: Set<String> = []) -> SQLText {
        let texts = definition.fields.filter { $0.type == .text && !$0.isExact && !left.contains($0.name) }
        guard !texts.isEmpty else { return SQLText("0") }
        let pattern = SQLValue.text("%" + FilterCompiler.escaped(word) + "%")
        let parts = texts.map { decided($0.membership ?? "\($0.expression) LIKE ? ESCAPE '\\'") }
        return SQLText("(" + parts.joined(separator: " OR ") + ")", texts.map { _ in pattern })
    }

    private func condition(_ field: ListField, _ condition: Filter.Condition) throws -> SQLText {
        if field.isExact { return try exactly(field, condition) }
        switch condition {
        case .isEmpty:
            let empty = field.isArray ? "'[]'" : "''"
            return SQLText("(\(field.expression) IS NULL OR \(field.expression) = \(empty))")
        case .matches(let pattern, let isGlob): return try matches(field, pattern, isGlob)
        case .compare(.atLeast, .number(let number)) where field.whereAboveZero != nil && number > 0:
            return aboveZero(field, ">= ?", [.real(number)])
        case .compare(.greater, .number(let number)) where field.whereAboveZero != nil && number >= 0:
            return aboveZero(field, "> ?", [.real(number)])
        case .between(.number(let low), .number(let high)) where field.whereAboveZero != nil && low > 0:
            return aboveZero(field, "BETWEEN ? AND ?", [.real(low), .real(high)])
        case .compare(let comparison, let value):
            return SQLText(
                decided("\(try compared(field, value)) \(comparison.rawValue) ?"), [try operand(field, value)]
            )
        case .between(let low, let high):
            return SQLText(
                decided("\(try compared(field, low)) BETWEEN ? AND ?"),
                [try operand(field, low), try operand(field, high)])
        }
    }

    private func exactly(_ field: ListField, _ condition: Filter.Condition) throws -> SQLText {
        guard case .matches(let text, false) = condition, let membership = field.membership else {
            throw StoreError.noHeldValue(Filter.field(field.name, condition).description)
        }
        return SQLText(membership, [.text(text)])
    }

    /// Only the few rows above zero are looked at, rather than the figure of every row.
    private func aboveZero(_ field: ListField, _ comparison: String, _ values: [SQLValue]) -> SQLText {
        let (open, close) = field.whereAboveZero ?? ("(", ")")
        return SQLText("\(open) \(comparison)\(close)", values)
    }

    // MARK: - Equality and globs

    private func matches(_ field: ListField, _ pattern: String, _ isGlob: Bool) throws -> SQLText {
        let like = SQLValue.text(isGlob ? FilterCompiler.like(pattern) : FilterCompiler.escaped(pattern))
        switch field.type {
        case .text where field.isArray:
            if let membership = field.membership { return SQLText(decided(membership), [like]) }
            return SQLText(
                "EXISTS (SELECT 1 FROM json_each(\(field.expression)) AS e WHERE e.value LIKE ? ESCAPE '\\')",
                [like])
        case .text where isGlob: return SQLText(decided("\(field.expression) LIKE ? ESCAPE '\\'"), [like])
        case .text: return SQLText(decided("\(field.expression) = ? COLLATE NOCASE"), [.text(pattern)])
        case .boolean: return SQLText(decided("\(field.expression) = ?"), [try boolean(field, pattern)])
        case .time: return try timeMatches(field, pattern, isGlob)
        case .number:
            if isGlob {
                return SQLText(decided("CAST(\(field.expression) AS TEXT) LIKE ? ESCAPE '\\'"), [like])
            }
            guard let number = Double(pattern) else { throw wrong(field) }
            return SQLText(decided("\(field.expression) = ?"), [.real(number)])
        }
    }

    /// A moment, or a day or month by the beginning of its text.
    private func timeMatches(_ field: ListField, _ pattern: String, _ isGlob: Bool) throws -> SQLText {
        if let moment = Timestamp(rfc3339: pattern) {
            return SQLText(decided("\(field.expression) = ?"), [.integer(moment.milliseconds)])
        }
        let text = "strftime('%Y-%m-%dT%H:%M:%SZ', \(field.expression) / 1000, 'unixepoch')"
        let like = isGlob ? FilterCompiler.like(pattern) : FilterCompiler.escaped(pattern) + "%"
        return SQLText(decided("\(text) LIKE ? ESCAPE '\\'"), [.text(like)])
    }

    private func boolean(_ field: ListField, _ pattern: String) throws -> SQLValue {
        switch pattern.lowercased() {
        case "true", "yes", "1": .integer(1)
        case "false", "no", "0": .integer(0)
        default: throw wrong(field)
        }
    }

    // MARK: - Comparisons

    private func compared(_ field: ListField, _ value: FilterValue) throws -> String {
        if field.isArray { throw wrong(field) }
        switch (field.type, value) {
        case (.number, .number), (.time, .time), (.text, .text): return field.expression
        default: throw wrong(field)
        }
    }

    private func operand(_ field: ListField, _ value: FilterValue) throws -> SQLValue {
        _ = try compared(field, value)
        switch value {
        case .number(let number): return .real(number)
        case .time(let time): return .integer(time.milliseconds)
        case .text(let text): return .text(text)
        }
    }

    private func wrong(_ field: ListField) -> StoreError {
        .wrongComparison(field: field.name, type: field.type.rawValue)
    }

    /// A condition on a missing value is false, so that its negation is true.
    private func decided(_ condition: String) -> String { "coalesce(\(condition), 0)" }

    /// `*` and `?` as LIKE writes them; everything else stands for itself.
    static func like(_ pattern: String) -> String {
        var like = ""
        for scalar in pattern.unicodeScalars {
            switch scalar {
            case "*": like += "%"
            case "?": like += "_"
            default: like += escaped(String(scalar))
            }
        }
        return like
    }

    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar == "%" || scalar == "_" || scalar == "\\" { escaped += "\\" }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }
}
