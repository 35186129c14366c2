/// Sorts rows that hold a time in the upper half and an account in the lower.
enum UpperHalfSort {
    /// Rows fewer than this are sorted by comparison: clearing the counters would cost more.
    private static let leastForRadix = 2048
    private static let digitBits: UInt64 = 12

    /// Rows of one time keep their order, which has to be that of accounts.
    static func sort(_ rows: inout [UInt64], _ range: Range<Int>, _ spare: inout [UInt64]) {
        guard range.count >= leastForRadix else {
            rows[range].sort()
            return
        }
        if spare.count < range.count { spare = [UInt64](repeating: 0, count: range.count) }
        rows.withUnsafeMutableBufferPointer { rows in
            spare.withUnsafeMutableBufferPointer { spare in
                radixSort(
                    UnsafeMutableBufferPointer(rebasing: rows[range]),
                    UnsafeMutableBufferPointer(rebasing: spare[0..<range.count]))
            }
        }
    }

    private static func radixSort(
        _ rows: UnsafeMutableBufferPointer<UInt64>, _ spare: UnsafeMutableBufferPointer<UInt64>
    ) {
        var (low, high) = (UInt64.max, UInt64(0))
        for row in rows { (low, high) = (min(low, row >> 32), max(high, row >> 32)) }
        var (from, to) = (rows, spare)
        var shift: UInt64 = 0
        while (high - low) >> shift > 0 {
            var next = [Int](repeating: 0, count: 1 << Int(digitBits) + 1)
            for row in from { next[Int(((row >> 32 - low) >> shift) & (1 << digitBits - 1)) + 1] += 1 }
            for digit in 1..<next.count { next[digit] += next[digit - 1] }
            for row in from {
                let digit = Int(((row >> 32 - low) >> shift) & (1 << digitBits - 1))
                to[next[digit]] = row
                next[digit] += 1
            }
            (from, to) = (to, from)
            shift += digitBits
        }
        if from.baseAddress != rows.baseAddress { _ = rows.update(from: from) }
    }
}
