import Casework

/// Exchanges per day as columns, with marks of events above them. Long periods are drawn by weeks.
struct TimelineDrawing {
    let all: [DayCount]
    let part: [DayCount]
    let events: [CaseReport.Event]

    private static let height = 190.0
    private static let top = 34.0
    private static let bottom = 160.0
    private static let left = 46.0
    /// More columns than this do not keep apart on paper.
    private static let mostColumns = 400

    func svg(label: String) -> String {
        let days = (all + part).compactMap { Self.day($0.day) }
        guard let first = days.min(), let last = days.max() else { return "" }
        let span = last - first + 1
        let step = max(1, (span + Self.mostColumns - 1) / Self.mostColumns)
        let whole = Self.columns(all, first, span, step)
        let dark = Self.columns(part, first, span, step)
        let most = max(1, (whole + dark).max() ?? 1)
        let plot = SVGFigure.width - Self.left - 8
        let wide = plot / Double(max(1, (span + step - 1) / step))
        var content = axis(most)
        for (place, count) in whole.enumerated() where count > 0 {
            content += column(place, count, most, wide, SVGFigure.pale)
        }
        for (place, count) in dark.enumerated() where count > 0 {
            content += column(place, count, most, wide, SVGFigure.blue)
        }
        content += months(first, span, plot) + marks(first, span, plot)
        return SVGFigure.frame(height: Self.height, label: label, content)
    }

    /// Days since 1970 of `2026-01-12`.
    private static func day(_ text: String) -> Int? {
        Timestamp(rfc3339: text + "T00:00:00Z").map { Int($0.milliseconds / 86_400_000) }
    }

    private static func columns(_ days: [DayCount], _ first: Int, _ span: Int, _ step: Int) -> [Int] {
        guard !days.isEmpty else { return [] }
        var columns = [Int](repeating: 0, count: (span + step - 1) / step)
        for count in days {
            guard let day = day(count.day) else { continue }
            columns[(day - first) / step] += count.exchanges
        }
        return columns
    }

    private func column(_ place: Int, _ count: Int, _ most: Int, _ wide: Double, _ fill: String) -> String {
        let height = (Self.bottom - Self.top) * Double(count) / Double(most)
        let gap = wide > 3 ? 1.0 : 0
        return SVGFigure.rect(
            Self.left + Double(place) * wide, Self.bottom - height, max(0.6, wide - gap), height, fill)
    }

    private func axis(_ most: Int) -> String {
        let half = (Self.top + Self.bottom) / 2
        let right = SVGFigure.width - 8
        return SVGFigure.line(Self.left, Self.bottom, right, Self.bottom, SVGFigure.ink)
            + SVGFigure.line(Self.left, half, right, half, SVGFigure.line)
            + SVGFigure.line(Self.left, Self.top, right, Self.top, SVGFigure.line)
            + SVGFigure.text(
                Self.left - 6, Self.top + 4, ReportFigures.count(most), anchor: "end", style: "s")
            + SVGFigure.text(
                Self.left - 6, half + 4, ReportFigures.count(most / 2), anchor: "end", style: "s")
            + SVGFigure.text(Self.left - 6, Self.bottom + 4, "0", anchor: "end", style: "s")
    }

    private func x(_ day: Int, _ first: Int, _ span: Int, _ plot: Double) -> Double {
        Self.left + plot * (Double(day - first) + 0.5) / Double(max(1, span))
    }

    /// A tick at the first of every month, named where there is room.
    private func months(_ first: Int, _ span: Int, _ plot: Double) -> String {
        var content = ""
        var lastNamed = -1000.0
        for day in first..<first + span where CivilDate(daysSince1970: day).day == 1 || day == first {
            let at = x(day, first, span, plot)
            content += SVGFigure.line(at, Self.bottom, at, Self.bottom + 4, SVGFigure.ink)
            guard at - lastNamed > 66 else { continue }
            content += SVGFigure.text(
                at, Self.bottom + 17, CivilDate(daysSince1970: day).description,
                anchor: at < 80 ? "start" : "middle", style: "s")
            lastNamed = at
        }
        return content
    }

    /// Numbers of events, in two rows where they would touch.
    private func marks(_ first: Int, _ span: Int, _ plot: Double) -> String {
        var content = ""
        var lastX = [-100.0, -100.0]
        for event in events {
            let day = Int(event.at.milliseconds / 86_400_000)
            guard day >= first, day < first + span else { continue }
            let at = x(day, first, span, plot)
            let row = at - lastX[0] > 18 ? 0 : at - lastX[1] > 18 ? 1 : 0
            lastX[row] = at
            let y = row == 0 ? 22.0 : 8.0
            content +=
                "<line x1=\"\(SVGFigure.number(at))\" y1=\"\(SVGFigure.number(y + 4))\" x2=\"\(SVGFigure.number(at))\" y2=\"\(SVGFigure.number(Self.bottom))\" stroke=\"\(SVGFigure.ink)\" stroke-width=\"0.8\" stroke-dasharray=\"2 3\"/>"
            content += SVGFigure.text(at, y, String(event.mark), anchor: "middle")
        }
        return content
    }
}
