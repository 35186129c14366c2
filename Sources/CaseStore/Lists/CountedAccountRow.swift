public import Casework

/// An account with the figures of the fields that a query names by a pattern; as JSON one object.
public struct CountedAccountRow: Encodable, Sendable {
    public var row: AccountRow
    /// By the field's name.
    public var counts: [(name: String, count: Int)]

    public func encode(to encoder: any Encoder) throws {
        try row.encode(to: encoder)
        var members = encoder.container(keyedBy: FieldKey.self)
        for (name, count) in counts { try members.encode(count, forKey: FieldKey(stringValue: name)) }
    }

    private struct FieldKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }

        init?(intValue: Int) { nil }
    }
}

extension ListQuery {
    /// The fields that the query filters or sorts by and that are named by a pattern, by name.
    public var connectionFields: [ConnectionField] {
        let names = Set(filter.fieldNames + sort.map(\.field))
        return names.sorted().compactMap { ConnectionField($0) }
    }
}
