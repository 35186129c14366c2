/// How one column of numbers stands in a block: a mode byte, then
/// - mode 0: one varint per row;
/// - mode 1: a dictionary (varint count, varints) and an index per row, packed into 0, 1, 2, 4 or 8 bits,
///   the first row in the lowest bits.
struct NumberColumn: ~Copyable {
    private let indices: UnsafeMutablePointer<UInt8>
    private let entries: UnsafeMutablePointer<UInt64>
    /// An open-addressing table from value to dictionary index.
    private let keys: UnsafeMutablePointer<UInt64>
    private let places: UnsafeMutablePointer<UInt16>

    init() {
        indices = .allocate(capacity: BlockFormat.mostRows)
        entries = .allocate(capacity: NumberColumn.mostEntries)
        keys = .allocate(capacity: NumberColumn.slots)
        places = .allocate(capacity: NumberColumn.slots)
    }

    deinit {
        indices.deallocate()
        entries.deallocate()
        keys.deallocate()
        places.deallocate()
    }

    /// Appends `values` by a dictionary if that is short, else as varints. At most `BlockFormat.mostRows`.
    mutating func writeCoded(_ values: UnsafePointer<UInt64>, count: Int, to writer: inout ByteWriter) {
        guard let found = index(values, count) else {
            NumberColumn.writePlain(values, count: count, to: &writer)
            return
        }
        writer.byte(BlockFormat.dictionary)
        writer.varint(UInt64(found))
        writer.varints(entries, count: found)
        pack(count, bits: NumberColumn.bits(for: found), to: &writer)
    }

    static func writePlain(_ values: UnsafePointer<UInt64>, count: Int, to writer: inout ByteWriter) {
        writer.byte(BlockFormat.plain)
        writer.varints(values, count: count)
    }

    /// Numbers the distinct values in order of appearance; nil when there are too many.
    private func index(_ values: UnsafePointer<UInt64>, _ count: Int) -> Int? {
        places.update(repeating: 0, count: NumberColumn.slots)
        var found = 0
        var last: UInt64 = 0
        var lastIndex: UInt8 = 0
        for row in 0..<count {
            let value = values[row]
            if value == last, row > 0 {
                indices[row] = lastIndex
                continue
            }
            var slot = Int(truncatingIfNeeded: (value &* 0x9E37_79B9_7F4A_7C15) &>> 54)
            while places[slot] != 0, keys[slot] != value { slot = (slot &+ 1) & (NumberColumn.slots &- 1) }
            if places[slot] == 0 {
                if found == NumberColumn.mostEntries { return nil }
                entries[found] = value
                keys[slot] = value
                found &+= 1
                places[slot] = UInt16(truncatingIfNeeded: found)
            }
            lastIndex = UInt8(truncatingIfNeeded: places[slot] &- 1)
            last = value
            indices[row] = lastIndex
        }
        return found
    }

    private func pack(_ count: Int, bits: Int, to writer: inout ByteWriter) {
        guard bits > 0 else { return }
        writer.reserve(count)
        let perByte = 8 / bits
        var row = 0
        while row < count {
            var byte: UInt8 = 0
            for place in 0..<min(perByte, count &- row) {
                byte |= indices[row &+ place] &<< UInt8(truncatingIfNeeded: place &* bits)
            }
            writer.byte(byte)
            row &+= perByte
        }
    }

    /// The narrowest of the widths that holds an index below `count`.
    static func bits(for count: Int) -> Int {
        switch count {
        case ...1: 0
        case 2: 1
        case 3...4: 2
        case 5...16: 4
        default: 8
        }
    }

    /// What an index of one byte can tell apart.
    private static let mostEntries = 256
    private static let slots = 1024

    /// Reads a column of `count` numbers.
    static func read(
        _ section: UnsafeBufferPointer<UInt8>, count: Int, into target: UnsafeMutablePointer<UInt64>
    )
        throws
    {
        var reader = ByteReader(section)
        switch reader.byte() {
        case BlockFormat.plain: for row in 0..<count { target[row] = reader.varint() }
        case BlockFormat.dictionary: try readCoded(&reader, count, target)
        default: throw BlockDamage.unknownMode
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private static func readCoded(
        _ reader: inout ByteReader, _ count: Int, _ target: UnsafeMutablePointer<UInt64>
    )
        throws
    {
        let many = reader.count(atMost: mostEntries)
        guard many > 0 || count == 0 else { throw BlockDamage.cutShort }
        try withUnsafeTemporaryAllocation(of: UInt64.self, capacity: mostEntries) { entries in
            entries.update(repeating: 0)
            for index in 0..<many { entries[index] = reader.varint() }
            let bits = bits(for: many)
            if bits == 0 {
                for row in 0..<count { target[row] = entries[0] }
                return
            }
            let perByte = 8 / bits
            let packed = reader.take((count + perByte - 1) / perByte)
            guard !reader.isBroken else { throw BlockDamage.cutShort }
            let mask = UInt8(truncatingIfNeeded: (1 << bits) - 1)
            for row in 0..<count {
                let byte = packed[row / perByte] &>> UInt8(truncatingIfNeeded: (row % perByte) * bits)
                target[row] = entries[Int(byte & mask)]
            }
        }
    }
}

/// What is fixed in the format of blocks; Documentation/schema.md describes it.
enum BlockFormat {
    static let version: UInt8 = 1
    static let plain: UInt8 = 0
    static let dictionary: UInt8 = 1
    /// Rows in a block of exchanges: small enough that one account costs little, large enough to code well.
    static let exchangeRows = 4096
    static let rollupEntries = 8192
    /// No block has more rows or entries, whatever a damaged one says.
    static let mostRows = 8192
}

/// Why the bytes of a block cannot be read.
enum BlockDamage: Error, Hashable {
    case cutShort, unknownMode, unknownVersion, tooManyRows, wrongCount, wrongChecksum
}

extension BlockDamage: CustomStringConvertible {
    var description: String {
        switch self {
        case .cutShort: "ends too early"
        case .unknownMode: "has a column in an unknown mode"
        case .unknownVersion: "is of an unknown version"
        case .tooManyRows: "claims too many rows"
        case .wrongCount: "does not hold the rows that stand beside it"
        case .wrongChecksum: "does not have the checksum that stands beside it"
        }
    }
}
