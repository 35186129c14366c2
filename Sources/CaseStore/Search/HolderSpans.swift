import Casework

/// When each holder of a value used it.
struct HolderSpans {
    /// First and last second; an empty span where unknown.
    private(set) var byAccount: [UInt32: (first: Int64, last: Int64)] = [:]

    mutating func add(_ account: UInt32, _ first: Timestamp?, _ last: Timestamp?) {
        let known = byAccount[account]
        byAccount[account] = (
            min(known?.first ?? .max, first.map { $0.milliseconds / 1000 } ?? .max),
            max(known?.last ?? .min, last.map { $0.milliseconds / 1000 } ?? .min)
        )
    }

    mutating func add(_ others: HolderSpans) {
        byAccount.merge(others.byAccount) { (min($0.first, $1.first), max($0.last, $1.last)) }
    }

    /// The seconds from first to last use; nil where unknown.
    subscript(account: UInt32) -> ClosedRange<Int64>? {
        guard let span = byAccount[account], span.first <= span.last else { return nil }
        return span.first...span.last
    }
}

/// A few numbers out of many, asked for once an entry: one bit each.
struct NumberSet {
    private var bits: [UInt64]

    init(_ numbers: some Sequence<UInt32>) {
        bits = []
        for number in numbers {
            let word = Int(number >> 6)
            if word >= bits.count { bits += Array(repeating: 0, count: word + 1 - bits.count) }
            bits[word] |= 1 << UInt64(number & 63)
        }
    }

    @inline(__always)
    func contains(_ number: UInt32) -> Bool {
        let word = Int(number >> 6)
        return word < bits.count && bits[word] >> UInt64(number & 63) & 1 == 1
    }
}
