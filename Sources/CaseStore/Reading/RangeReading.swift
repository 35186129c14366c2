import Casework

/// Ranges of addresses as they stand in evidence, merged.
enum RangeReading {
    static func read(_ handle: Handle) throws -> [KnownRange] {
        try RangeMerge.merged(
            ranges(of: "ip_range", "NULL", handle), ranges(of: "geo_range", "user_count", handle))
    }

    /// By range, of equal ones in the order of evidence.
    private static func ranges(of table: String, _ userCount: String, _ handle: Handle) throws -> [KnownRange]
    {
        try handle.rows(
            "SELECT address, prefix, asn, as_name, country, usage, \(userCount) FROM \(table)"
                + " WHERE source <= (SELECT source FROM horizon) ORDER BY address, prefix, source, number",
            [],
            range)
    }

    /// From the columns address, prefix, asn, as_name, country, usage, user_count.
    static func range(_ row: Statement) -> KnownRange {
        var known = KnownRange(
            range: AddressRange(
                masking: IPAddress(stored: row.bytes(0)), prefix: UInt8(clamping: row.int(1))))
        known.asNumber = row.optionalInt(2)
        known.asName = row.optionalText(3)
        known.country = row.optionalText(4)
        known.usage = row.word(5)
        known.userCount = row.optionalInt(6)
        return known
    }
}

/// The longest range that holds an address: from the counted networks where the case has them, else from all
/// ranges, read once.
struct NetworkLookup {
    private let statement: Statement?
    private var ranges: [KnownRange] = []
    private var table = RangeTable([])

    init(_ handle: Handle) throws {
        guard try HolderCounts.areProvided(handle) else {
            statement = nil
            ranges = try RangeReading.read(handle)
            table = RangeTable(ranges.map(\.range))
            return
        }
        statement = try handle.prepare(
            "SELECT address, prefix, asn, as_name, country, usage, user_count FROM network"
                + " WHERE address = ? AND prefix = ?")
    }

    /// At most 129 steps, as many as there are lengths of prefixes.
    func longest(holding address: IPAddress) throws -> KnownRange? {
        guard let statement else { return table.longest(holding: address).map { ranges[$0] } }
        for prefix in (0...128).reversed() {
            let range = AddressRange(masking: address, prefix: UInt8(prefix))
            try statement.bind(1, .bytes(range.address.stored))
            try statement.bind(2, .integer(prefix))
            defer { statement.reset() }
            if try statement.step() { return RangeReading.range(statement) }
        }
        return nil
    }
}
