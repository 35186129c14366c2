import Casework

/// The addresses among the values as numbers, and the range each lies in.
struct AddressTable: Sendable {
    /// Values of kind `address`: they follow each other, since values are ordered by kind.
    let values: Range<Int>
    private let addresses: [IPAddress?]
    /// Index into `AnalysisInput.ranges` of the longest range that holds the address, -1 for none.
    private let ranges: [Int32]
    private let table: RangeTable

    /// Addresses from which threads are worth their while.
    private static let leastForThreads = 1 << 13

    /// O(addresses · prefix lengths in use · log ranges).
    init(_ input: AnalysisInput) {
        let kind = input.values.kinds.firstIndex(of: .address).map { UInt16($0) }
        let first = input.values.kind.firstIndex { $0 == kind } ?? 0
        var end = first
        while end < input.values.count, input.values.kind[end] == kind { end += 1 }
        values = first..<end
        let table = RangeTable(input.ranges.map(\.range))
        self.table = table
        let texts = input.values
        let (low, count) = (first, end - first)
        let parts = count < Self.leastForThreads ? 1 : 16
        let read = inParallel(parts) { part in
            (count * part / parts..<count * (part + 1) / parts).map { place in
                let address = IPAddress(texts.text(low + place))
                return (address: address, range: Int32(address.flatMap { table.longest(holding: $0) } ?? -1))
            }
        }
        addresses = read.flatMap { $0.map(\.address) }
        ranges = read.flatMap { $0.map(\.range) }
    }

    /// The address that a value is; nil for values of other kinds.
    subscript(value: Int) -> IPAddress? {
        values.contains(value) ? addresses[value - values.lowerBound] : nil
    }

    /// Index of the longest range that holds an address.
    func range(holding address: IPAddress) -> Int? { table.longest(holding: address) }

    /// Index of the longest range that holds the value's address.
    func range(of value: Int) -> Int? {
        guard values.contains(value) else { return nil }
        let index = Int(ranges[value - values.lowerBound])
        return index < 0 ? nil : index
    }
}

/// Longest-prefix lookup over ranges that may nest.
struct RangeTable: Sendable {
    private let sorted: [(range: AddressRange, index: Int)]
    /// Prefix lengths in use, longest first.
    private let prefixes: [UInt8]

    init(_ ranges: [AddressRange]) {
        sorted = ranges.enumerated().map { ($1, $0) }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
        prefixes = Set(ranges.map(\.prefix)).sorted(by: >)
    }

    /// Index of the longest range that holds the address; of equal ranges the last. O(prefixes · log n).
    func longest(holding address: IPAddress) -> Int? {
        for prefix in prefixes {
            let wanted = AddressRange(masking: address, prefix: prefix)
            let end = end(of: wanted)
            if end > 0, sorted[end - 1].range == wanted { return sorted[end - 1].index }
        }
        return nil
    }

    /// Indices of all ranges that hold the address, the longest first. O(prefixes · log n + found).
    func all(holding address: IPAddress) -> [Int] {
        var found: [Int] = []
        for prefix in prefixes {
            let wanted = AddressRange(masking: address, prefix: prefix)
            var place = end(of: wanted) - 1
            while place >= 0, sorted[place].range == wanted {
                found.append(sorted[place].index)
                place -= 1
            }
        }
        return found
    }

    /// Place after the last range that is not above `wanted`.
    private func end(of wanted: AddressRange) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if wanted < sorted[middle].range { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
