/// Counts the values of one column as they come, and makes a table of them.
///
/// Texts and truths are counted one by one. Numbers and times are, too, while they are few; many of them are put
/// together: numbers of at least 1 by 1, 2, 5, 10, 20, 50 …, those from 0 to 1 by twentieths, times by days or,
/// where they span more than a quarter of a year, by months.
public struct FrequencyCounting: Sendable {
    /// Values listed at most: nobody reads more, and a column of ids has as many as rows.
    public static let listed = 1000
    /// Numbers and times of more values than this are put together.
    public static let mostSingle = 40

    private let field: FieldDescription
    /// By the bytes of a text: two spellings of one character are two values.
    private var texts: [ExactText: Int] = [:]
    private var others: [FieldValue: Int] = [:]
    private var rows = 0
    /// Values that rows have, but that were not added one by one.
    private var unlisted = 0

    public init(_ field: FieldDescription) { self.field = field }

    /// Takes a value that `count` rows have. A list counts under each of its items.
    public mutating func add(_ value: FieldValue, _ count: Int = 1) {
        rows += count
        switch value.emptyAsNone {
        case .text(let text): texts[ExactText(text), default: 0] += count
        case .list(let items) where items.isEmpty: others[.none, default: 0] += count
        case .list(let items):
            for item in Set(items.map { ExactText($0) }) { texts[item, default: 0] += count }
        case let other: others[other, default: 0] += count
        }
    }

    /// Takes rows of values that are rarer than all that were added, and too many to list.
    public mutating func addUnlisted(rows: Int, values: Int) {
        self.rows += rows
        unlisted += values
    }

    /// - Complexity: O(values · log values).
    public func table() -> FrequencyTable {
        let isMeasured = field.type == .number || field.type == .time
        let values = isMeasured && others.count > Self.mostSingle ? stretches() : singles()
        return FrequencyTable(rows: rows, distinct: texts.count + others.count + unlisted, values: values)
    }

    private func singles() -> [FrequencyRow] {
        let every =
            texts.map { (FieldValue.text($0.key.string), $0.value) } + others.map { ($0.key, $0.value) }
        let sorted = every.sorted { left, right in
            left.1 == right.1
                ? left.0.words.utf8.lexicographicallyPrecedes(right.0.words.utf8) : left.1 > right.1
        }
        return sorted.prefix(Self.listed).map { row($0.words, $1, $0.filter(field.name)) }
    }

    private func stretches() -> [FrequencyRow] {
        var rows = FrequencyStretches(others).counted().map { row($0.words, $1, $0.filter(field.name)) }
        if let none = others[.none] { rows.append(row("-", none, .field(field.name, .isEmpty))) }
        return rows
    }

    private func row(_ words: String, _ count: Int, _ filter: Filter) -> FrequencyRow {
        FrequencyRow(
            value: words, rows: count, share: rows == 0 ? 0 : Double(count) / Double(rows),
            filter: filter.description)
    }
}

extension FieldValue {
    fileprivate var emptyAsNone: FieldValue { self == .text("") ? .none : self }

    /// As a person reads it.
    var words: String {
        switch self {
        case .none: "-"
        case .text(let text): text
        case .number(let number): FilterOperand.text(number)
        case .time(let time): time.rfc3339
        case .boolean(let truth): truth ? "yes" : "no"
        case .list(let items): items.joined(separator: ", ")
        }
    }

    /// The filter that keeps the rows with this value in a field; of a list, those that have all its items.
    public func filter(_ field: String) -> Filter {
        switch self {
        case .none, .text(""): .field(field, .isEmpty)
        case .text(let text): .field(field, .matches(pattern: text, isGlob: false))
        case .number(let number): .field(field, .between(.number(number), .number(number)))
        case .time(let time): .field(field, .between(.time(time), .time(time)))
        case .boolean(let truth): .field(field, .matches(pattern: truth ? "true" : "false", isGlob: false))
        case .list(let items) where items.isEmpty: .field(field, .isEmpty)
        case .list(let items) where items.count == 1: FieldValue.text(items[0]).filter(field)
        case .list(let items): .all(items.map { FieldValue.text($0).filter(field) })
        }
    }
}
