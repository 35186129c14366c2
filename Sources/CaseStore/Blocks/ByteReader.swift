/// Reads what `ByteWriter` wrote, from bytes that may be damaged.
///
/// Past the end everything reads as 0 and `isBroken` becomes true: check it after a loop, not inside.
struct ByteReader {
    private var next: UnsafePointer<UInt8>?
    private let end: UnsafePointer<UInt8>?
    private(set) var isBroken = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        next = bytes.baseAddress
        end = bytes.baseAddress.map { $0 + bytes.count }
    }

    var remaining: Int {
        guard let next, let end else { return 0 }
        return end - next
    }

    @inline(__always)
    mutating func byte() -> UInt8 {
        guard let at = next, at != end else {
            isBroken = true
            return 0
        }
        next = at + 1
        return at.pointee
    }

    @inline(__always)
    mutating func varint() -> UInt64 {
        guard var at = next, at != end else {
            isBroken = true
            return 0
        }
        let first = at.pointee
        at += 1
        if first < 0x80 {
            next = at
            return UInt64(first)
        }
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while at != end, shift < 64 {
            let group = at.pointee
            at += 1
            value |= UInt64(group & 0x7F) &<< shift
            if group < 0x80 {
                next = at
                return value
            }
            shift &+= 7
        }
        isBroken = true
        next = end
        return 0
    }

    /// A count of things that take at least `size` bits each of what remains; damage cannot make it huge.
    mutating func count(atMost limit: Int) -> Int {
        let value = varint()
        guard value <= UInt64(limit) else {
            isBroken = true
            return 0
        }
        return Int(value)
    }

    mutating func take(_ count: Int) -> UnsafeBufferPointer<UInt8> {
        guard let at = next, count >= 0, count <= remaining else {
            isBroken = isBroken || count != 0
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        next = at + count
        return UnsafeBufferPointer(start: at, count: count)
    }

    /// A section that is preceded by its length.
    mutating func section() -> UnsafeBufferPointer<UInt8> { take(count(atMost: remaining)) }
}
