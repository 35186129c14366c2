public import Casework

/// The lists of a case.
public enum CaseList: String, CaseIterable, Sendable {
    case accounts, artifacts, networks, samples, groups, campaigns, sources, rejects, faults, events
    case templates, links, rules, indicators, violations, notes, decisions, queue, history, log

    /// The columns that can be filtered and sorted by, in the order of the JSON.
    public var fields: [FieldDescription] {
        let listed = definition.fields.map { FieldDescription($0.name, $0.type) }
        return self == .accounts
            ? listed + [HoldingField.column, TagField.column] + ConnectionField.usual.map(\.column) : listed
    }

    /// The same and the fields that a filter or a sort names by a pattern: `addresses_with_10_flagged`.
    public func fields(namedIn text: String) -> [FieldDescription] {
        guard self == .accounts else { return fields }
        return ConnectionField.columns(fields, namedIn: text)
    }
}

/// Which rows of a list, in which order.
public struct ListQuery: Hashable, Sendable {
    public struct SortKey: Hashable, Sendable {
        public var field: String
        public var isDescending: Bool

        public init(_ field: String, isDescending: Bool = false) {
            self.field = field
            self.isDescending = isDescending
        }
    }

    public var filter: Filter
    /// Before the list's own order, which breaks ties. Rows without a value come last.
    public var sort: [SortKey]
    /// Rows to leave out at the beginning.
    public var offset: Int
    /// At most so many rows; nil for all.
    public var limit: Int?
    /// Reads from the list's end: `offset` counts from there, and the last row comes first.
    public var isBackwards: Bool

    public init(
        filter: Filter = .everything, sort: [SortKey] = [], offset: Int = 0, limit: Int? = nil,
        isBackwards: Bool = false
    ) {
        self.filter = filter
        self.sort = sort
        self.offset = offset
        self.limit = limit
        self.isBackwards = isBackwards
    }
}
