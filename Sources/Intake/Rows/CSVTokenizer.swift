/// Cuts one CSV row (RFC 4180) into fields.
///
/// Works on bytes that lie in memory and keeps no state between rows, so that a row which is not wholly
/// there can simply be tried again when more was read.
struct CSVTokenizer {
    enum Outcome {
        /// A whole row: `fieldCount`, `rowEnd`, `next`, `lineFeeds` and `hasBadQuote` describe it.
        case row
        /// The row goes on behind the bytes that are there.
        case incomplete
        /// A quoted field without end; `next` is the start of the line after the one where it opened,
        /// nil where that line's end is not there either.
        case unterminated
    }

    let fields: UnsafeMutablePointer<Field>
    /// Fields are written up to this number and counted beyond it.
    let capacity: Int
    private let delimiter: UInt8

    private(set) var fieldCount = 0
    /// Index after the row, before its line end.
    private(set) var rowEnd = 0
    /// Index of the next row, or after the bytes.
    private(set) var next: Int?
    /// Line ends from the start of the row to `next`.
    private(set) var lineFeeds = 0
    /// Text stood after a closing quote.
    private(set) var hasBadQuote = false
    /// Fields need their doubled quotes made single.
    private(set) var hasDoubledQuotes = false
    /// Where the field begins that was being read when the bytes ended, and whether it is quoted.
    private(set) var openField = 0
    private(set) var isOpenFieldQuoted = false

    init(fields: UnsafeMutablePointer<Field>, capacity: Int, delimiter: UInt8 = Byte.comma) {
        self.fields = fields
        self.capacity = capacity
        self.delimiter = delimiter
    }

    @inline(__always)
    private mutating func put(_ bytes: UnsafePointer<UInt8>, _ from: Int, _ to: Int, doubled: Bool = false) {
        if fieldCount < capacity {
            var field = Field(start: bytes + from, count: to - from, shape: .text)
            field.hasDoubledQuotes = doubled
            fields[fieldCount] = field
        }
        fieldCount += 1
    }

    /// Reads the row at `start`; `isEnd` says that nothing comes after `end`.
    ///
    /// Rows without quoted fields, nearly all, go eight bytes at a time; up to 16 bytes after `end` may be
    /// looked at, never used.
    @inline(__always)
    mutating func read(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isEnd: Bool) -> Outcome {
        let delimiters = WordScan.repeated(delimiter)
        let feeds = WordScan.repeated(Byte.lineFeed)
        fieldCount = 0
        var fieldStart = start
        var at = start
        guard start < end, bytes[start] != Byte.quote else {
            return readSlowly(bytes, from: start, to: end, isEnd: isEnd)
        }
        while end - at >= 8 {
            let word = WordScan.load(bytes + at)
            var hits = WordScan.zeros(word ^ delimiters) | WordScan.zeros(word ^ feeds)
            while hits != 0 {
                let place = at &+ hits.trailingZeroBitCount >> 3
                if bytes[place] == Byte.lineFeed {
                    finish(bytes, from: fieldStart, to: place)
                    return .row
                }
                put(bytes, fieldStart, place)
                fieldStart = place &+ 1
                if fieldStart < end, bytes[fieldStart] == Byte.quote {
                    return readSlowly(bytes, from: start, to: end, isEnd: isEnd)
                }
                hits &= hits &- 1
            }
            at &+= 8
        }
        return readSlowly(bytes, from: start, to: end, isEnd: isEnd)
    }

    /// The last field of a row that has no quotes, before a line feed.
    @inline(__always)
    private mutating func finish(_ bytes: UnsafePointer<UInt8>, from fieldStart: Int, to place: Int) {
        let hasReturn = place > fieldStart && bytes[place &- 1] == Byte.carriageReturn
        rowEnd = hasReturn ? place &- 1 : place
        put(bytes, fieldStart, rowEnd)
        next = place &+ 1
        lineFeeds = 1
        hasBadQuote = false
        hasDoubledQuotes = false
    }

