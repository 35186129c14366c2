import Casework
import Foundation

/// Whether a campaign gathers before what a lab announced.
///
/// Signal: exchanges crowd into the weeks before dates on the lab's public roadmap (events of kind `roadmap` whose
/// actor is the profile or one of its names). Why: what is to be shown has to be trained first; the published case
/// checked timing so. Innocent: every lab announces something every few weeks, and campaigns have bursts for reasons of
/// their own. Weight: at most one bit, set by hand; it supports other evidence and never decides, and a lull before a date says nothing.
/// That a campaign turns to a new model within a day tells labs apart not at all: every lab wants it.
enum RoadmapTiming {
    static let name = "roadmap"
    static let mostBits = 1.0
    static let daysBefore = 30
    /// Days of activity below which nothing can be said, and dates of the lab in them.
    static let leastDays = 20

    struct Finding {
        var dates: Int
        var bits: Double
    }

    /// nil where the lab has no date in or just after the campaign's time, or its weeks cover nearly all of it.
    ///
    /// - Parameter days: exchanges by day since 1970.
    static func find(_ profile: LabProfile, _ events: [CaseEvent], days: [Int: Double]) -> Finding? {
        guard let first = days.keys.min(), let last = days.keys.max(), last - first >= leastDays else {
            return nil
        }
        let names = Set(([profile.name] + profile.aliases).map { ExactText($0.lowercased()) })
        let dates = events.filter { event in
            event.kind == .roadmap && event.actor.map { names.contains(ExactText($0.lowercased())) } ?? false
        }.map { Int($0.at / 86_400_000) }.filter { $0 > first && $0 <= last + daysBefore }
        guard !dates.isEmpty else { return nil }
        func isBefore(_ day: Int) -> Bool { dates.contains { day < $0 && day >= $0 - daysBefore } }
        let length = Double((first...last).count(where: isBefore)) / Double(last - first + 1)
        guard length > 0, length < 0.8 else { return nil }
        let total = days.keys.sorted().reduce(0) { $0 + (days[$1] ?? 0) }
        let inside = days.keys.sorted().reduce(0) { $0 + (isBefore($1) ? days[$1] ?? 0 : 0) }
        let ratio = (inside / total + 0.1) / (length + 0.1)
        return Finding(dates: dates.count, bits: min(mostBits, max(0, log2(ratio))))
    }

    /// Exchanges of the members by day since 1970. O(account-hours).
    static func days(_ members: [Int32], _ hours: HourColumns) -> [Int: Double] {
        var days: [Int: Double] = [:]
        for account in members {
            for place in hours.offsets[Int(account)]..<hours.offsets[Int(account) + 1] {
                days[Int(hours.hour[place] / 24), default: 0] += Double(hours.count[place])
            }
        }
        return days
    }
}
