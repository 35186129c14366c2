import Casework
import Terminal

/// A timeline drawn: exchanges by bucket with events and the cursor, figures, members in the same hour, hours of the
/// day, and what was set against chance.
struct TimelinePage {
    let timeline: Timeline
    let zoom: TimelineZoom
    let cursor: Int
    let name: String
    let glyphs: Glyphs

    private static let eventLimit = 12

    func page(width: Int) -> Page {
        var page = Page(width: width)
        let buckets = TimelineBuckets(timeline, zoom)
        page.add(title(width))
        guard buckets.count > 0, buckets.exchanges.contains(where: { $0 > 0 }) else {
            page.add(PageLine(" No exchange was received: there is nothing to show in time.", .innocent))
            page.add(notes(width))
            return page
        }
        let chart = TimelineChart(buckets, cursor: cursor, width: width, glyphs: glyphs)
        page.add(exchanges(chart, width))
        page.add(
            TimelineFigures(timeline: timeline, buckets: buckets, glyphs: glyphs).lines(cursor, width: width))
        page.add(synchrony(chart))
        page.space()
        page.add(
            HourOfDayLines.lines(
                timeline.activity.hoursOfDay, others: timeline.activity.othersByHourOfDay))
        page.space()
        page.add(TimelineFindings(timeline: timeline, glyphs: glyphs).lines(width: width))
        page.add(events(buckets, width))
        page.add(notes(width))
        return page
    }

    private func title(_ width: Int) -> [PageLine] {
        let activity = timeline.activity
        let period = activity.exchanges.isEmpty ? [] : [self.period]
        let sizes = [
            timeline.accounts == 1 ? nil : Figures.counted(timeline.accounts, "account"),
            Figures.counted(activity.exchanges.reduce(0, +), "exchange"),
        ].compactMap(\.self)
        let lines = Wrapping.parts([name] + sizes + period, width: width - 2, glyphs: glyphs)
        return lines.enumerated().map { PageLine(" " + $1, $0 == 0 ? .emphasis : .normal) }
    }

    private var period: String {
        let hours = timeline.activity.exchanges
        let first = (hours.firstIndex { $0 > 0 } ?? 0) + timeline.activity.firstHour
        let last = (hours.lastIndex { $0 > 0 } ?? 0) + timeline.activity.firstHour
        return "\(HourWords.day(first).dropFirst(4)) … \(HourWords.day(last).dropFirst(4))"
    }

    private func exchanges(_ chart: TimelineChart, _ width: Int) -> [PageLine] {
        let top = chart.buckets.exchanges.max() ?? 0
        var heading = PageLine.heading("Exchanges per \(zoom.noun)")
        heading.text("   full height \(Figures.count(top))", .muted)
        if !DisplayZone.current.isUTC { heading.text("   in UTC", .muted) }
        let hidden = chart.buckets.count - chart.shown.count
        if hidden > 0 {
            heading.text(
                "   \(Figures.count(chart.shown.count)) of \(Figures.counted(chart.buckets.count, zoom.noun))",
                .muted)
        }
        var lines = [heading]
        lines += chart.bars({ Double(chart.buckets.exchanges[$0]) }, top: Double(top), height: 4)
        if let marks = chart.eventMarks(timeline.events) { lines.append(marks) }
        return lines + [chart.axis, chart.caret(width: width)]
    }

    /// How many were active together, and how many by themselves, both on one scale.
    private func synchrony(_ chart: TimelineChart) -> [PageLine] {
        let top = chart.buckets.exchanges.indices.compactMap { chart.buckets.busiest($0)?.active }.max() ?? 0
        guard top > 0 else { return [] }
        let which = zoom == .hour ? "" : ", in the busiest hour of each \(zoom.noun)"
        let scale = Double(top)
        return [PageLine.heading("Active in the same hour\(which): found, then expected")]
            + chart.bars({ Double(chart.buckets.busiest($0)?.active ?? 0) }, top: scale, height: 1)
            + chart.bars(
                { chart.buckets.busiest($0)?.expected ?? 0 }, top: scale, height: 1, style: .innocent)
    }

    private func events(_ buckets: TimelineBuckets, _ width: Int) -> [PageLine] {
        let inside = timeline.events.filter { buckets.bucket(of: $0) != nil }
        guard !inside.isEmpty else { return [] }
        let lines = inside.prefix(TimelinePage.eventLimit).map { event in
            var line = PageLine(" \(event.kind == .modelRelease ? glyphs.release : glyphs.bullet) ", .accent)
            line.text("\(event.at.shownToMinute)  ", .muted)
            line.field(event.kind.words, 17, .muted)
            line.text(event.name)
            return line
        }
        return [PageLine(), PageLine.heading("What happened")] + lines
            + GroupParts.more(inside.count - TimelinePage.eventLimit, "event")
    }

    private func notes(_ width: Int) -> [PageLine] {
        timeline.notes.flatMap { note in
            Wrapping.lines("Note: \(note).", width: width - 2, glyphs: glyphs, limit: 3).map {
                PageLine(" " + $0, .muted)
            }
        }
    }
}

extension EventKind {
    /// What happened, in words.
    var words: String {
        switch self {
        case .modelRelease: "model released"
        case .banWave: "accounts banned"
        case .policyChange: "policy changed"
        case .roadmap: "on a roadmap"
        case .other: "event"
        }
    }
}
