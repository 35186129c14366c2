/// Bytes under construction: varints (LEB128, least significant group first), reused from block to block.
struct ByteWriter: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int = 1 << 16) {
        self.capacity = capacity
        start = .allocate(capacity: capacity)
    }

    deinit { start.deallocate() }

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    /// Makes room for `more` bytes, so that the calls that follow need no check.
    mutating func reserve(_ more: Int) {
        guard capacity - count < more else { return }
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: (count + more) * 2)
        grown.update(from: start, count: count)
        start.deallocate()
        start = grown
        capacity = (count + more) * 2
    }

    mutating func byte(_ value: UInt8) {
        reserve(1)
        start[count] = value
        count &+= 1
    }

    mutating func varint(_ value: UInt64) {
        reserve(ByteWriter.longestVarint)
        count = ByteWriter.put(value, start, count)
    }

    /// `values` one after another.
    mutating func varints(_ values: UnsafePointer<UInt64>, count many: Int) {
        reserve(many &* ByteWriter.longestVarint)
        let target = start
        var at = count
        for index in 0..<many { at = ByteWriter.put(values[index], target, at) }
        count = at
    }

    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (start + count).update(from: source, count: bytes.count)
        count &+= bytes.count
    }

    @inline(__always)
    private static func put(_ value: UInt64, _ target: UnsafeMutablePointer<UInt8>, _ from: Int) -> Int {
        var rest = value
        var at = from
        while rest >= 0x80 {
            target[at] = UInt8(truncatingIfNeeded: rest) | 0x80
            rest &>>= 7
            at &+= 1
        }
        target[at] = UInt8(truncatingIfNeeded: rest)
        return at &+ 1
    }

    /// 64 bits in groups of seven.
    static let longestVarint = 10
}

/// Small magnitudes of either sign as small numbers: 0, -1, 1, -2 … become 0, 1, 2, 3 …
@inline(__always)
func zigzag(_ value: Int64) -> UInt64 { UInt64(bitPattern: (value &<< 1) ^ (value &>> 63)) }

@inline(__always)
func unzigzag(_ value: UInt64) -> Int64 { Int64(bitPattern: value &>> 1) ^ -Int64(bitPattern: value & 1) }
