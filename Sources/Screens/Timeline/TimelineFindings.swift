import Casework
import Terminal

/// What the last analysis set against chance: moves to a new model beside other accounts', and synchrony.
struct TimelineFindings {
    let timeline: Timeline
    let glyphs: Glyphs

    func lines(width: Int) -> [PageLine] {
        guard case .group = timeline.subject else { return [] }
        return pivots(width) + synchrony(width)
    }

    private func pivots(_ width: Int) -> [PageLine] {
        let pivots = timeline.signals.filter { $0.kind == .releasePivot }
        guard !pivots.isEmpty else {
            let releases = timeline.events.contains { $0.kind == .modelRelease }
            let words =
                releases
                ? "no release could be tested: too few members were active around one"
                : "no release of a model is known"
            return [PageLine.heading("Moved to a new model"), PageLine(" \(words)", .muted)]
        }
        var heading = PageLine()
        heading.gap(1)
        heading.field("Moved to a new model within 24 h", 36, .heading)
        heading.number("here", 8, .heading)
        heading.number("others", 8, .heading)
        return [heading] + pivots.flatMap { lines($0, width) }
    }

    private func lines(_ pivot: SignalFinding, _ width: Int) -> [PageLine] {
        var line = PageLine(" \(glyphs.release) ", .accent)
        line.field(pivot.firstAt?.shownToMinute ?? "", 34)
        line.number(Figures.percent(pivot.value), 8, .emphasis)
        line.number(pivot.expected.map(Figures.percent) ?? "-", 8, .innocent)
        line.gap(2)
        line.bar(pivot.value, 10)
        return [line] + sentences(pivot, width)
    }

    private func synchrony(_ width: Int) -> [PageLine] {
        let found = timeline.signals.filter { $0.kind == .synchrony }
        guard !found.isEmpty else { return [] }
        return [PageLine(), PageLine.heading("Synchrony, set against chance")]
            + found.flatMap { sentences($0, width) }
    }

    private func sentences(_ signal: SignalFinding, _ width: Int) -> [PageLine] {
        let words = Wrapping.lines(signal.words, width: width - 4, glyphs: glyphs, limit: 4)
        let innocent = signal.innocent.map {
            Wrapping.lines("could be: \($0)", width: width - 4, glyphs: glyphs, limit: 3)
        }
        return words.map { PageLine("   " + $0) } + (innocent ?? []).map { PageLine("   " + $0, .innocent) }
    }
}
