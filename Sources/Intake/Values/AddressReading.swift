import Casework

/// Reads addresses from bytes: dotted quads at once, everything else by `IPAddress`.
enum AddressReading {
    @inline(__always)
    static func address(_ bytes: UnsafeBufferPointer<UInt8>) -> IPAddress? {
        if let quad = dottedQuad(bytes) { return IPAddress(ipv4: quad) }
        return IPAddress(utf8: bytes)
    }

    /// Four numbers of 0 to 255 without leading zeros.
    @inline(__always)
    private static func dottedQuad(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
        guard let start = bytes.baseAddress, (7...15).contains(bytes.count) else { return nil }
        var address: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var dots = 0
        for index in 0..<bytes.count {
            let byte = start[index]
            let digit = byte &- 48
            if digit < 10 {
                if digits > 0, part == 0 { return nil }
                part = part &* 10 &+ UInt32(digit)
                digits += 1
                if part > 255 { return nil }
            } else {
                guard byte == UInt8(ascii: "."), digits > 0, dots < 3 else { return nil }
                address = address << 8 | part
                part = 0
                digits = 0
                dots += 1
            }
        }
        return digits > 0 && dots == 3 ? address << 8 | part : nil
    }
}
