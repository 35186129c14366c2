import Casework
import Terminal

/// The buckets of a timeline as columns: bars, events, dates and the cursor, one below the other.
struct TimelineChart {
    let buckets: TimelineBuckets
    let cursor: Int
    let glyphs: Glyphs
    /// Buckets in sight.
    let shown: Range<Int>
    /// Columns of one bucket.
    let perBucket: Int

    static let margin = 1
    private static let widest = 6

    init(_ buckets: TimelineBuckets, cursor: Int, width: Int, glyphs: Glyphs) {
        self.buckets = buckets
        self.cursor = cursor
        self.glyphs = glyphs
        let room = max(1, width - 2 * TimelineChart.margin)
        perBucket = max(1, min(TimelineChart.widest, room / max(1, buckets.count)))
        let fitting = min(buckets.count, room / perBucket)
        let first = min(max(0, cursor - fitting / 2), buckets.count - fitting)
        shown = first..<first + fitting
    }

    /// Bars of several rows, the cursor's in a style of its own.
    func bars(_ values: (Int) -> Double, top: Double, height: Int, style: Style = .bar) -> [PageLine] {
        (0..<height).map { row in
            var line = PageLine()
            line.gap(TimelineChart.margin)
            let ground = 8 * (height - 1 - row)
            for bucket in shown {
                let level = min(8, max(0, steps(values(bucket), top, height) - ground))
                let isLast = perBucket > 2
                line.levels(
                    [Int](repeating: level, count: isLast ? perBucket - 1 : perBucket),
                    bucket == cursor ? .emphasis : style)
                if isLast { line.gap(1) }
            }
            return line
        }
    }

    /// Whatever is more than nothing is seen.
    private func steps(_ value: Double, _ top: Double, _ height: Int) -> Int {
        guard value > 0, top > 0 else { return 0 }
        return max(1, Int((min(1, value / top) * Double(8 * height)).rounded()))
    }

    /// A sign below every bucket that has an event, one for releases of models and one for the others.
    func eventMarks(_ events: [EventRow]) -> PageLine? {
        var marks: [Int: String] = [:]
        for event in events {
            guard let bucket = buckets.bucket(of: event), shown.contains(bucket) else { continue }
            if event.kind == .modelRelease { marks[bucket] = glyphs.release }
            if marks[bucket] == nil { marks[bucket] = glyphs.bullet }
        }
        return marks.isEmpty ? nil : line(of: marks, .accent)
    }

    /// Dates where they begin, as many as have room.
    var axis: PageLine {
        var line = PageLine()
        var column = TimelineChart.margin
        line.gap(column)
        for bucket in shown {
            let before = bucket == shown.lowerBound ? nil : buckets.firstHour(bucket - 1)
            let at = self.column(of: bucket)
            guard at >= column,
                let text = HourWords.tick(buckets.firstHour(bucket), after: before, buckets.zoom)
            else { continue }
            line.gap(at - column)
            line.text(text + " ", .muted)
            column = at + text.utf8.count + 1
        }
        return line
    }

    /// The cursor with the name of its bucket on the side that has room.
    func caret(width: Int) -> PageLine {
        let name = HourWords.bucket(buckets.firstHour(cursor), buckets.zoom)
        let at = column(of: cursor)
        let isRight = at + 2 + name.utf8.count < width
        var line = PageLine()
        line.gap(isRight ? at : max(0, at - name.utf8.count - 1))
        line.text(isRight ? "^ \(name)" : "\(name) ^", .emphasis)
        return line
    }

    private func column(of bucket: Int) -> Int {
        TimelineChart.margin + (bucket - shown.lowerBound) * perBucket
    }

    private func line(of marks: [Int: String], _ style: Style) -> PageLine {
        var line = PageLine()
        line.gap(TimelineChart.margin)
        for bucket in shown {
            line.field(marks[bucket] ?? "", perBucket, style)
        }
        return line
    }
}
