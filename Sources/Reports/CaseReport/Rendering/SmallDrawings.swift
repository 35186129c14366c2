import Casework

/// A strip of the 24 hours of the day.
enum HourDrawing {
    static func svg(_ hours: [Int], label: String) -> String {
        let most = Double(max(1, hours.max() ?? 1))
        let wide = (SVGFigure.width - 54) / 24
        var content = SVGFigure.line(46, 84, SVGFigure.width - 8, 84, SVGFigure.ink)
        content += SVGFigure.text(40, 18, ReportFigures.count(Int(most)), anchor: "end", style: "s")
        for (hour, count) in hours.enumerated() {
            let height = 70 * Double(count) / most
            content += SVGFigure.rect(46 + Double(hour) * wide, 84 - height, wide - 3, height, SVGFigure.blue)
            if hour % 3 == 0 {
                content += SVGFigure.text(
                    46 + (Double(hour) + 0.45) * wide, 99, "\(hour < 10 ? "0" : "")\(hour)", anchor: "middle",
                    style: "s")
            }
        }
        return SVGFigure.frame(height: 104, label: label, content)
    }
}

/// Named shares, one bar each.
enum BarDrawing {
    static func svg(_ bars: [ReportDocument.Bar], label: String) -> String {
        var content = ""
        for (place, bar) in bars.enumerated() {
            let y = Double(place) * 22 + 4
            let share = min(1, max(0, bar.share.isFinite ? bar.share : 0))
            content += SVGFigure.text(172, y + 11, bar.name, anchor: "end")
            content +=
                SVGFigure.rect(180, y, 640, 14, "#e4e8ec")
                + SVGFigure.rect(180, y, 640 * share, 14, SVGFigure.blue)
            content += SVGFigure.text(830, y + 11, bar.text)
        }
        return SVGFigure.frame(height: Double(bars.count) * 22 + 8, label: label, content)
    }
}

/// What members share: a row for each family, a disc for each value, its area by the members that hold it.
///
/// Filled discs are held by members alone; hollow ones by others too. Under each disc stands its exhibit's number.
enum SharedDrawing {
    private static let left = 210.0
    private static let largest = 21.0
    private static let rowHeight = 66.0

    static func svg(_ exhibits: [CaseReport.Exhibit], members: Int, label: String) -> String {
        var content = ""
        var y = 30.0
        for family in EvidenceFamily.allCases {
            let values = exhibits.filter { $0.family == family }
            guard !values.isEmpty else { continue }
            content += SVGFigure.text(left - 30, y + 4, FamilyWords.name(family), anchor: "end")
            content += SVGFigure.line(left - 20, y, SVGFigure.width - 8, y, SVGFigure.line)
            content += discs(values, members: members, y: y)
            y += rowHeight
        }
        return SVGFigure.frame(height: y - 14, label: label, content)
    }

    private static func discs(_ values: [CaseReport.Exhibit], members: Int, y: Double) -> String {
        let room = (SVGFigure.width - 8 - left) / Double(max(1, values.count))
        let step = min(2 * largest + 10, room)
        return values.enumerated().map { place, exhibit in
            let share = min(1, Double(exhibit.inside) / Double(max(1, members)))
            let radius = max(3, min(largest, step / 2 - 1) * share.squareRoot())
            let x = left + step * (Double(place) + 0.5)
            let fill = exhibit.outside == 0 ? SVGFigure.blue : "#ffffff"
            let number = exhibit.id.split(separator: ".").last.map(String.init) ?? exhibit.id
            return
                "<circle cx=\"\(SVGFigure.number(x))\" cy=\"\(SVGFigure.number(y))\" r=\"\(SVGFigure.number(radius))\" fill=\"\(fill)\" stroke=\"\(SVGFigure.blue)\" stroke-width=\"1.5\"/>"
                + SVGFigure.text(x, y + 34, number, anchor: "middle", style: "s")
        }.joined()
    }
}
