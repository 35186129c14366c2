import Casework

/// A timeline's figures added up for a zoom.
struct TimelineBuckets {
    /// The hour of a bucket in which most accounts were active.
    struct Busiest: Equatable {
        /// Hours since 1970.
        var hour: Int
        var active: Int
        var expected: Double
    }

    let zoom: TimelineZoom
    let exchanges: [Int]
    private let timeline: Timeline

    /// O(hours).
    init(_ timeline: Timeline, _ zoom: TimelineZoom) {
        self.timeline = timeline
        self.zoom = zoom
        let hours = timeline.activity.exchanges
        exchanges = stride(from: 0, to: hours.count, by: zoom.hours).map { start in
            hours[start..<min(hours.count, start + zoom.hours)].reduce(0, +)
        }
    }

    var count: Int { exchanges.count }

    /// Hours since 1970 at which a bucket begins.
    func firstHour(_ bucket: Int) -> Int { timeline.activity.firstHour + bucket * zoom.hours }

    /// The bucket that an hour since 1970 falls into; the nearest for hours outside.
    func bucket(ofHour hour: Int) -> Int {
        min(max(0, (hour &- timeline.activity.firstHour) / zoom.hours), max(0, count - 1))
    }

    /// The bucket of an event; nil for one outside.
    func bucket(of event: EventRow) -> Int? {
        let hour = Int(clamping: TimelineBuckets.hour(event.at)) &- timeline.activity.firstHour
        guard hour >= 0, hour / zoom.hours < count else { return nil }
        return hour / zoom.hours
    }

    /// The first bucket with the most exchanges.
    var busiestBucket: Int { exchanges.indices.max { (exchanges[$0], $1) < (exchanges[$1], $0) } ?? 0 }

    /// Accounts with an exchange in a bucket; nil where they were not counted.
    func active(_ bucket: Int) -> Int? {
        let counts =
            switch zoom {
            case .hour: timeline.activity.activeByHour
            case .day: timeline.activity.activeByDay
            case .week: timeline.activity.activeByWeek
            }
        return counts.indices.contains(bucket) ? counts[bucket] : nil
    }

    /// Nil where they were not counted, and where nobody was active.
    func busiest(_ bucket: Int) -> Busiest? {
        let active = timeline.activity.activeByHour
        let start = bucket * zoom.hours
        guard start < active.count, timeline.expectedByHour.count == active.count else { return nil }
        let hours = start..<min(active.count, start + zoom.hours)
        guard let hour = hours.max(by: { (active[$0], $1) < (active[$1], $0) }), active[hour] > 0 else {
            return nil
        }
        return Busiest(
            hour: timeline.activity.firstHour + hour, active: active[hour],
            expected: timeline.expectedByHour[hour])
    }

    private static func hour(_ at: Timestamp) -> Int64 {
        let hour = at.milliseconds / 3_600_000
        return at.milliseconds < 0 && at.milliseconds % 3_600_000 != 0 ? hour - 1 : hour
    }
}
