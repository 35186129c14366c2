import Casework
import Yams

/// One thing that is done to a value.
enum ValueStep: Sendable {
    case trim, lower, upper
    /// 64 hexadecimal digits.
    case sha256
    /// An address without its port.
    case address
    /// A part between separators, counted from 0, or from -1 at the end.
    case split(separator: [UInt8], index: Int)
    case capture(CapturePattern)
    case words(WordMap)
    case prefix([UInt8])
    case suffix([UInt8])
    case date(TimePattern)
    /// Into the value, which is JSON.
    case json([PathStep], separator: [UInt8]?)
    /// The texts of the chat messages of a role; nil is any.
    case chat(role: [UInt8]?)
}

/// Words for words; what is not listed becomes `other`, or stays as it is.
struct WordMap: Sendable {
    /// In the order of `from`'s bytes.
    private var entries: [(from: [UInt8], to: [UInt8])] = []
    let other: [UInt8]?

    /// The first of two entries for one word stands.
    init(_ pairs: [(from: [UInt8], to: [UInt8])], other: [UInt8]?) {
        entries = pairs.enumerated()
            .sorted {
                $0.element.from == $1.element.from
                    ? $0.offset < $1.offset : $0.element.from.lexicographicallyPrecedes($1.element.from)
            }
            .map(\.element)
        self.other = other
    }

    /// Nil: stays as it is. O(log n).
    func find(_ word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var (low, high) = (0, entries.count)
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].from.lexicographicallyPrecedes(word) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        if low < entries.count, entries[low].from.elementsEqual(word) { return entries[low].to }
        return other
    }
}

/// Text between literals: `/v1/accounts/{}/*`. `{}` is what is captured, `*` any run of bytes.
///
/// Not a regular expression: general ones backtrack, and a hostile line could make them take for ever. Here
/// each literal is looked for once, from where the one before it ended, so that the cost is bounded by the
/// text's length times the longest literal.
struct CapturePattern: Sendable {
    private enum Part: Sendable { case literal([UInt8]), any, capture }
    private var parts: [Part] = []

    /// Nil if there is not exactly one `{}`, or two runs touch.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        var literal: [UInt8] = []
        var at = 0
        func isRun(_ part: Part?) -> Bool { if case .literal? = part { false } else { part != nil } }
        while at < bytes.count {
            let isCapture = bytes[at...].starts(with: [UInt8(ascii: "{"), UInt8(ascii: "}")])
            guard isCapture || bytes[at] == UInt8(ascii: "*") else {
                literal.append(bytes[at])
                at += 1
                continue
            }
            if !literal.isEmpty { parts.append(.literal(literal)) }
            literal = []
            if isRun(parts.last) { return nil }
            parts.append(isCapture ? .capture : .any)
            at += isCapture ? 2 : 1
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        let captures = parts.count { if case .capture = $0 { true } else { false } }
        guard captures == 1, bytes.count <= MapLimits.textBytes else { return nil }
    }

    /// The range of the captured text, nil if the whole does not match.
    func find(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        var at = 0
        var run: (start: Int, isCapture: Bool)?
        var found: Range<Int>?
        for part in parts {
            guard case .literal(let literal) = part else {
                if case .capture = part { run = (at, true) } else { run = (at, false) }
                continue
            }
            guard let start = ByteSearch.first(literal, in: text, from: at) else { return nil }
            if let open = run {
                if open.isCapture { found = open.start..<start }
            } else if start != at {
                return nil
            }
            run = nil
            at = start + literal.count
        }
        if let open = run {
            if open.isCapture { found = open.start..<text.count }
        } else if at != text.count {
            return nil
        }
        return found
    }
}

enum ByteSearch {
    /// Where `literal`, which is not empty, first stands at or after `from`.
    static func first(_ literal: [UInt8], in text: UnsafeBufferPointer<UInt8>, from: Int) -> Int? {
        guard let base = text.baseAddress, let head = literal.first else { return nil }
        let last = text.count - literal.count
        var at = from
        while at <= last {
            at = WordScan.first(head, in: base, from: at, to: last + 1)
            if at > last { return nil }
            if (1..<literal.count).allSatisfy({ base[at + $0] == literal[$0] }) { return at }
            at += 1
        }
        return nil
    }
}
