import Casework
import Foundation

/// Whether a campaign rests when the people of a profile would. Hours name nobody alone: they are weighed only
/// beside other evidence, by one bit either way, and never raise the probability of extraction.
enum WorkingHours {
    static let bits = 1.0
    /// Below this the campaign keeps no hours.
    static let leastConcordance = 0.1
    /// Middle of a working day, local time.
    static let middleOfDay = 14.0

    /// Bits for a profile's offset; nil where the campaign keeps no hours. O(account-hours of members).
    static func bits(_ members: [Int32], _ hours: HourColumns, offset: Double) -> Double? {
        var (x, y, total) = (0.0, 0.0, 0.0)
        for account in members {
            for place in hours.offsets[Int(account)]..<hours.offsets[Int(account) + 1] {
                let angle = Double(hours.hour[place] % 24) * .pi / 12
                x += Double(hours.count[place]) * cos(angle)
                y += Double(hours.count[place]) * sin(angle)
                total += Double(hours.count[place])
            }
        }
        guard total > 0, (x * x + y * y).squareRoot() / total >= leastConcordance else { return nil }
        let middle = atan2(y, x) * 12 / .pi + 0.5
        var away = abs(middle + offset - middleOfDay).truncatingRemainder(dividingBy: 24)
        away = min(away, 24 - away)
        return away <= 3 ? bits : away >= 6 ? -bits : 0
    }
}
