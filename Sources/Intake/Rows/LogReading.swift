import Casework

/// Reads a log line by line and hands the fields of each to a consumer, with its line and offset.
///
/// A line that is not of the log's form is rejected as `field_count`.
struct LogReading: ~Copyable {
    private var window: ByteWindow
    private let source: any ByteSource
    private let monitor: FileMonitor
    private let pattern: LinePattern
    private let memory = FieldMemory()
    private var line = 1

    init(source: any ByteSource, chunkBytes: Int, monitor: FileMonitor, pattern: LinePattern) {
        window = ByteWindow(chunkBytes: chunkBytes)
        self.source = source
        self.monitor = monitor
        self.pattern = pattern
    }

    /// Linear in the bytes times the longest literal of the pattern.
    ///
    /// - Throws: `FileFailure`, what the consumer throws, `FileMonitor.Cancelled`.
    mutating func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        try window.skipByteOrderMark(from: source)
        try consumer.begin(columns: pattern.names)
        repeat { try readLines(&consumer) } while try more(&consumer)
        try consumer.finish()
    }

    private mutating func more<Consumer: RowConsumer>(_ consumer: inout Consumer) throws -> Bool {
        try window.readOn(&consumer, from: source, monitor)
    }

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

    private mutating func readLine<Consumer: RowConsumer>(
        _ consumer: inout Consumer, from start: Int, to feed: Int
    ) throws {
        let bytes = window.bytes
        let hasReturn = feed > start && bytes[feed - 1] == Byte.carriageReturn
        let raw = UnsafeBufferPointer(start: bytes + start, count: (hasReturn ? feed - 1 : feed) - start)
        if raw.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { return }
        let position = RowPosition(line: line, offset: window.baseOffset + start)
        if raw.count > Limits.rowBytes { return consumer.reject(.tooLong, at: position, raw: raw) }
        guard pattern.cut(raw, into: memory) else {
            return consumer.reject(.fieldCount, at: position, raw: raw)
        }
        try consumer.take(
            RowView(
                fields: memory.fields, count: pattern.names.count, line: position.line,
                offset: position.offset,
                raw: raw, isUnescaped: false))
    }

    private mutating func skipLongLine<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        let raw = UnsafeBufferPointer(start: window.bytes + window.start, count: window.count)
        let position = RowPosition(line: line, offset: window.baseOffset + window.start)
        consumer.reject(.tooLong, at: position, raw: raw)
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
