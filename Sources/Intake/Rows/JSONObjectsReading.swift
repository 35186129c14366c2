import Casework

/// Reads JSON objects that stand one after the other, over any number of lines, or in one array.
///
/// A row's line and offset are those of its opening brace. What is no object between two objects is rejected
/// up to the end of its line. An object that does not end within 16 MiB or the file is rejected with all that
/// was looked at for its end, so that hostile files cost no more than their length.
struct JSONObjectsReading: ~Copyable {
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
    /// - Throws: `FileFailure`, what the consumer throws, `FileMonitor.Cancelled`.
    mutating func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        try window.skipByteOrderMark(from: source)
        try consumer.begin(columns: [])
        repeat { try readObjects(&consumer) } while try more(&consumer)
        try consumer.finish()
    }

    private mutating func more<Consumer: RowConsumer>(_ consumer: inout Consumer) throws -> Bool {
        try window.readOn(&consumer, from: source, monitor)
    }

    private mutating func readObjects<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        while true {
            skipBetween()
            guard window.count > 0 else { return }
            guard window.bytes[window.start] == UInt8(ascii: "{") else {
                guard rejectLine(&consumer) else { return }
                continue
            }
            guard let end = objectEnd() else {
                if window.isComplete || window.count > Limits.rowBytes { rejectWindow(&consumer) }
                return
            }
            let raw = UnsafeBufferPointer(start: window.bytes + window.start, count: end - window.start)
            try rows.read(&consumer, window.bytes, from: window.start, raw: raw, at: position)
            drop(to: end)
        }
    }

    private var position: RowPosition {
        RowPosition(line: line, offset: window.baseOffset + window.start)
    }

    private mutating func drop(to index: Int) {
        line += WordScan.lineFeeds(in: window.bytes, from: window.start, to: index)
        window.drop(to: index)
    }

    /// Spaces, commas and the brackets of an array around everything.
    private mutating func skipBetween() {
        var at = window.start
        while at < window.end {
            let byte = window.bytes[at]
            let isBracket = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]")
            guard byte <= 0x20 || byte == Byte.comma || isBracket else { break }
            at += 1
        }
        drop(to: at)
    }

    /// Index behind the brace that closes the object at hand; nil where it is not in the window.
    private func objectEnd() -> Int? {
        let bytes = window.bytes
        var depth = 0
        var at = window.start
        var isText = false
        while at < window.end {
            let byte = bytes[at]
            if isText {
                if byte == Byte.backslash { at += 1 }
                if byte == Byte.quote { isText = false }
            } else if byte == Byte.quote {
                isText = true
            } else if byte == UInt8(ascii: "{") {
                depth += 1
            } else if byte == UInt8(ascii: "}") {
                depth -= 1
                if depth == 0 { return at + 1 }
            }
            at += 1
        }
        return nil
    }

    /// Rejects what stands up to the end of the line; false where that has not come yet.
    private mutating func rejectLine<Consumer: RowConsumer>(_ consumer: inout Consumer) -> Bool {
        let feed = WordScan.first(Byte.lineFeed, in: window.bytes, from: window.start, to: window.end)
        let isLong = window.count > Limits.rowBytes
        guard feed < window.end || window.isComplete || isLong else { return false }
        reject(isLong ? .tooLong : .notAnObject, to: feed, &consumer)
        return true
    }

    private mutating func rejectWindow<Consumer: RowConsumer>(_ consumer: inout Consumer) {
        reject(window.count > Limits.rowBytes ? .tooLong : .notAnObject, to: window.end, &consumer)
    }

    private mutating func reject<Consumer: RowConsumer>(
        _ reason: RejectReason, to end: Int, _ consumer: inout Consumer
    ) {
        let raw = UnsafeBufferPointer(start: window.bytes + window.start, count: end - window.start)
        consumer.reject(reason, at: position, raw: raw)
        drop(to: end)
    }
}
