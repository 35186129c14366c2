/// An invented address. Only ranges set aside for documentation and benchmarking are ever used:
/// RFC 5737, RFC 2544 (198.18.0.0/15) and RFC 3849 (2001:db8::/32).
enum Address: Hashable, Sendable {
    case four(UInt32)
    /// Upper 64 bits (the subnet) and lower 64 bits (the interface).
    case six(UInt64, UInt64)

    var text: String {
        switch self {
        case .four(let bits):
            return "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
        case .six(let subnet, let interface):
            let groups = [48, 32, 16, 0].map { String(subnet >> UInt64($0) & 0xFFFF, radix: 16) }
            return groups.joined(separator: ":") + "::" + String(interface & 0xFFFF, radix: 16)
        }
    }

    static func four(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> Address {
        .four(a << 24 | b << 16 | c << 8 | d)
    }
}

/// An IPv4 or IPv6 range with the host bits clear.
struct Network: Sendable {
    let base: Address
    let prefix: Int

    init(_ base: Address, _ prefix: Int) {
        self.base = base
        self.prefix = prefix
    }

    var text: String {
        switch base {
        case .four: return "\(base.text)/\(prefix)"
        case .six(let subnet, _):
            let groups = [48, 32, 16, 0].map { String(subnet >> UInt64($0) & 0xFFFF, radix: 16) }
            return groups.prefix(3).joined(separator: ":") + "::/\(prefix)"
        }
    }

    /// A host of the range: neither the first nor the last address of an IPv4 range, or a /64 of an IPv6 one.
    func host(_ random: inout SeededRandom) -> Address {
        switch base {
        case .four(let bits):
            let size = 1 << (32 - prefix)
            return .four(bits + UInt32(1 + random.below(size - 2)))
        case .six(let subnet, _):
            let free = UInt64(1) << UInt64(64 - prefix)
            return .six(subnet | random.next() % free, UInt64(1 + random.below(3)))
        }
    }

    /// `count` different hosts.
    func hosts(_ count: Int, _ random: inout SeededRandom) -> [Address] {
        var found: [Address] = []
        while found.count < count {
            let next = host(&random)
            if !found.contains(next) { found.append(next) }
        }
        return found
    }
}
