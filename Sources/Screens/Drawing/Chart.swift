import Casework
import Terminal

/// Exchanges per day as columns of blocks over a fixed width, with months and events below.
struct DayChart {
    /// Exchanges by column of the chart.
    let columns: [Int]
    private let firstDay: Int
    private let daysPerColumn: Int
    private let events: [EventRow]

    /// Days must be in order; days without a figure count as 0. Complexity: O(days + events).
    init?(_ days: [DayCount], width: Int, events: [EventRow] = []) {
        let dated = days.compactMap { day in DayChart.number(day.day).map { ($0, day.exchanges) } }
        guard width > 0, let first = dated.first?.0, let last = dated.last?.0, last >= first else {
            return nil
        }
        let span = last - first + 1
        // Whole days, or columns would differ by the days they hold.
        let perColumn = (span + width - 1) / width
        daysPerColumn = perColumn
        firstDay = first
        var sums = [Int](repeating: 0, count: (span + perColumn - 1) / perColumn)
        for (day, exchanges) in dated where (first...last).contains(day) {
            sums[(day - first) / perColumn] &+= max(0, exchanges)
        }
        columns = sums
        self.events = events.filter { event in
            DayChart.number(event.at.day).map { (first...last).contains($0) } ?? false
        }
    }

    /// The chart in rows from the top, each column at most 8 steps a row.
    func rows(height: Int) -> [[Int]] {
        let top = max(1, columns.max() ?? 1)
        let steps = columns.map { value in
            value == 0 ? 0 : max(1, Int((Double(value) / Double(top) * Double(8 * height)).rounded()))
        }
        return (0..<max(0, height)).map { row in
            let ground = 8 * (height - 1 - row)
            return steps.map { min(8, max(0, $0 - ground)) }
        }
    }

    /// Month names where they begin: `Nov        Dec`.
    var months: String {
        var text = ""
        var lastMonth = 0
        for column in columns.indices {
            let date = CivilDate(daysSince1970: firstDay + column * daysPerColumn)
            defer { lastMonth = date.month }
            guard date.month != lastMonth, text.count <= column else { continue }
            // A first column late in its month would push the next month's name aside.
            guard column > 0 || date.day < 20 || columns.count < 8 else { continue }
            text += String(repeating: " ", count: column - text.count) + DayChart.names[date.month - 1] + " "
        }
        return text
    }

    /// A mark in every column that an event falls into; nil where there are none.
    func eventMarks(_ glyphs: Glyphs) -> String? {
        guard !events.isEmpty else { return nil }
        let marked = Set(events.compactMap { column(of: $0) })
        return columns.indices.map { marked.contains($0) ? glyphs.release : " " }.joined()
    }

    /// The events within the days shown.
    var shownEvents: [EventRow] { events }

    private func column(of event: EventRow) -> Int? {
        DayChart.number(event.at.day).map { day in
            min(columns.count - 1, max(0, (day - firstDay) / daysPerColumn))
        }
    }

    private static let names = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func number(_ day: String) -> Int? {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, (1...9999).contains(parts[0]) else { return nil }
        return CivilDate.daysSince1970(year: parts[0], month: parts[1], day: parts[2])
    }
}
