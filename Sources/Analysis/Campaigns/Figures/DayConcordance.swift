import Foundation

/// How far the members' exchanges keep to hours of the day of their own: 0 flat, 1 all in one hour.
///
/// Σ(|Σ e^(i·hour)|² − n) / Σ n(n − 1) over members with n exchanges: unbiased at small n. Signal: people rest,
/// machines need not. Innocent: an operation run by people in an office rests too, so a high figure excuses little.
/// Source: method notes.
enum DayConcordance {
    /// nil where nobody has two exchanges. O(account-hours of members).
    static func figure(_ members: [Int32], _ hours: HourColumns) -> Double? {
        var (above, below) = (0.0, 0.0)
        for account in members {
            var (x, y, n) = (0.0, 0.0, 0.0)
            for place in hours.offsets[Int(account)]..<hours.offsets[Int(account) + 1] {
                let angle = Double(hours.hour[place] % 24) * .pi / 12
                let count = Double(hours.count[place])
                (x, y, n) = (x + count * cos(angle), y + count * sin(angle), n + count)
            }
            above += x * x + y * y - n
            below += n * (n - 1)
        }
        return below > 0 ? min(1, max(0, above / below)) : nil
    }
}
