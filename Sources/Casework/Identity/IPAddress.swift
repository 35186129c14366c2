/// An IPv4 or IPv6 address as 128 bits; IPv4 is held as `::ffff:a.b.c.d`, which is also how it is read.
@frozen
public struct IPAddress: Hashable, Comparable, Sendable {
    public var high: UInt64
    public var low: UInt64

    @inlinable
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    @inlinable
    public init(ipv4: UInt32) { self.init(high: 0, low: 0xFFFF_0000_0000 | UInt64(ipv4)) }

    @inlinable
    public var isIPv4: Bool { high == 0 && low >> 32 == 0xFFFF }

    @inlinable
    public static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }

    /// The /24 of an IPv4 address, the /64 of an IPv6 address: what one subscriber or one rack holds.
    public var network: AddressRange {
        isIPv4 ? AddressRange(masking: self, prefix: 96 + 24) : AddressRange(masking: self, prefix: 64)
    }
}

/// A range of addresses: `prefix` counts from the top of 128 bits, so an IPv4 /24 has 120.
public struct AddressRange: Hashable, Comparable, Sendable {
    public var address: IPAddress
    public var prefix: UInt8

    /// The range of that length which holds the address; host bits are cleared.
    public init(masking address: IPAddress, prefix: UInt8) {
        let kept = Int(min(prefix, 128))
        let highMask: UInt64 = kept >= 64 ? .max : kept == 0 ? 0 : .max << UInt64(64 - kept)
        let lowMask: UInt64 = kept >= 128 ? .max : kept <= 64 ? 0 : .max << UInt64(128 - kept)
        self.address = IPAddress(high: address.high & highMask, low: address.low & lowMask)
        self.prefix = UInt8(kept)
    }

    public func contains(_ other: IPAddress) -> Bool {
        AddressRange(masking: other, prefix: prefix).address == address
    }

    public static func < (left: AddressRange, right: AddressRange) -> Bool {
        (left.address, left.prefix) < (right.address, right.prefix)
    }
}

extension IPAddress: CustomStringConvertible {
    /// Dotted quad, or RFC 5952.
    public var description: String {
        var bytes: [UInt8] = []
        write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends what `description` says. O(1), and nothing is allocated but for the bytes.
    public func write(to bytes: inout [UInt8]) {
        if isIPv4 {
            for shift in [24, 16, 8, 0] as [UInt64] {
                if shift < 24 { bytes.append(UInt8(ascii: ".")) }
                IPAddress.write(UInt16(low >> shift & 0xFF), radix: 10, to: &bytes)
            }
            return
        }
        let run = longestZeroRun
        var group = 0
        while group < 8 {
            if group == run.lowerBound, !run.isEmpty {
                bytes.append(UInt8(ascii: ":"))
                bytes.append(UInt8(ascii: ":"))
                group = run.upperBound
                continue
            }
            if group > 0, group != run.upperBound || run.isEmpty { bytes.append(UInt8(ascii: ":")) }
            IPAddress.write(self.group(group), radix: 16, to: &bytes)
            group += 1
        }
    }

    /// Sixteen bits, counted from the top.
    private func group(_ index: Int) -> UInt16 {
        let half: UInt64 = index < 4 ? high : low
        return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index % 4)))
    }

    /// The first of the longest runs of two or more groups that are zero; empty where there is none.
    private var longestZeroRun: Range<Int> {
        var best = 0..<0
        var start = 0
        while start < 8 {
            var end = start
            while end < 8, group(end) == 0 { end += 1 }
            if end - start >= 2, end - start > best.count { best = start..<end }
            start = max(end, start + 1)
        }
        return best
    }

    private static func write(_ number: UInt16, radix: UInt16, to bytes: inout [UInt8]) {
        var divisor: UInt16 = 1
        while number / divisor >= radix { divisor *= radix }
        while divisor > 0 {
            let digit = UInt8(truncatingIfNeeded: number / divisor % radix)
            bytes.append(digit < 10 ? 48 + digit : 87 + digit)
            divisor /= radix
        }
    }
}

extension AddressRange: CustomStringConvertible {
    /// `198.51.100.0/24`, `2001:db8::/32`.
    public var description: String {
        let isIPv4 = address.isIPv4 && prefix >= 96
        return "\(address)/\(isIPv4 ? Int(prefix) - 96 : Int(prefix))"
    }
}
