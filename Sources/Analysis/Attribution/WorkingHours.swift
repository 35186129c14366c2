import Casework
import Foundation

/// Whether a campaign rests when the people of a profile would.
///
/// Hours name nobody alone: they are weighed only beside other evidence, by one bit either way, and never raise the
/// probability of extraction. Innocent: half the world shares a working day with somebody, and hours can be chosen.
enum WorkingHours {
    static let name = "hours"
    static let bits = 1.0
    /// Below this the campaign keeps no hours.
    static let leastConcordance = 0.1
    /// Middle of a working day, local time.
    static let middleOfDay = 14.0

    /// Bits for a profile's offset; nil where the campaign keeps no hours.
    static func bits(_ day: DayMiddle?, offset: Double) -> Double? {
        guard let day, day.length >= leastConcordance else { return nil }
        var away = abs(day.middle + offset - middleOfDay).truncatingRemainder(dividingBy: 24)
        away = min(away, 24 - away)
        return away <= 3 ? bits : away >= 6 ? -bits : 0
    }
}

/// The middle of a campaign's day and how closely its exchanges keep to it.
struct DayMiddle: Sendable {
    /// UTC hour, -12 to 12.5.
    var middle: Double
    /// Mean resultant length: 0 flat, 1 all in one hour.
    var length: Double

    /// Exchanges on the circle of the day.
    struct Sum {
        private(set) var x = 0.0
        private(set) var y = 0.0
        private(set) var total = 0.0

        mutating func add(hour: Double, count: Double) {
            x += count * cos(hour * .pi / 12)
            y += count * sin(hour * .pi / 12)
            total += count
        }

        var length: Double { total > 0 ? (x * x + y * y).squareRoot() / total : 0 }
    }

    /// nil without exchanges. O(account-hours of members).
    init?(_ members: [Int32], _ hours: HourColumns) {
        var byHour = [Double](repeating: 0, count: 24)
        for account in members {
            for place in hours.offsets[Int(account)]..<hours.offsets[Int(account) + 1] {
                byHour[Int(hours.hour[place] % 24)] += Double(hours.count[place])
            }
        }
        var sum = Sum()
        for (hour, count) in byHour.enumerated() { sum.add(hour: Double(hour), count: count) }
        guard sum.total > 0 else { return nil }
        (middle, length) = (atan2(sum.y, sum.x) * 12 / .pi + 0.5, sum.length)
    }
}
