import Casework
import Terminal

/// Charts as lines of a page.
enum ChartLines {
    /// Exchanges per day, with months, event marks and the events by name.
    static func days(
        _ days: [DayCount], events: [EventRow], width: Int, height: Int, glyphs: Glyphs, eventLimit: Int = 4
    ) -> [PageLine] {
        guard let chart = DayChart(days, width: width - 1, events: events) else { return [] }
        var lines = chart.rows(height: height).map { levels in
            var line = PageLine()
            line.gap(1)
            line.levels(levels)
            return line
        }
        lines.append(PageLine(" " + chart.months, .muted))
        guard let marks = chart.eventMarks(glyphs) else { return lines }
        lines.append(PageLine(" " + marks, .accent))
        for event in chart.shownEvents.prefix(eventLimit) {
            var line = PageLine(" \(glyphs.release) ", .accent)
            line.text("\(event.at.day)  ", .muted)
            line.text(event.name)
            lines.append(line)
        }
        let more = chart.shownEvents.count - eventLimit
        if more > 0 { lines.append(PageLine("   \(Figures.counted(more, "more event"))", .muted)) }
        return lines
    }

    /// 24 figures by UTC hour of day, two columns each where there is room.
    static func hours(_ hours: [Int], width: Int) -> [PageLine] {
        guard hours.count == 24, let top = hours.max(), top > 0 else { return [] }
        let columns = width >= 56 ? 2 : 1
        let levels = hours.flatMap { value in
            let level = value <= 0 ? 0 : max(1, Int((Double(value) / Double(top) * 8).rounded()))
            return [Int](repeating: level, count: columns)
        }
        var chart = PageLine()
        chart.gap(1)
        chart.levels(levels)
        let labels = [0, 6, 12, 18].map { hour in
            let text = hour < 10 ? "0\(hour)" : "\(hour)"
            return text + String(repeating: " ", count: 6 * columns - 2)
        }
        var axis = PageLine(" " + labels.joined() + "24", .muted)
        axis.text("  UTC", .muted)
        return [chart, axis]
    }
}
