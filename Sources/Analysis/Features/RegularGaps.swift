/// Share of an account's pauses that are as long as its commonest pause, to a tenth.
///
/// Signal: timers pause alike, people do not. Innocent: every scheduled job.
enum RegularGaps {
    /// Pauses shorter than this are one sitting.
    static let leastSeconds: UInt32 = 30

    /// 0 with fewer than four pauses. O(n log n).
    static func figure(_ seconds: ArraySlice<UInt32>) -> Double {
        let gaps = zip(seconds.dropFirst(), seconds).map { $0 &- $1 }.filter {
            $0 >= leastSeconds && $0 < 1 << 30
        }
        .sorted()
        guard gaps.count >= 4 else { return 0 }
        var (best, end) = (0, 0)
        for start in gaps.indices {
            while end < gaps.count, gaps[end] <= gaps[start] + gaps[start] / 10 { end += 1 }
            best = max(best, end - start)
        }
        return Double(best) / Double(gaps.count)
    }
}
