import Casework

/// Reads a CSV stream row by row and hands each to a consumer, with its line and offset.
struct CSVReading: ~Copyable {
    private var window: ByteWindow
    private let source: any ByteSource
    private let monitor: FileMonitor
    private let memory = FieldMemory()
    private let scratch = ScratchMemory()
    private let dialect: CSVDialect
    private var columns = 0
    private var line = 1

    init(
        source: any ByteSource, chunkBytes: Int, monitor: FileMonitor, dialect: CSVDialect = CSVDialect()
    ) {
        window = ByteWindow(chunkBytes: chunkBytes)
        self.source = source
        self.monitor = monitor
        self.dialect = dialect
    }

    /// Linear in the bytes, whatever they are.
    ///
    /// - Throws: `FileFailure`, what the consumer throws, `IntakeError.cancelled`.
    mutating func run<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        try window.skipByteOrderMark(from: source)
        let names = try dialect.columns ?? readHeader()
        columns = names.count
        try consumer.begin(columns: names)
        repeat { try readRows(&consumer) } while try more(&consumer)
        try consumer.finish()
    }

    private mutating func more<Consumer: RowConsumer>(_ consumer: inout Consumer) throws -> Bool {
        try window.readOn(&consumer, from: source, monitor)
    }

    // MARK: rows

    /// Reads the rows that are wholly in the window.
    private mutating func readRows<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        var tokenizer = CSVTokenizer(
            fields: memory.fields, capacity: columns, delimiter: dialect.delimiter)
        var at = window.start
        let end = window.end
        let bytes = window.bytes
        let isEnd = window.isComplete
        while at < end {
            let blank = CSVReading.blankLine(bytes, at: at, to: end, isEnd: isEnd)
            if blank > 0 {
                at += blank
                line += 1
                continue
            }
            switch tokenizer.read(bytes, from: at, to: end, isEnd: isEnd) {
            case .row:
                try deliver(&consumer, tokenizer, at: at)
                at = tokenizer.next ?? end
                line += tokenizer.lineFeeds
            case .unterminated:
                let raw = UnsafeBufferPointer(start: bytes + at, count: tokenizer.rowEnd - at)
                consumer.reject(.unterminatedQuote, at: position(at), raw: raw)
                line += tokenizer.lineFeeds
                guard let next = tokenizer.next else {
                    window.drop(to: end)
                    return try skipLine(&consumer)
                }
                at = next
            case .incomplete:
                window.drop(to: at)
                if end - at > Limits.rowBytes + Limits.quotedBytes + 2 {
                    try skipLongRow(&consumer, tokenizer)
                }
                return
            }
        }
        window.drop(to: at)
    }

    @inline(__always)
    private func position(_ index: Int) -> RowPosition {
        RowPosition(line: line, offset: window.baseOffset + index)
    }

    /// Length of an empty line with its line end, 0 if there is none or it is not wholly there.
    @inline(__always)
    private static func blankLine(
        _ bytes: UnsafePointer<UInt8>, at: Int, to end: Int, isEnd: Bool
    ) -> Int {
        if bytes[at] == Byte.lineFeed { return 1 }
        guard bytes[at] == Byte.carriageReturn else { return 0 }
        if at + 1 == end { return isEnd ? 1 : 0 }
        return bytes[at + 1] == Byte.lineFeed ? 2 : 0
    }

    @inline(__always)
    private mutating func deliver<Consumer: RowConsumer>(
        _ consumer: inout Consumer, _ tokenizer: CSVTokenizer, at: Int
    ) throws {
        let raw = UnsafeBufferPointer(start: window.bytes + at, count: tokenizer.rowEnd - at)
        if raw.count > Limits.rowBytes {
            consumer.reject(.tooLong, at: position(at), raw: raw)
        } else if tokenizer.hasBadQuote {
            consumer.reject(.badQuote, at: position(at), raw: raw)
        } else if tokenizer.fieldCount != columns {
            consumer.reject(.fieldCount, at: position(at), raw: raw)
        } else {
            if tokenizer.hasDoubledQuotes { unescape(count: columns, rowBytes: raw.count) }
            let row = RowView(
                fields: memory.fields, count: columns, line: line, offset: window.baseOffset + at, raw: raw,
                isUnescaped: tokenizer.hasDoubledQuotes)
            try consumer.take(row)
        }
    }

    /// Makes doubled quotes single.
    private func unescape(count: Int, rowBytes: Int) {
        scratch.begin(room: rowBytes)
        for index in 0..<count where memory.fields[index].hasDoubledQuotes {
            let field = memory.fields[index]
            let start = scratch.next
            var at = 0
            while at < field.count {
                let quote = WordScan.first(Byte.quote, in: field.start, from: at, to: field.count)
                let kept = min(quote + 1, field.count)
                scratch.append(field.start + at, count: kept - at)
                at = quote + 2
            }
            let count = start.distance(to: scratch.next)
            memory.fields[index] = Field(start: start, count: count, shape: .text)
        }
    }

    // MARK: rows that are too long

    /// Rejects the row at the window's start, which is longer than is read, and goes to the row after it.
    private mutating func skipLongRow<Consumer: RowConsumer>(
        _ consumer: inout Consumer, _ begun: CSVTokenizer
    ) throws {
        var tokenizer = begun
        let raw = UnsafeBufferPointer(start: window.bytes + window.start, count: window.count)
        consumer.reject(.tooLong, at: position(window.start), raw: raw)
        while true {
            line += tokenizer.lineFeeds
            let isMidField = dropSkippedFields(tokenizer)
            guard try more(&consumer) else { return }
            let outcome = tokenizer.readSlowly(
                window.bytes, from: window.start, to: window.end, isEnd: window.isComplete,
                midField: isMidField)
            switch outcome {
            case .incomplete: continue
            case .row, .unterminated:
                line += tokenizer.lineFeeds
                window.drop(to: tokenizer.next ?? window.end)
                if tokenizer.next == nil { try skipLine(&consumer) }
                return
            }
        }
    }

    /// Drops what is read of a row that is skipped, but for a quoted field that may still end;
    /// true if the bytes to come begin inside a field.
    private mutating func dropSkippedFields(_ tokenizer: CSVTokenizer) -> Bool {
        let open = tokenizer.openField
        let isUndecided = tokenizer.isOpenFieldQuoted && window.end - open <= Limits.quotedBytes + 2
        if isUndecided || open == window.end {
            window.drop(to: open)
            return false
        }
        if tokenizer.isOpenFieldQuoted {
            line += WordScan.lineFeeds(in: window.bytes, from: open, to: window.end)
        }
        window.drop(to: window.end)
        return true
    }

    /// Goes to the line after the next line feed, of which the window holds nothing yet.
    private mutating func skipLine<Consumer: RowConsumer>(_ consumer: inout Consumer) throws {
        while try more(&consumer) {
            let feed = WordScan.first(Byte.lineFeed, in: window.bytes, from: window.start, to: window.end)
            let isFound = feed < window.end
            window.drop(to: isFound ? feed + 1 : window.end)
            if isFound {
                line += 1
                return
            }
        }
    }

    // MARK: header

    private mutating func readHeader() throws -> [String] {
        var tokenizer = CSVTokenizer(
            fields: memory.fields, capacity: Limits.columns, delimiter: dialect.delimiter)
        while true {
            skipBlankLines()
            if window.count > 0 {
                let outcome = tokenizer.readSlowly(
                    window.bytes, from: window.start, to: window.end, isEnd: window.isComplete)
                if outcome == .row { return try takeHeader(tokenizer) }
                if outcome == .unterminated { throw FileFailure.unreadableHeader(.unterminatedQuote) }
            }
            if window.isComplete { throw FileFailure.noHeader }
            if window.count > Limits.rowBytes { throw FileFailure.unreadableHeader(.tooLong) }
            try window.refill(from: source)
        }
    }

    private mutating func skipBlankLines() {
        while window.count > 0 {
            let blank = CSVReading.blankLine(
                window.bytes, at: window.start, to: window.end, isEnd: window.isComplete)
            if blank == 0 { return }
            window.drop(to: window.start + blank)
            line += 1
        }
    }

    private mutating func takeHeader(_ tokenizer: CSVTokenizer) throws -> [String] {
        if tokenizer.hasBadQuote { throw FileFailure.unreadableHeader(.badQuote) }
        guard tokenizer.fieldCount <= Limits.columns,
            tokenizer.rowEnd - window.start <= Limits.columnNameBytes
        else { throw FileFailure.tooManyColumns }
        if tokenizer.hasDoubledQuotes {
            unescape(count: tokenizer.fieldCount, rowBytes: tokenizer.rowEnd - window.start)
        }
        let fields = UnsafeBufferPointer(start: memory.fields, count: tokenizer.fieldCount)
        let names =
            dialect.numbersRepeatedNames ? CSVDialect.numbered(fields.map(\.string)) : fields.map(\.string)
        guard Set(names.map { ExactText($0) }).count == names.count else { throw FileFailure.duplicateHeader }
        line += tokenizer.lineFeeds
        window.drop(to: tokenizer.next ?? window.end)
        return names
    }
}

extension ByteWindow {
    /// Drops a byte order mark at the start of the stream.
    mutating func skipByteOrderMark(from source: any ByteSource) throws {
        let mark = Byte.byteOrderMark
        while count < mark.count, !isComplete { try refill(from: source) }
        let begins = count >= mark.count && mark.indices.allSatisfy { bytes[start + $0] == mark[$0] }
        if begins { drop(to: start + mark.count) }
    }
}
