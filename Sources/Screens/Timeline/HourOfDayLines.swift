import Casework
import Terminal

/// Shares of the hours of the day as heights and as numbers, three columns an hour.
enum HourOfDayLines {
    private static let labelColumns = 7

    /// - Parameter others: all other accounts, to compare with; no figures for none.
    static func lines(_ hours: [Int], others: [Int]) -> [PageLine] {
        guard hours.count == 24, hours.contains(where: { $0 > 0 }) else { return [] }
        var axis = PageLine()
        axis.field(" UTC", labelColumns, .muted)
        for hour in 0..<24 { axis.field(hour < 10 ? " 0\(hour)" : " \(hour)", 3, .muted) }
        let isCompared = others.contains { $0 > 0 }
        let top = max(shares(hours).max() ?? 0, isCompared ? shares(others).max() ?? 0 : 0)
        let heading = "Hour of day, in percent" + (isCompared ? ": these, and all other accounts" : "")
        return [PageLine.heading(heading), axis] + row(isCompared ? " these" : "", hours, top, .bar)
            + (isCompared ? row(" others", others, top, .innocent) : [])
    }

    private static func row(_ label: String, _ hours: [Int], _ top: Double, _ style: Style) -> [PageLine] {
        var bars = PageLine()
        bars.field(label, labelColumns, .muted)
        var numbers = PageLine()
        numbers.field(" %", labelColumns, .muted)
        for share in shares(hours) {
            let level = share > 0 && top > 0 ? max(1, Int((share / top * 8).rounded())) : 0
            bars.gap(1)
            bars.levels([level, level], style)
            numbers.number(share > 0 && share < 0.005 ? "<1" : String(Int((share * 100).rounded())), 3)
        }
        return [bars, numbers]
    }

    private static func shares(_ hours: [Int]) -> [Double] {
        let total = Double(hours.reduce(0, +))
        return hours.map { total > 0 ? Double($0) / total : 0 }
    }
}
