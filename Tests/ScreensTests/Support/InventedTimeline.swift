import Casework

/// Activity of the invented case: office hours for some weeks, and one night in which all come together.
enum InventedTimeline {
    /// 2025-11-03 was a Monday.
    static let firstHour = 20_395 * 24

    static func timeline(of subject: TimelineSubject, weeks: Int = 10) -> Timeline {
        var activity = HourActivity(firstHour: firstHour, weeks: weeks)
        var active = [Int](repeating: 0, count: activity.exchanges.count)
        for hour in active.indices {
            let (ofDay, day) = (hour % 24, hour / 24)
            guard (8..<18).contains(ofDay), day % 7 < 5 else { continue }
            active[hour] = 10 + (day * 7 + ofDay) % 9
            activity.exchanges[hour] = active[hour] * (2 + day / 10)
        }
        if weeks > 8 {
            active[57 * 24 + 3] = 88
            activity.exchanges[57 * 24 + 3] = 812
        }
        for (hour, count) in activity.exchanges.enumerated() {
            activity.hoursOfDay[hour % 24] += count
            activity.othersByHourOfDay[hour % 24] += 30 + hour % 5
        }
        var timeline = Timeline(subject: subject, accounts: 1, activity: activity)
        timeline.events = events
        guard case .group = subject else { return timeline }
        return group(timeline, active)
    }

    private static func group(_ alone: Timeline, _ active: [Int]) -> Timeline {
        var timeline = alone
        timeline.accounts = 214
        timeline.activity.activeByHour = active
        timeline.activity.activeByDay = largest(active, 24)
        timeline.activity.activeByWeek = largest(active, HourActivity.hoursAWeek)
        timeline.expectedByHour = active.map { min(9.5, Double($0)) }
        timeline.signals = [pivot, synchrony]
        return timeline
    }

    private static func largest(_ figures: [Int], _ width: Int) -> [Int] {
        stride(from: 0, to: figures.count, by: width).map { start in
            figures[start..<start + width].max().map { min(214, $0 * 2) } ?? 0
        }
    }

    static let events: [EventRow] = [
        EventRow(
            at: InventedCase.time("2025-12-01T10:00:00Z"), kind: .banWave, name: "Wave 1"),
        EventRow(
            at: InventedCase.time("2025-12-30T03:00:00Z"), kind: .modelRelease, name: "m-large-4.5"),
        EventRow(at: InventedCase.time("2031-01-01T00:00:00Z"), kind: .other, name: "far ahead"),
    ]

    private static var pivot: SignalFinding {
        var signal = SignalFinding(
            kind: .releasePivot, value: 0.47,
            words:
                "Of the members' exchanges after the release of m-large-4.5, 47 % within 24 h (accounts with as much traffic: 6 %) went to it."
        )
        signal.expected = 0.06
        signal.firstAt = InventedCase.time("2025-12-30T03:00:00Z")
        signal.innocent = "Organisations with one configuration move at once too."
        return signal
    }

    private static var synchrony: SignalFinding {
        SignalFinding(
            kind: .synchrony, value: 0.8,
            words:
                "171 of 214 members meet other accounts in the same prompt frame more often than their volume explains."
        )
    }
}
