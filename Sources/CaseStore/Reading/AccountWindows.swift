import Casework

/// Ranges of accounts whose blocks fit into memory together, and the blocks that reach into each.
///
/// Every run has its own blocks and nothing merges them on disk: a reader goes from window to window, takes what
/// all runs have for it, and sorts that by account. At each border a block of each run is read twice.
struct AccountWindows {
    struct Block {
        var rowid: Int64
        var source: Int
        var accounts: ClosedRange<UInt32>
        var rows: Int
    }

    let windows: [(accounts: ClosedRange<UInt32>, blocks: [Block])]

    /// `sql` selects rowid, source, first and last account and rows of the blocks wanted.
    init(
        _ handle: Handle, _ sql: String, _ values: [SQLValue],
        rowsPerWindow: Int = AccountWindows.rowsPerWindow
    )
        throws
    {
        let blocks = try handle.rows(sql, values) { row in
            let first = UInt32(clamping: row.int(2))
            return Block(
                rowid: row.integer(0), source: row.int(1),
                accounts: first...max(first, UInt32(clamping: row.int(3))),
                rows: row.int(4))
        }
        windows = AccountWindows.cut(blocks, rowsPerWindow)
    }

    /// Cuts after the last account of every block that fills a window.
    private static func cut(
        _ blocks: [Block], _ rowsPerWindow: Int
    ) -> [(accounts: ClosedRange<UInt32>, blocks: [Block])] {
        let byEnd = blocks.sorted { ($0.accounts.upperBound, $0.rowid) < ($1.accounts.upperBound, $1.rowid) }
        var windows: [(ClosedRange<UInt32>, [Block])] = []
        var low: UInt32 = 0
        var rows = 0
        for (index, block) in byEnd.enumerated() {
            rows += block.rows
            guard rows >= rowsPerWindow || index == byEnd.count - 1 else { continue }
            let high = index == byEnd.count - 1 ? UInt32.max : block.accounts.upperBound
            guard high >= low else { continue }
            let accounts = low...high
            windows.append((accounts, blocks.filter { $0.accounts.overlaps(accounts) }))
            rows = 0
            if high == .max { break }
            low = high + 1
        }
        return windows.map { (accounts: $0.0, blocks: $0.1) }
    }

    /// Some tens of megabytes of entries.
    static let rowsPerWindow = 1 << 20
}

/// Something that belongs to an account.
protocol AccountEntry: BitwiseCopyable {
    var account: UInt32 { get }
}

/// Entries of one window: appended from blocks, then sorted by account, keeping their order within one.
struct EntryBuffer<Entry: AccountEntry>: ~Copyable {
    private(set) var count = 0
    private(set) var entries: UnsafeMutablePointer<Entry>
    private var sorted: UnsafeMutablePointer<Entry>
    private var capacity: Int
    private var starts: [UInt32] = []

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        entries = .allocate(capacity: capacity)
        sorted = .allocate(capacity: capacity)
    }

    deinit {
        entries.deallocate()
        sorted.deallocate()
    }

    mutating func removeAll() { count = 0 }

    mutating func reserve(_ more: Int) {
        guard count + more > capacity else { return }
        capacity = (count + more) * 3 / 2
        let grown = UnsafeMutablePointer<Entry>.allocate(capacity: capacity)
        grown.update(from: entries, count: count)
        entries.deallocate()
        entries = grown
        sorted.deallocate()
        sorted = .allocate(capacity: capacity)
    }

    /// Call `reserve` first.
    @inline(__always)
    mutating func append(_ entry: Entry) {
        entries[count] = entry
        count &+= 1
    }

    /// Keeps the first `count` entries.
    mutating func truncate(to count: Int) { self.count = min(count, self.count) }

    /// By counting, or by comparison where accounts lie far apart. O(entries + accounts between them).
    mutating func sortByAccount() {
        guard count > 1 else { return }
        var low = UInt32.max
        var high: UInt32 = 0
        var isSorted = true
        for index in 0..<count {
            let account = entries[index].account
            if index > 0, entries[index &- 1].account > account { isSorted = false }
            low = min(low, account)
            high = max(high, account)
        }
        if isSorted { return }
        let span = Int(high &- low)
        if span > count * 8 + 65_536 { compareSort() } else { countingSort(low, span) }
        swap(&entries, &sorted)
    }

    private mutating func countingSort(_ low: UInt32, _ span: Int) {
        starts = Array(repeating: 0, count: span + 2)
        for index in 0..<count { starts[Int(entries[index].account &- low) &+ 1] &+= 1 }
        for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
        for index in 0..<count {
            let place = Int(entries[index].account &- low)
            sorted[Int(starts[place])] = entries[index]
            starts[place] &+= 1
        }
    }

    private func compareSort() {
        var keys = (0..<count).map { UInt64(entries[$0].account) << 32 | UInt64($0) }
        keys.sort()
        for (place, key) in keys.enumerated() { sorted[place] = entries[Int(key & 0xFFFF_FFFF)] }
    }

    var view: UnsafeMutableBufferPointer<Entry> { UnsafeMutableBufferPointer(start: entries, count: count) }
}
