import Casework

/// Figures as inline SVG: flat, with text that can be read and shades that survive a black printer.
enum SVGFigure {
    static let width = 960.0
    static let ink = "#16191d"
    static let blue = "#1f4e79"
    static let pale = "#c3ccd6"
    static let line = "#c9d0d7"

    static func drawing(_ figure: ReportDocument.Figure) -> String {
        switch figure.drawing {
        case .timeline(let all, let part, let events):
            TimelineDrawing(all: all, part: part, events: events).svg(label: figure.caption)
        case .hours(let hours): HourDrawing.svg(hours, label: figure.caption)
        case .bars(let bars): BarDrawing.svg(bars, label: figure.caption)
        case .shared(let exhibits, let members):
            SharedDrawing.svg(exhibits, members: members, label: figure.caption)
        }
    }

    static func frame(height: Double, label: String, _ content: String) -> String {
        "<svg viewBox=\"0 0 \(number(width)) \(number(height))\" role=\"img\" aria-label=\"\(HTMLText.escaped(label))\" xmlns=\"http://www.w3.org/2000/svg\">\(content)</svg>"
    }

    static func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ fill: String) -> String {
        "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\" fill=\"\(fill)\"/>"
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: String) -> String {
        "<line x1=\"\(number(x1))\" y1=\"\(number(y1))\" x2=\"\(number(x2))\" y2=\"\(number(y2))\" stroke=\"\(stroke)\"/>"
    }

    static func text(
        _ x: Double, _ y: Double, _ words: String, anchor: String = "start", style: String = ""
    ) -> String {
        let name = style.isEmpty ? "" : " class=\"\(style)\""
        return
            "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\"\(name)>\(HTMLText.escaped(words))</text>"
    }

    /// One decimal at most, the same on every machine.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let size = abs(tenths)
        return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
    }
}

/// A bar beside a number in a table.
enum SVGBar {
    static func inline(_ share: Double) -> String {
        let width = 44 * min(1, max(0, share.isFinite ? share : 0))
        return
            "<svg class=\"bar\" viewBox=\"0 0 44 9\" aria-hidden=\"true\" xmlns=\"http://www.w3.org/2000/svg\">"
            + SVGFigure.rect(0, 0, 44, 9, "#e4e8ec") + SVGFigure.rect(0, 0, width, 9, SVGFigure.blue)
            + "</svg>"
    }
}
