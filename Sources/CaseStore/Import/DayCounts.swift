/// Hours since 1970, also before.
func hourNumber(_ milliseconds: Int64) -> Int64 {
    let quotient = milliseconds / 3_600_000
    return milliseconds % 3_600_000 < 0 ? quotient - 1 : quotient
}

/// Exchanges by UTC day, counted by the hour.
final class DayCounts {
    /// Days since 1970 that evidence may bear.
    private let counts: UnsafeMutablePointer<Int>
    /// Days beyond, which only a wild clock offset makes.
    private var others: [Int: Int] = [:]

    init() {
        counts = .allocate(capacity: DayCounts.days)
        counts.initialize(repeating: 0, count: DayCounts.days)
    }

    deinit { counts.deallocate() }

    @inline(__always)
    func add(_ rows: Int, hour: Int64) {
        let day = Int(hour >= 0 ? hour / 24 : (hour - 23) / 24)
        if day >= 0, day < DayCounts.days { counts[day] &+= rows } else { others[day, default: 0] += rows }
    }

    /// Days with exchanges, in order.
    var sorted: [(day: Int, exchanges: Int)] {
        let regular = (0..<DayCounts.days).filter { counts[$0] > 0 }.map { (day: $0, exchanges: counts[$0]) }
        let wild = others.map { (day: $0.key, exchanges: $0.value) }
        return (regular + wild).sorted { $0.day < $1.day }
    }

    /// Up to the year 2101.
    private static let days = 47_850
}
