import Casework
import Terminal

/// Who may be behind a campaign: hypotheses, then the evidence for and against.
enum AttributionLines {
    private static let itemLimit = 12

    static func lines(_ finding: AttributionFinding, width: Int, glyphs: Glyphs) -> [PageLine] {
        var lines = [verdict(finding)]
        let nameColumns = min(34, max(12, width - 36))
        for hypothesis in finding.hypotheses { lines.append(line(hypothesis, nameColumns)) }
        let items = shown(finding)
        lines += part("For", items.filter { $0.bits > 0 }, width: width)
        lines += part("Against", items.filter { $0.bits <= 0 }, width: width)
        if items.contains(where: \.forgeable) {
            lines.append(PageLine(" * a suspect can choose this freely", .warning))
        }
        lines += MatrixLines.lines(finding, width: width)
        lines += sensitivity(finding, width: width, glyphs: glyphs)
        for note in finding.notes {
            lines += Wrapping.lines(note, width: width - 2, glyphs: glyphs, limit: 3).map {
                PageLine(" " + $0, .muted)
            }
        }
        return lines
    }

    private static func verdict(_ finding: AttributionFinding) -> PageLine {
        var line = PageLine(" Attribution: ", .muted)
        guard let actor = finding.actor else {
            line.text(finding.standing == .withheld ? "withheld" : "unattributed", .emphasis)
            return line
        }
        line.text(actor, .emphasis)
        if let probability = finding.probability { line.text(", \(Figures.verbal(probability))") }
        return line
    }

    private static func line(_ hypothesis: AttributionFinding.Hypothesis, _ nameColumns: Int) -> PageLine {
        var line = PageLine(" ")
        let style = hypothesis.kind == .profile ? Style.normal : .innocent
        line.field(hypothesis.name, nameColumns, style)
        line.number(Figures.probability(hypothesis.posterior), 6)
        let (lower, upper) = (Figures.probability(hypothesis.lower), Figures.probability(hypothesis.upper))
        line.field(" \(lower)-\(upper)", 11, .muted)
        line.gap(1)
        line.bar(hypothesis.posterior, 10, style == .normal ? .bar : .innocent)
        return line
    }

    /// Items of the profiles of which anything was met; the silence of the others is in their bits.
    private static func shown(_ finding: AttributionFinding) -> [AttributionFinding.Item] {
        let met = Set(finding.items.filter { $0.accounts > 0 }.map { ExactText($0.profile) })
        return finding.items.filter { met.contains(ExactText($0.profile)) }
    }

    private static func part(_ title: String, _ items: [AttributionFinding.Item], width: Int) -> [PageLine] {
        guard !items.isEmpty else {
            return [PageLine(" \(title): nothing found", .muted)]
        }
        let valueColumns = max(6, width - 40)
        var heading = PageLine()
        heading.field(" \(title)", 14 + valueColumns + 1, .muted)
        heading.number("bits", 7, .muted)
        heading.number("here", 6, .muted)
        heading.number("elsewhere", 10, .muted)
        let lines = items.prefix(itemLimit).map { item in
            var line = PageLine(" ")
            line.field(item.indicator + (item.forgeable ? "*" : ""), 13, .muted)
            line.field(item.accounts > 0 ? item.value : "none met", valueColumns, .normal, cut: .middle)
            line.gap(1)
            line.number(SignalLines.signed(item.bits), 7, item.bits <= 0 ? .innocent : .normal)
            line.number(Figures.count(item.accounts), 6)
            line.number(Figures.count(item.outside), 10)
            return line
        }
        return [heading] + lines + GroupParts.more(items.count - itemLimit, "item")
    }

    /// How the best hypothesis stands without each family of evidence.
    private static func sensitivity(_ finding: AttributionFinding, width: Int, glyphs: Glyphs) -> [PageLine] {
        guard let best = finding.hypotheses.max(by: { $0.posterior < $1.posterior }), !best.without.isEmpty
        else {
            return []
        }
        let parts = best.without.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { "\(Figures.probability($0.value)) without \($0.key)" }
        return Wrapping.parts(
            ["\(best.name) would stand at \(parts[0])"] + parts.dropFirst(), width: width - 2, glyphs: glyphs
        )
        .map { PageLine(" " + $0, .muted) }
    }
}
