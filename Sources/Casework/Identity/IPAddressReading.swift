extension IPAddress {
    /// Reads an address from text: no zone, no port, no leading zeros in a dotted quad.
    public init?(_ text: String) {
        var copy = text
        guard let address = copy.withUTF8({ IPAddress(utf8: $0) }) else { return nil }
        self = address
    }

    /// Reads an address from UTF-8 bytes. Linear, allocates nothing.
    public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        if let quad = IPAddress.dottedQuad(bytes, 0, bytes.count) {
            self.init(ipv4: quad)
        } else if let address = IPAddress.colonHexadecimal(bytes) {
            self = address
        } else {
            return nil
        }
    }

    private static func dottedQuad(_ bytes: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> UInt32? {
        var address: UInt32 = 0
        var at = from
        for part in 0..<4 {
            if part > 0 {
                guard at < end, bytes[at] == UInt8(ascii: ".") else { return nil }
                at += 1
            }
            let start = at
            var value: UInt32 = 0
            while at < end, at - start < 3, bytes[at] &- 48 < 10 {
                value = value * 10 + UInt32(bytes[at] &- 48)
                at += 1
            }
            guard at > start, value < 256, at - start == 1 || bytes[start] != 48 else { return nil }
            address = address << 8 | value
        }
        return at == end ? address : nil
    }

    private static func colonHexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> IPAddress? {
        var groups: (UInt64, UInt64) = (0, 0)
        var count = 0
        var gap = -1
        var at = 0
        let end = bytes.count
        let colon = UInt8(ascii: ":")
        func push(_ value: UInt64) {
            groups.0 = groups.0 << 16 | groups.1 >> 48
            groups.1 = groups.1 << 16 | value
            count += 1
        }
        if end >= 2, bytes[0] == colon {
            guard bytes[1] == colon else { return nil }
            gap = 0
            at = 2
        }
        while at < end {
            guard count < 8 else { return nil }
            let start = at
            var value: UInt64 = 0
            while at < end, at - start < 5, let digit = hexadecimalDigit(bytes[at]) {
                value = value << 4 | digit
                at += 1
            }
            if at < end, bytes[at] == UInt8(ascii: "."), count <= 6,
                let quad = dottedQuad(bytes, start, end)
            {
                push(UInt64(quad >> 16))
                push(UInt64(quad & 0xFFFF))
                at = end
                break
            }
            guard at > start, at - start <= 4 else { return nil }
            push(value)
            if at == end { break }
            guard bytes[at] == colon else { return nil }
            at += 1
            if at < end, bytes[at] == colon {
                guard gap < 0 else { return nil }
                gap = count
                at += 1
            } else if at == end {
                return nil
            }
        }
        return assemble(groups, count: count, gap: gap)
    }

    /// Puts the zeros that `::` stands for where it stood.
    private static func assemble(_ groups: (UInt64, UInt64), count: Int, gap: Int) -> IPAddress? {
        if gap < 0 { return count == 8 ? IPAddress(high: groups.0, low: groups.1) : nil }
        guard count <= 7 else { return nil }
        var address = IPAddress(high: 0, low: 0)
        for index in 0..<count {
            let fromEnd = count - 1 - index
            let word = fromEnd < 4 ? groups.1 >> UInt64(16 * fromEnd) : groups.0 >> UInt64(16 * (fromEnd - 4))
            let place = index < gap ? index : 8 - count + index
            let shift = UInt64(48 - 16 * (place % 4))
            if place < 4 {
                address.high |= (word & 0xFFFF) << shift
            } else {
                address.low |= (word & 0xFFFF) << shift
            }
        }
        return address
    }

    private static func hexadecimalDigit(_ byte: UInt8) -> UInt64? {
        switch byte {
        case 48...57: UInt64(byte - 48)
        case 65...70: UInt64(byte - 55)
        case 97...102: UInt64(byte - 87)
        default: nil
        }
    }
}

extension AddressRange {
    /// Reads `ADDRESS/LENGTH`, or a bare address as the range of it alone.
    ///
    /// - Returns: the range with host bits cleared, and whether any had been set; nil for anything else.
    public static func read(_ text: String) -> (range: AddressRange, hadHostBits: Bool)? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = parts.first, parts.count <= 2, let address = IPAddress(String(Substring(first)))
        else {
            return nil
        }
        let writtenAsIPv4 = !first.contains(UInt8(ascii: ":"))
        let full = writtenAsIPv4 ? 32 : 128
        var length = full
        if parts.count == 2 {
            let digits = parts[1]
            guard (1...3).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }),
                digits.count == 1 || digits.first != 48, let value = Int(String(Substring(digits))),
                value <= full
            else { return nil }
            length = value
        }
        let prefix = UInt8(writtenAsIPv4 ? length + 96 : length)
        let range = AddressRange(masking: address, prefix: prefix)
        return (range, range.address != address)
    }

    /// Reads a range in any form that `read` accepts.
    public init?(_ text: String) {
        guard let read = AddressRange.read(text) else { return nil }
        self = read.range
    }
}
