/// Exchanges of a block as columns of numbers; made once and reused from block to block.
final class ExchangeColumns {
    private(set) var count = 0
    let account = ColumnStore<UInt32>()
    let at = ColumnStore<Int64>()
    let address = ColumnStore<UInt64>()
    let inputTokens = ColumnStore<Int64>()
    let outputTokens = ColumnStore<Int64>()
    let line = ColumnStore<Int64>()
    let offset = ColumnStore<Int64>()
    /// Value numbers, 0 for none, by coded column of the source; those that were asked for.
    private(set) var coded: [ColumnStore<UInt64>] = []
    /// Texts by plain column; those that were asked for.
    private(set) var plain: [[[UInt8]]] = []

    /// What to decode beside account and time.
    struct Wanted {
        var address = false
        var tokens = false
        var place = false
        /// Numbers of coded columns.
        var coded: [Int] = []
        var plain: [Int] = []
        /// Columns that the source has.
        var codedCount: Int
        var plainCount: Int
    }

    /// Reads a block. Linear in its rows. Throws `BlockDamage`.
    func decode(_ body: UnsafeBufferPointer<UInt8>, _ wanted: Wanted) throws {
        var reader = ByteReader(body)
        guard reader.byte() == BlockFormat.version else { throw BlockDamage.unknownVersion }
        count = reader.count(atMost: BlockFormat.mostRows)
        let firstAccount = UInt32(truncatingIfNeeded: reader.varint())
        let firstAt = unzigzag(reader.varint())
        guard !reader.isBroken else { throw BlockDamage.tooManyRows }
        guard reader.varint() == UInt64(7 + wanted.codedCount + wanted.plainCount) else {
            throw BlockDamage.wrongCount
        }
        try decodeAccounts(reader.section(), firstAccount)
        try decodeTimes(reader.section(), firstAt)
        try decodeFixed(&reader, wanted)
        try decodeCoded(&reader, wanted)
        try decodePlain(&reader, wanted)
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeFixed(_ reader: inout ByteReader, _ wanted: Wanted) throws {
        let sections = (0..<5).map { _ in reader.section() }
        if wanted.address {
            try NumberColumn.read(sections[0], count: count, into: address.room(count))
        }
        if wanted.tokens {
            try decodeTokens(sections[1], inputTokens)
            try decodeTokens(sections[2], outputTokens)
        }
        if wanted.place {
            try decodeLines(sections[3])
            try decodeOffsets(sections[4])
        }
    }

    private func decodeCoded(_ reader: inout ByteReader, _ wanted: Wanted) throws {
        while coded.count < wanted.coded.count { coded.append(ColumnStore()) }
        for column in 0..<wanted.codedCount {
            let section = reader.section()
            for (place, asked) in wanted.coded.enumerated() where asked == column {
                try NumberColumn.read(section, count: count, into: coded[place].room(count))
            }
        }
    }

    private func decodePlain(_ reader: inout ByteReader, _ wanted: Wanted) throws {
        plain = Array(repeating: [], count: wanted.plain.count)
        for column in 0..<wanted.plainCount {
            let section = reader.section()
            for (place, asked) in wanted.plain.enumerated() where asked == column {
                plain[place] = try decodeTexts(section)
            }
        }
    }

    private func decodeAccounts(_ section: UnsafeBufferPointer<UInt8>, _ first: UInt32) throws {
        var reader = ByteReader(section)
        let target = account.room(count)
        var number = first
        var row = 0
        while row < count, !reader.isBroken {
            number = number &+ UInt32(truncatingIfNeeded: reader.varint())
            let end = row + reader.count(atMost: count - row)
            guard end > row else { throw BlockDamage.wrongCount }
            for place in row..<end { target[place] = number }
            row = end
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeTimes(_ section: UnsafeBufferPointer<UInt8>, _ base: Int64) throws {
        var reader = ByteReader(section)
        guard reader.byte() == BlockFormat.plain else { throw BlockDamage.unknownMode }
        let target = at.room(count)
        let accounts = account.start
        for row in 0..<count {
            let from = row > 0 && accounts[row] == accounts[row &- 1] ? target[row &- 1] : base
            target[row] = from &+ Int64(bitPattern: reader.varint())
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeTokens(_ section: UnsafeBufferPointer<UInt8>, _ column: ColumnStore<Int64>) throws {
        var reader = ByteReader(section)
        guard reader.byte() == BlockFormat.plain else { throw BlockDamage.unknownMode }
        let target = column.room(count)
        for row in 0..<count { target[row] = Int64(bitPattern: reader.varint()) &- 1 }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeLines(_ section: UnsafeBufferPointer<UInt8>) throws {
        var reader = ByteReader(section)
        guard reader.byte() == BlockFormat.plain else { throw BlockDamage.unknownMode }
        let target = line.room(count)
        var previous: Int64 = 0
        for row in 0..<count {
            previous = previous &+ unzigzag(reader.varint())
            target[row] = previous
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeOffsets(_ section: UnsafeBufferPointer<UInt8>) throws {
        var reader = ByteReader(section)
        let perLine = unzigzag(reader.varint())
        guard reader.byte() == BlockFormat.plain else { throw BlockDamage.unknownMode }
        let target = offset.room(count)
        let lines = line.start
        var previousLine: Int64 = 0
        var previous: Int64 = 0
        for row in 0..<count {
            previous =
                previous &+ (((lines[row] &- previousLine) &* perLine) &>> 8) &+ unzigzag(reader.varint())
            previousLine = lines[row]
            target[row] = previous
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }

    private func decodeTexts(_ section: UnsafeBufferPointer<UInt8>) throws -> [[UInt8]] {
        var reader = ByteReader(section)
        var texts: [[UInt8]] = []
        for _ in 0..<count { texts.append(Array(reader.section())) }
        if reader.isBroken { throw BlockDamage.cutShort }
        return texts
    }
}

/// Room for one column of a block, reused.
final class ColumnStore<Element: BitwiseCopyable> {
    private(set) var start: UnsafeMutablePointer<Element>
    private var capacity: Int

    init() {
        capacity = BlockFormat.mostRows
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    /// At least `count` elements, whose old content is lost.
    func room(_ count: Int) -> UnsafeMutablePointer<Element> {
        if count > capacity {
            start.deallocate()
            capacity = count
            start = .allocate(capacity: capacity)
        }
        return start
    }
}
