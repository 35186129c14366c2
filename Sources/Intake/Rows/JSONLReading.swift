import Casework

/// Reads a JSON Lines stream line by line and hands each object to a consumer, with its line and offset.
///
/// Member names become columns as they are first seen.
struct JSONLReading: ~Copyable {
    private var window: ByteWindow
    private let source: any ByteSource
    private let monitor: FileMonitor
    private var rows: ObjectRows
    private var line = 1

    init(source: any ByteSource, chunkBytes: Int, monitor: FileMonitor, seed: UInt64) {
        window = ByteWindow(chunkBytes: chunkBytes)
        self.source = source
        self.monitor = monitor
        rows = ObjectRows(seed: seed)
    }

    /// Linear in the bytes, whatever they are.
    ///
    /// - Throws: `FileFailure`, what the consumer throws, `IntakeError.cancelled`.
    mutating func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        try window.skipByteOrderMark(from: source)
        try consumer.begin(columns: [])
        repeat { try readLines(&consumer) } while try more(&consumer)
        try consumer.finish()
    }

    private mutating func more<Consumer: RowConsumer>(_ consumer: inout Consumer) throws -> Bool {
        try window.readOn(&consumer, from: source, monitor)
    }

    /// Reads the lines that are wholly in the window.
    private mutating func readLines<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        var at = window.start
        while at < window.end {
            let feed = WordScan.first(Byte.lineFeed, in: window.bytes, from: at, to: window.end)
            if feed == window.end, !window.isComplete {
                window.drop(to: at)
                if window.count > Limits.rowBytes + 1 { try skipLongLine(&consumer) }
                return
            }
            try readLine(&consumer, from: at, to: feed)
            line += 1
            at = min(feed + 1, window.end)
        }
        window.drop(to: at)
    }

    private func position(_ index: Int) -> RowPosition {
        RowPosition(line: line, offset: window.baseOffset + index)
    }

    private mutating func readLine<Consumer: RowConsumer>(
        _ consumer: inout Consumer, from start: Int, to feed: Int
    ) throws {
        let bytes = window.bytes
        let hasReturn = feed > start && bytes[feed - 1] == Byte.carriageReturn
        let raw = UnsafeBufferPointer(start: bytes + start, count: (hasReturn ? feed - 1 : feed) - start)
        if raw.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
        try rows.read(&consumer, bytes, from: start, raw: raw, at: position(start))
    }

    private mutating func skipLongLine<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        let raw = UnsafeBufferPointer(start: window.bytes + window.start, count: window.count)
        consumer.reject(.tooLong, at: position(window.start), raw: raw)
        window.drop(to: window.end)
        while try more(&consumer) {
            let feed = WordScan.first(Byte.lineFeed, in: window.bytes, from: window.start, to: window.end)
            let isFound = feed < window.end
            window.drop(to: isFound ? feed + 1 : window.end)
            if isFound { break }
        }
        line += 1
    }
}
