/// Entries of a rollup block as columns; made once and reused from block to block.
final class RollupColumns {
    private(set) var count = 0
    let account = ColumnStore<UInt32>()
    let value = ColumnStore<UInt64>()
    let rows = ColumnStore<UInt64>()
    /// Not filled for counts by hour.
    let first = ColumnStore<Int64>()
    let last = ColumnStore<Int64>()
    private let scratch = ColumnStore<UInt64>()

    /// Reads a block. Linear in its entries. Throws `BlockDamage`.
    ///
    /// - Parameter withTimes: false leaves `first` and `last` as they were, which takes half the time.
    func decode(_ body: UnsafeBufferPointer<UInt8>, kind: RollupKind, withTimes: Bool = true) throws {
        var reader = ByteReader(body)
        guard reader.byte() == BlockFormat.version else { throw BlockDamage.unknownVersion }
        count = reader.count(atMost: BlockFormat.mostRows)
        let firstAccount = UInt32(truncatingIfNeeded: reader.varint())
        let base = unzigzag(reader.varint())
        let sections = reader.varint()
        guard !reader.isBroken else { throw BlockDamage.tooManyRows }
        guard sections == (kind == .hour ? 3 : 5) else { throw BlockDamage.wrongCount }
        try decodeAccounts(reader.section(), firstAccount)
        try decodeValues(reader.section(), kind)
        try NumberColumn.read(reader.section(), count: count, into: rows.room(count))
        if kind != .hour, withTimes { try decodeTimes(reader.section(), reader.section(), base) }
        if reader.isBroken { throw BlockDamage.cutShort }
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

    private func decodeValues(_ section: UnsafeBufferPointer<UInt8>, _ kind: RollupKind) throws {
        let target = value.room(count)
        try NumberColumn.read(section, count: count, into: target)
        guard kind == .hour else { return }
        var previous: Int64 = 0
        for row in 0..<count {
            previous = previous &+ unzigzag(target[row])
            target[row] = UInt64(bitPattern: previous)
        }
    }

    private func decodeTimes(
        _ firsts: UnsafeBufferPointer<UInt8>, _ spans: UnsafeBufferPointer<UInt8>, _ base: Int64
    ) throws {
        let many = scratch.room(count)
        try NumberColumn.read(firsts, count: count, into: many)
        let first = first.room(count)
        let accounts = account.start
        for row in 0..<count {
            let isNext = row > 0 && accounts[row] == accounts[row &- 1]
            first[row] = (isNext ? first[row &- 1] : base) &+ unzigzag(many[row])
        }
        var reader = ByteReader(spans)
        guard reader.byte() == BlockFormat.plain else { throw BlockDamage.unknownMode }
        let last = last.room(count)
        let counts = rows.start
        for row in 0..<count {
            last[row] = first[row] &+ (counts[row] > 1 ? Int64(bitPattern: reader.varint()) : 0)
        }
        if reader.isBroken { throw BlockDamage.cutShort }
    }
}
