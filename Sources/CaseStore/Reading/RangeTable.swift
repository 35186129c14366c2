import Casework

/// Longest-prefix lookup over ranges that may nest, each once.
struct RangeTable {
    /// By address, then prefix.
    let ranges: [AddressRange]
    /// Prefix lengths in use, longest first.
    private let prefixes: [UInt8]
    private let places: [AddressRange: Int]

    init(_ ranges: [AddressRange]) {
        let sorted = ranges.sorted()
        self.ranges = sorted
        prefixes = Set(ranges.map(\.prefix)).sorted(by: >)
        places = Dictionary(sorted.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// The place in `ranges` of the longest one that holds the address. O(prefix lengths in use).
    func longest(holding address: IPAddress) -> Int? {
        for prefix in prefixes {
            if let place = places[AddressRange(masking: address, prefix: prefix)] { return place }
        }
        return nil
    }
}
