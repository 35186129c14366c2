/// Codes rows of a run into blocks of activity. The format is described in Documentation/schema.md.
struct ExchangeBlockCoder: ~Copyable {
    private(set) var body = ByteWriter()
    private var section = ByteWriter()
    private var numbers = NumberColumn()
    private let scratch: UnsafeMutablePointer<UInt64>
    private let records: UnsafeMutablePointer<UnsafePointer<UInt32>>

    init() {
        scratch = .allocate(capacity: BlockFormat.mostRows)
        records = .allocate(capacity: BlockFormat.mostRows)
    }

    deinit {
        scratch.deallocate()
        records.deallocate()
    }

    /// What stands beside a block.
    struct Bounds {
        var firstAccount: UInt32
        var lastAccount: UInt32
        var firstAt: Int64
        var lastAt: Int64
    }

    /// Codes `rows` of the sorted order into `body`. At most `BlockFormat.mostRows` rows, at least one.
    mutating func code(_ run: RunBuffer, _ order: RunOrder, _ sorted: SortedRun, _ rows: Range<Int>) -> Bounds
    {
        let count = rows.count
        let (first, stride) = (sorted.record(rows.lowerBound), sorted.stride)
        for index in 0..<count { records[index] = first + index &* stride }
        let bounds = bounds(count)
        body.removeAll()
        body.byte(BlockFormat.version)
        body.varint(UInt64(count))
        body.varint(UInt64(bounds.firstAccount))
        body.varint(zigzag(bounds.firstAt))
        body.varint(UInt64(7 + run.codedColumns + run.plainColumns))
        accounts(count)
        times(count, from: bounds.firstAt)
        coded(count, RunBuffer.address)
        tokens(count, RunBuffer.inputTokens)
        tokens(count, RunBuffer.outputTokens)
        lines(count)
        offsets(count, perLine: ExchangeBlockCoder.bytesPerLine(run))
        for column in 0..<run.codedColumns { coded(count, RunBuffer.fixedWords + column) }
        for column in 0..<run.plainColumns { texts(run, column, order, rows) }
        return bounds
    }

    private func bounds(_ count: Int) -> Bounds {
        var first = Int64.max
        var last = Int64.min
        for row in 0..<count {
            let at = RunBuffer.long(records[row], RunBuffer.at)
            first = min(first, at)
            last = max(last, at)
        }
        return Bounds(
            firstAccount: records[0][RunBuffer.account], lastAccount: records[count - 1][RunBuffer.account],
            firstAt: first, lastAt: last)
    }

    private mutating func endSection() {
        body.varint(UInt64(section.count))
        body.append(section.bytes)
        section.removeAll()
    }

    /// Per account: how much its number is above the one before, and its rows.
    private mutating func accounts(_ count: Int) {
        var previous = records[0][RunBuffer.account]
        var start = 0
        while start < count {
            let account = records[start][RunBuffer.account]
            var end = start &+ 1
            while end < count, records[end][RunBuffer.account] == account { end &+= 1 }
            section.varint(UInt64(account &- previous))
            section.varint(UInt64(end &- start))
            previous = account
            start = end
        }
        endSection()
    }

    /// Milliseconds since the account's row before, or since the block's first moment.
    private mutating func times(_ count: Int, from base: Int64) {
        var account = UInt32.max
        var previous = base
        for row in 0..<count {
            let record = records[row]
            let at = RunBuffer.long(record, RunBuffer.at)
            let from = record[RunBuffer.account] == account ? previous : base
            scratch[row] = UInt64(bitPattern: at &- from)
            account = record[RunBuffer.account]
            previous = at
        }
        NumberColumn.writePlain(scratch, count: count, to: &section)
        endSection()
    }

    private mutating func coded(_ count: Int, _ place: Int) {
        for row in 0..<count { scratch[row] = UInt64(records[row][place]) }
        numbers.writeCoded(scratch, count: count, to: &section)
        endSection()
    }

    /// One more than the figure, 0 for none.
    private mutating func tokens(_ count: Int, _ place: Int) {
        for row in 0..<count { scratch[row] = UInt64(bitPattern: RunBuffer.long(records[row], place) &+ 1) }
        NumberColumn.writePlain(scratch, count: count, to: &section)
        endSection()
    }

    private mutating func lines(_ count: Int) {
        var previous: Int64 = 0
        for row in 0..<count {
            let line = RunBuffer.long(records[row], RunBuffer.line)
            scratch[row] = zigzag(line &- previous)
            previous = line
        }
        NumberColumn.writePlain(scratch, count: count, to: &section)
        endSection()
    }

    /// What the offset differs from the one that the line suggests; `perLine` in 256ths of a byte.
    private mutating func offsets(_ count: Int, perLine: Int64) {
        section.varint(zigzag(perLine))
        var line: Int64 = 0
        var offset: Int64 = 0
        for row in 0..<count {
            let ownLine = RunBuffer.long(records[row], RunBuffer.line)
            let own = RunBuffer.long(records[row], RunBuffer.offset)
            let expected = offset &+ (((ownLine &- line) &* perLine) &>> 8)
            scratch[row] = zigzag(own &- expected)
            line = ownLine
            offset = own
        }
        NumberColumn.writePlain(scratch, count: count, to: &section)
        endSection()
    }

    /// Length and bytes of each text.
    private mutating func texts(_ run: RunBuffer, _ column: Int, _ order: RunOrder, _ rows: Range<Int>) {
        let ends = run.plainEnds[column]
        run.plainBytes[column].withUnsafeBufferPointer { bytes in
            for place in rows {
                let row = Int(order.rows[place])
                let text = (row == 0 ? 0 : ends[row - 1])..<ends[row]
                section.varint(UInt64(text.count))
                section.append(UnsafeBufferPointer(rebasing: bytes[text]))
            }
        }
        endSection()
    }

    private static func bytesPerLine(_ run: RunBuffer) -> Int64 {
        let first = run.record(0)
        let last = run.record(run.count - 1)
        let lines = RunBuffer.long(last, RunBuffer.line) &- RunBuffer.long(first, RunBuffer.line)
        let bytes = RunBuffer.long(last, RunBuffer.offset) &- RunBuffer.long(first, RunBuffer.offset)
        return lines > 0 && bytes > 0 && bytes < Int64.max >> 8 ? (bytes &<< 8) / lines : 0
    }
}
