import Casework

/// Models by name, and where each value number of one stands among them.
struct ModelPlaces: Sendable {
    let names: [ExactText]
    /// By value number.
    private let places: [Int: UInt16]

    init(_ ordering: ValueOrdering) {
        let sorted = ordering.models.sorted { $0.name < $1.name }
        names = sorted.map(\.name)
        places = Dictionary(
            uniqueKeysWithValues: sorted.enumerated().map { ($1.number, UInt16(clamping: $0)) })
    }

    /// By value number up to the largest of a model, for reading in bulk.
    var table: [UInt16] {
        var table = [UInt16](repeating: .max, count: (places.keys.max() ?? 0) + 1)
        for (number, place) in places { table[number] = place }
        return table
    }
}
