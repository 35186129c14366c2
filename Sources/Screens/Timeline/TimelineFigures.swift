import Casework
import Terminal

/// The exact figures of the bucket under the cursor, each in a column of its own.
struct TimelineFigures {
    let timeline: Timeline
    let buckets: TimelineBuckets
    let glyphs: Glyphs

    func lines(_ bucket: Int, width: Int) -> [PageLine] {
        var line = PageLine()
        line.number(Figures.count(buckets.exchanges[bucket]), 12, .emphasis)
        line.text(buckets.exchanges[bucket] == 1 ? " exchange " : " exchanges", .muted)
        if let active = buckets.active(bucket) {
            line.number(Figures.count(active), 10, .emphasis)
            line.text(" of \(Figures.count(timeline.accounts)) accounts active", .muted)
        }
        return [line] + together(bucket) + happened(bucket)
    }

    /// Never left out where members are counted, so that nothing below jumps.
    private func together(_ bucket: Int) -> [PageLine] {
        guard !timeline.expectedByHour.isEmpty else { return [] }
        guard let busiest = buckets.busiest(bucket) else {
            return [PageLine("            nobody active", .muted)]
        }
        var line = PageLine()
        line.number(Figures.count(busiest.active), 12, .emphasis)
        line.text(" in one hour", .muted)
        line.number(Figures.bits(busiest.expected), 8, .emphasis)
        line.text(" expected in it", .muted)
        if buckets.zoom != .hour {
            line.text("   \(HourWords.day(busiest.hour)) \(HourWords.clock(busiest.hour))", .muted)
        }
        return [line]
    }

    private func happened(_ bucket: Int) -> [PageLine] {
        let events = timeline.events.filter { buckets.bucket(of: $0) == bucket }
        guard let first = events.first else { return [PageLine()] }
        var line = PageLine(" \(first.kind == .modelRelease ? glyphs.release : glyphs.bullet) ", .accent)
        line.text("\(first.kind.words): \(first.name)")
        if events.count > 1 { line.text(" and \(Figures.counted(events.count - 1, "other event"))", .muted) }
        return [line]
    }
}
