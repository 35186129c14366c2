/// Entries of one rollup waiting to become a block: account, value, count, first and last moment.
///
/// Accounts ascend; within an account values stand in the order of first use, hours ascending.
/// Nothing but pointers, so that using it counts no references; `RollupSet` owns the memory.
struct RollupEntries {
    let isHours: Bool
    private(set) var count = 0
    /// Blocks of this run made so far.
    var blocks = 0
    let account: UnsafeMutablePointer<UInt32>
    let value: UnsafeMutablePointer<UInt64>
    let rows: UnsafeMutablePointer<UInt64>
    let first: UnsafeMutablePointer<Int64>
    let last: UnsafeMutablePointer<Int64>

    fileprivate init(isHours: Bool) {
        self.isHours = isHours
        account = .allocate(capacity: BlockFormat.rollupEntries)
        value = .allocate(capacity: BlockFormat.rollupEntries)
        rows = .allocate(capacity: BlockFormat.rollupEntries)
        first = .allocate(capacity: BlockFormat.rollupEntries)
        last = .allocate(capacity: BlockFormat.rollupEntries)
    }

    fileprivate func deallocate() {
        account.deallocate()
        value.deallocate()
        rows.deallocate()
        first.deallocate()
        last.deallocate()
    }

    @inline(__always)
    var isFull: Bool { count == BlockFormat.rollupEntries }

    mutating func removeAll() { count = 0 }

    @inline(__always)
    mutating func add(_ account: UInt32, _ value: UInt64, rows: UInt64, first: Int64, last: Int64) {
        self.account[count] = account
        self.value[count] = value
        self.rows[count] = rows
        self.first[count] = first
        self.last[count] = last
        count &+= 1
    }
}

/// The rollups that a file's exchanges make: by account, hour, address, and each coded column that is an artifact.
final class RollupSet {
    let kinds: [RollupKind]
    /// The word of a record that holds the value; unused for account and hour, which come first.
    let places: UnsafeMutablePointer<Int>
    let entries: UnsafeMutablePointer<RollupEntries>
    var count: Int { kinds.count }

    static let account = 0
    static let hour = 1
    /// Where rollups by a value begin.
    static let firstValue = 2

    init(columns: [String]) {
        let coded = columns.enumerated().filter { !RollupKind.isOnlyKept(column: $0.element) }
        kinds = [.account, .hour, .address] + coded.map { RollupKind(rawValue: $0.element) }
        let words = [0, 0, RunBuffer.address] + coded.map { RunBuffer.fixedWords + $0.offset }
        places = .allocate(capacity: kinds.count)
        entries = .allocate(capacity: kinds.count)
        for (index, kind) in kinds.enumerated() {
            places[index] = words[index]
            (entries + index).initialize(to: RollupEntries(isHours: kind == .hour))
        }
    }

    deinit {
        for index in kinds.indices { entries[index].deallocate() }
        places.deallocate()
        entries.deallocate()
    }
}

/// Codes rollup entries into blocks. The format is described in Documentation/schema.md.
struct RollupBlockCoder: ~Copyable {
    private(set) var body = ByteWriter()
    private var section = ByteWriter()
    private var numbers = NumberColumn()
    private let scratch: UnsafeMutablePointer<UInt64>

    init() { scratch = .allocate(capacity: BlockFormat.mostRows) }

    deinit { scratch.deallocate() }

    /// Codes all of `entries`, at least one, into `body`.
    mutating func code(_ entries: RollupEntries) {
        body.removeAll()
        body.byte(BlockFormat.version)
        body.varint(UInt64(entries.count))
        body.varint(UInt64(entries.account[0]))
        body.varint(zigzag(entries.isHours ? 0 : entries.first[0]))
        body.varint(entries.isHours ? 3 : 5)
        accounts(entries)
        values(entries)
        numbers.writeCoded(entries.rows, count: entries.count, to: &section)
        endSection()
        guard !entries.isHours else { return }
        firsts(entries)
        spans(entries)
    }

    private mutating func endSection() {
        body.varint(UInt64(section.count))
        body.append(section.bytes)
        section.removeAll()
    }

    private mutating func accounts(_ entries: RollupEntries) {
        var previous = entries.account[0]
        var start = 0
        while start < entries.count {
            let account = entries.account[start]
            var end = start &+ 1
            while end < entries.count, entries.account[end] == account { end &+= 1 }
            section.varint(UInt64(account &- previous))
            section.varint(UInt64(end &- start))
            previous = account
            start = end
        }
        endSection()
    }

    /// Hours as the difference from the account's hour before, or from the block's first; others as they are.
    private mutating func values(_ entries: RollupEntries) {
        guard entries.isHours else {
            numbers.writeCoded(entries.value, count: entries.count, to: &section)
            endSection()
            return
        }
        var previous: Int64 = 0
        for row in 0..<entries.count {
            let hour = Int64(bitPattern: entries.value[row])
            scratch[row] = zigzag(hour &- previous)
            previous = hour
        }
        NumberColumn.writePlain(scratch, count: entries.count, to: &section)
        endSection()
    }

    /// Milliseconds since the account's entry before, or since the block's first entry.
    private mutating func firsts(_ entries: RollupEntries) {
        for row in 0..<entries.count {
            let isNext = row > 0 && entries.account[row] == entries.account[row &- 1]
            let from = entries.first[isNext ? row &- 1 : 0]
            scratch[row] = zigzag(entries.first[row] &- from)
        }
        NumberColumn.writePlain(scratch, count: entries.count, to: &section)
        endSection()
    }

    /// Last minus first, only of entries that count more than one row.
    private mutating func spans(_ entries: RollupEntries) {
        var many = 0
        for row in 0..<entries.count where entries.rows[row] > 1 {
            scratch[many] = UInt64(bitPattern: entries.last[row] &- entries.first[row])
            many &+= 1
        }
        NumberColumn.writePlain(scratch, count: many, to: &section)
        endSection()
    }
}
