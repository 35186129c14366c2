import Casework

/// The rows that come first in a list's own order, by an index of their own; the rest is read in another way.
///
/// A list whose order has no index is sorted for every window. Where few rows come first and all the others are equal
/// but for their key, an index of the few is enough.
struct ListHead: Sendable {
    /// Until there is this index, the list is read as others are.
    var index: String
    /// The table with the index.
    var table: String
    var condition: String
    var restCondition: String
    /// What the list's own order comes to among the rest.
    var restOrder: String
}

extension ListDefinition {
    /// What to read one after the other for a query: one part, or the piece of the head and that of the rest.
    func parts(_ query: ListQuery, _ handle: Handle) throws -> [(ListDefinition, ListQuery)] {
        guard let head, query.filter == .everything, query.sort.isEmpty, let limit = query.limit,
            try head.isThere(handle)
        else { return [(self, query)] }
        var (first, second) = (self, self)
        first.visible += " AND \(head.condition)"
        second.visible += " AND \(head.restCondition)"
        second.order = head.restOrder
        var count = try handle.number("SELECT count(*) FROM \(head.table) WHERE \(first.visible)")
        if query.isBackwards {
            swap(&first, &second)
            // Not counted by their condition: every row of the rest would have to be looked at.
            count = try handle.number("SELECT count(*) FROM \(head.table) WHERE \(visible)") - count
        }
        var (start, rest) = (query, query)
        start.limit = max(0, min(limit, count - query.offset))
        rest.offset = max(0, query.offset - count)
        rest.limit = limit - (start.limit ?? 0)
        return [(first, start), (second, rest)].filter { $0.1.limit != 0 }
    }
}

extension ListHead {
    fileprivate func isThere(_ handle: Handle) throws -> Bool {
        try handle.number(
            "SELECT (SELECT count(*) FROM main.sqlite_schema WHERE name = ?1)"
                + " + (SELECT count(*) FROM temp.sqlite_schema WHERE name = ?1)", [.text(index)]) > 0
    }
}
