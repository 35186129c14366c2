/// What a row holds in one column, as a filter sees it.
public enum FieldValue: Hashable, Sendable {
    case none
    case text(String)
    case number(Double)
    case time(Timestamp)
    case boolean(Bool)
    /// Several texts: a condition holds when it holds for one of them.
    case list([String])
}

extension Filter {
    /// Whether a row passes; the reference for every other way of applying a filter.
    ///
    /// A condition on a missing value is false, so its negation is true (SQL has to say `IS NOT TRUE`).
    /// `matches` and `contains` fold ASCII letters; comparisons of text go by UTF-8 bytes.
    /// - Parameter value: the row's value of a column.
    public func matches(fields: [FieldDescription], value: (String) -> FieldValue) -> Bool {
        switch self {
        case .everything: true
        case .all(let parts): parts.allSatisfy { $0.matches(fields: fields, value: value) }
        case .any(let parts): parts.contains { $0.matches(fields: fields, value: value) }
        case .not(let inner): !inner.matches(fields: fields, value: value)
        case .contains(let text):
            fields.contains { $0.type == .text && TextMatch.contains(text, in: value($0.name)) }
        case .field(let name, let condition): condition.holds(for: value(name))
        }
    }

    /// Whether a row given by column name passes; bare words look into its texts and lists.
    public func matches(_ row: [String: FieldValue]) -> Bool {
        let fields = row.keys.sorted().map { FieldDescription($0, .text) }
        return matches(fields: fields) { row[$0] ?? .none }
    }
}

extension Filter.Condition {
    fileprivate func holds(for value: FieldValue) -> Bool {
        if case .list(let items) = value, !items.isEmpty { return items.contains { holds(for: .text($0)) } }
        switch self {
        case .isEmpty, .matches(pattern: "", isGlob: _): return value.isEmpty
        case .matches(let pattern, let isGlob):
            guard let text = value.text else { return false }
            return TextMatch.matches(text, pattern: pattern, isGlob: isGlob)
        case .compare(let comparison, let operand):
            guard let left = value.operand, FilterOrder.areComparable(left, operand) else { return false }
            return comparison.holds(left, operand)
        case .between(let low, let high):
            return Self.compare(.atLeast, low).holds(for: value)
                && Self.compare(.atMost, high).holds(for: value)
        }
    }
}

extension Filter.Comparison {
    fileprivate func holds(_ left: FilterValue, _ right: FilterValue) -> Bool {
        switch self {
        case .less: FilterOrder.precedes(left, right)
        case .greater: FilterOrder.precedes(right, left)
        case .atMost: !FilterOrder.precedes(right, left)
        case .atLeast: !FilterOrder.precedes(left, right)
        }
    }
}

extension FieldValue {
    /// No value; the empty text and the empty list are none as well.
    fileprivate var isEmpty: Bool {
        switch self {
        case .none, .text(""), .list([]): true
        default: false
        }
    }

    /// The value as the text that lists print; nil where there is none.
    fileprivate var text: String? {
        switch self {
        case .none, .list, .text(""): nil
        case .text(let text): text
        case .number(let number): FilterOperand.text(number)
        case .time(let time): time.rfc3339
        case .boolean(let value): value ? "true" : "false"
        }
    }

    fileprivate var operand: FilterValue? {
        switch self {
        case .text(""), .none, .list, .boolean: nil
        case .text(let text): .text(text)
        case .number(let number): number.isNaN ? nil : .number(number)
        case .time(let time): .time(time)
        }
    }
}
