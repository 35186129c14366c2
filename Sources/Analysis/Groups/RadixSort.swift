/// Sorts numbers from 0 upwards by their digits: many times quicker than comparing them where they are many.
enum RadixSort {
    /// Fewer than this are compared: clearing the counters would cost more.
    private static let least = 256
    private static let digitBits = 11

    /// Ascending. O(count · digits of the greatest).
    static func sort<Number: FixedWidthInteger & BitwiseCopyable>(_ numbers: inout [Number]) {
        guard numbers.count >= least, let greatest = numbers.max(), let lowest = numbers.min(), lowest >= 0
        else {
            return numbers.sort()
        }
        var spare = numbers
        let digits = (greatest.bitWidth - greatest.leadingZeroBitCount + digitBits - 1) / digitBits
        numbers.withUnsafeMutableBufferPointer { numbers in
            spare.withUnsafeMutableBufferPointer { spare in
                for digit in 0..<digits {
                    let (from, to) = digit % 2 == 0 ? (numbers, spare) : (spare, numbers)
                    deal(from, to, shift: digit * digitBits)
                }
            }
        }
        if digits % 2 == 1 { numbers = spare }
    }

    /// By one digit, those with the same in the order they have.
    private static func deal<Number: FixedWidthInteger & BitwiseCopyable>(
        _ from: UnsafeMutableBufferPointer<Number>, _ to: UnsafeMutableBufferPointer<Number>, shift: Int
    ) {
        let mask = 1 << digitBits - 1
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << digitBits) { next in
            next.initialize(repeating: 0)
            for number in from { next[Int(truncatingIfNeeded: number >> shift) & mask] += 1 }
            var sum = 0
            for place in 0..<next.count {
                let count = next[place]
                next[place] = sum
                sum += count
            }
            for number in from {
                let digit = Int(truncatingIfNeeded: number >> shift) & mask
                to[next[digit]] = number
                next[digit] += 1
            }
        }
    }
}
