/// A value within JSON text, as it lies there.
struct JSONPiece {
    var start: UnsafePointer<UInt8>
    /// Of a string: what is between its quotes.
    var count: Int
    var shape: FieldShape

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    /// Text as JSON where steps lead into it: logs often keep JSON within a string.
    var opened: JSONPiece {
        guard shape == .text else { return self }
        var piece = self
        while piece.count > 0, piece.start[0] <= 0x20 {
            piece.start += 1
            piece.count -= 1
        }
        guard piece.count > 0 else { return self }
        if piece.start[0] == UInt8(ascii: "{") { piece.shape = .object }
        if piece.start[0] == UInt8(ascii: "[") { piece.shape = .array }
        return piece.shape == .text ? self : piece
    }
}

/// Goes through the members of an object or the elements of an array, without recursion.
///
/// What is not JSON ends the walk early; it never reads beyond the bytes. Linear in the length.
struct JSONWalk {
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private var at = 1
    private let isObject: Bool
    /// The name of the member at hand, between its quotes.
    private(set) var key: JSONPiece

    /// Nil for what is neither object nor array.
    init?(_ container: JSONPiece) {
        guard container.shape == .object || container.shape == .array, container.count >= 2 else {
            return nil
        }
        bytes = container.start
        end = container.count
        isObject = container.shape == .object
        key = JSONPiece(start: container.start, count: 0, shape: .absent)
    }

    mutating func next() -> JSONPiece? {
        skipSeparators()
        guard at < end, bytes[at] != UInt8(ascii: "}"), bytes[at] != UInt8(ascii: "]") else { return nil }
        if isObject {
            guard bytes[at] == Byte.quote else { return nil }
            key = value()
            skipSeparators()
        }
        guard at < end else { return nil }
        if isObject, JSONWalk.closes(bytes[at]) {
            return JSONPiece(start: bytes + at, count: 0, shape: .absent)
        }
        return value()
    }

    private mutating func skipSeparators() {
        while at < end, bytes[at] <= 0x20 || bytes[at] == Byte.comma || bytes[at] == UInt8(ascii: ":") {
            at += 1
        }
    }

    /// The value at hand, behind which the walk goes on.
    private mutating func value() -> JSONPiece {
        let start = at
        switch bytes[at] {
        case Byte.quote:
            skipString()
            let close = at > start + 1 && at <= end && bytes[at - 1] == Byte.quote ? at - 1 : at
            return JSONPiece(start: bytes + start + 1, count: max(0, close - start - 1), shape: .text)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            let shape = bytes[at] == UInt8(ascii: "{") ? FieldShape.object : .array
            skipContainer()
            return JSONPiece(start: bytes + start, count: at - start, shape: shape)
        default:
            while at < end, bytes[at] > 0x20, !JSONWalk.closes(bytes[at]) { at += 1 }
            if at == start { at += 1 }
            return JSONPiece(start: bytes + start, count: at - start, shape: JSONWalk.shape(bytes[start]))
        }
    }

    private static func closes(_ byte: UInt8) -> Bool {
        byte == Byte.comma || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }

    private static func shape(_ first: UInt8) -> FieldShape {
        switch first {
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
        case UInt8(ascii: "n"): .absent
        default: .number
        }
    }

    /// From a quote to behind the one that closes it.
    private mutating func skipString() {
        at += 1
        while at < end {
            at = WordScan.first(Byte.quote, in: bytes, from: at, to: end)
            guard at < end else { return }
            var backslashes = 0
            while bytes[at - 1 - backslashes] == Byte.backslash { backslashes += 1 }
            at += 1
            if backslashes % 2 == 0 { return }
        }
    }

    private mutating func skipContainer() {
        var depth = 0
        while at < end {
            switch bytes[at] {
            case Byte.quote:
                skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { return }
        }
    }
}
