import Casework

/// A few rows that are held back, so that what they are looked up by can be fetched for all of them at once.
///
/// Nearly every row goes to another place in dictionaries far bigger than the caches; one such fetch after
/// the other took more than half of the time.
struct RowGroup {
    /// About as many fetches as a core has under way at a time, twice.
    static let capacity = 32
    /// Wider rows are not held back: copying their fields would cost more than is won.
    static let widest = 64

    struct Held {
        var row: RowView
        var accountKey = ByteDictionary.Key(first: 0, second: 0, hash: 0)
        var address: IPAddress?
    }

    private let memory = FieldMemory(capacity: RowGroup.capacity * RowGroup.widest)
    var held: [Held] = []

    init() { held.reserveCapacity(RowGroup.capacity) }

    var isFull: Bool { held.count == RowGroup.capacity }

    /// Copies the row's fields; there has to be room, and the row may not be wider than `widest`.
    @inline(__always)
    mutating func hold(_ row: RowView) {
        precondition(held.count < RowGroup.capacity && row.count <= RowGroup.widest, "no room for the row")
        var copy = row
        copy.fields = memory.fields + held.count * RowGroup.widest
        copy.fields.update(from: row.fields, count: row.count)
        held.append(Held(row: copy))
    }
}