    /// Reads any row, byte by byte. With `midField`, the bytes begin inside an unquoted field.
    mutating func readSlowly(
        _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, isEnd: Bool, midField: Bool = false
    ) -> Outcome {
        fieldCount = 0
        lineFeeds = 0
        hasBadQuote = false
        hasDoubledQuotes = false
        var at = start
        var isQuoted = !midField && at < end && bytes[at] == Byte.quote
        while true {
            openField = at
            isOpenFieldQuoted = isQuoted
            let separator: Int
            if isQuoted {
                switch readQuoted(bytes, open: at, to: end, isEnd: isEnd) {
                case .closed(let behind): separator = behind
                case .incomplete: return .incomplete
                case .unterminated: return unterminated(bytes, open: at, to: end, isEnd: isEnd)
                }
            } else {
                separator = separatorIndex(bytes, from: at, to: end)
                if separator == end, !isEnd { return .incomplete }
                let isLast = separator == end || bytes[separator] == Byte.lineFeed
                let hasReturn = isLast && separator > at && bytes[separator - 1] == Byte.carriageReturn
                rowEnd = hasReturn ? separator - 1 : separator
                put(bytes, at, rowEnd)
            }
            if separator == end || bytes[separator] == Byte.lineFeed {
                next = min(separator + 1, end)
                lineFeeds += separator < end ? 1 : 0
                return .row
            }
            at = separator + 1
            if at == end, !isEnd {
                openField = at
                isOpenFieldQuoted = false
                return .incomplete
            }
            isQuoted = at < end && bytes[at] == Byte.quote
        }
    }

    private enum Quoted {
        /// The index of what separates the field from the next or ends the row.
        case closed(Int)
        case incomplete
        case unterminated
    }

    private mutating func readQuoted(
        _ bytes: UnsafePointer<UInt8>, open: Int, to end: Int, isEnd: Bool
    ) -> Quoted {
        let content = open + 1
        // The closing quote may stand right behind the longest content.
        let limit = min(end, content + Limits.quotedBytes + 1)
        var isDoubled = false
        var close = WordScan.first(Byte.quote, in: bytes, from: content, to: limit)
        while close < limit {
            if close + 1 == end, !isEnd { return .incomplete }
            if close + 1 == end || bytes[close + 1] != Byte.quote { break }
            isDoubled = true
            close = WordScan.first(Byte.quote, in: bytes, from: min(close + 2, limit), to: limit)
        }
        if close >= limit {
            return isEnd || limit == content + Limits.quotedBytes + 1 ? .unterminated : .incomplete
        }
        return behindQuote(bytes, content: content, close: close, to: end, isEnd: isEnd, isDoubled: isDoubled)
    }

    /// Takes the field, and looks for its separator; anything before it is a bad quote.
    private mutating func behindQuote(
        _ bytes: UnsafePointer<UInt8>, content: Int, close: Int, to end: Int, isEnd: Bool, isDoubled: Bool
    ) -> Quoted {
        let separator = separatorIndex(bytes, from: close + 1, to: end)
        if separator == end, !isEnd { return .incomplete }
        let isLast = separator == end || bytes[separator] == Byte.lineFeed
        let hasReturn = isLast && separator > close + 1 && bytes[separator - 1] == Byte.carriageReturn
        rowEnd = hasReturn ? separator - 1 : separator
        if rowEnd != close + 1 { hasBadQuote = true }
        put(bytes, content, close, doubled: isDoubled)
        hasDoubledQuotes = hasDoubledQuotes || isDoubled
        lineFeeds += WordScan.lineFeeds(in: bytes, from: content, to: close)
        return .closed(separator)
    }

    private mutating func unterminated(
        _ bytes: UnsafePointer<UInt8>, open: Int, to end: Int, isEnd: Bool
    ) -> Outcome {
        let lineEnd = WordScan.first(Byte.lineFeed, in: bytes, from: open, to: end)
        rowEnd = lineEnd
        lineFeeds += lineEnd < end ? 1 : 0
        next = lineEnd < end ? lineEnd + 1 : (isEnd ? end : nil)
        return .unterminated
    }

    /// Index of the first delimiter or line feed, else `end`.
    private func separatorIndex(_ bytes: UnsafePointer<UInt8>, from: Int, to end: Int) -> Int {
        let delimiters = WordScan.repeated(delimiter)
        let feeds = WordScan.repeated(Byte.lineFeed)
        var at = from
        while end - at >= 8 {
            let word = WordScan.load(bytes + at)
            let hits = WordScan.zeros(word ^ delimiters) | WordScan.zeros(word ^ feeds)
            if hits != 0 { return at + hits.trailingZeroBitCount >> 3 }
            at += 8
        }
        while at < end, bytes[at] != delimiter, bytes[at] != Byte.lineFeed { at += 1 }
        return at
    }
}
