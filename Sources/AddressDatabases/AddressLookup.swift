public import Casework

extension AddressDatabase {
    /// What the database says of the networks that hold these addresses, each network once, in order.
    ///
    /// - Parameter addresses: in any order. O(n log n) and one lookup for each network met.
    /// - Throws: `AddressDatabaseError.damaged`, `.cancelled`.
    public func records(
        for addresses: [IPAddress], isCancelled: () -> Bool = { false }
    ) throws(AddressDatabaseError) -> [GeoRecord] {
        var records: [GeoRecord] = []
        for (place, address) in addresses.sorted().enumerated() {
            if place % 16_384 == 0, isCancelled() { throw .cancelled }
            if let last = records.last, last.range.contains(address) { continue }
            if let record = try record(for: address) { records.append(record) }
        }
        return records
    }
}
