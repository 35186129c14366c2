import Casework
import Terminal

/// Parts of a group's page that its preview shows too.
enum GroupParts {
    /// What it is, how sure that is, when and how much.
    static func verdict(_ row: GroupRow, standing: Standing, width: Int, glyphs: Glyphs) -> [PageLine] {
        var title = PageLine()
        title.text(" \(row.id)  ", .title)
        title.text(row.name, .emphasis)
        var lines = [title, probability(row, standing: standing)]
        if let reason = standing.withheld {
            lines += Wrapping.lines("Withheld: \(reason)", width: width - 2, glyphs: glyphs, limit: 3)
                .map { PageLine(" " + $0, .warning) }
        }
        let size =
            "\(Figures.counted(row.accounts, "account")), \(Figures.count(row.coreAccounts)) of them core"
        let figures = [size, Figures.counted(row.exchanges, "exchange"), row.periodWords]
        return lines + Wrapping.parts(figures, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0) }
    }

    private static func probability(_ row: GroupRow, standing: Standing) -> PageLine {
        var line = PageLine(" ")
        guard row.kind == .campaign else {
            line.text("Looks like: \(row.kind.sentence)", .innocent)
            line.text("   not accused", .innocent)
            return line
        }
        guard let probability = row.extractionProbability, standing.withheld == nil else {
            line.text("Extraction campaign?", .warning)
            line.text("  probability withheld", .warning)
            return line
        }
        line.text("Extraction campaign, \(Figures.verbal(probability))  ", .warning)
        line.text(Figures.probability(probability) + " ", .emphasis)
        line.bar(probability, 10)
        return line
    }

    /// What the members share, the strongest first.
    static func shared(_ detail: GroupDetail, width: Int, limit: Int) -> [PageLine] {
        let title = detail.row.kind == .campaign ? "Why one operation" : "What they share"
        guard !detail.shared.isEmpty else { return [PageLine.heading(title), none] }
        let kindColumns = width >= 64 ? 12 : 9
        let barColumns = width >= 64 ? 6 : width >= 56 ? 4 : 0
        let barRoom = barColumns > 0 ? barColumns + 2 : 0
        let valueColumns = max(4, width - kindColumns - barRoom - 24)
        var heading = PageLine()
        heading.gap(1)
        heading.field(title, kindColumns + valueColumns + barRoom, .heading)
        heading.number("bits", 6, .heading)
        heading.number("here", 6, .heading)
        heading.number("elsewhere", 10, .heading)
        let strongest = detail.shared.map(\.bits).max() ?? 1
        var lines = [heading]
        for item in detail.shared.prefix(limit) {
            var line = PageLine(" ")
            line.field(item.artifact.kind.rawValue, kindColumns - 1, .muted)
            line.gap(1)
            line.field(item.artifact.value.string, valueColumns, .normal, cut: .middle)
            if barColumns > 0 {
                line.gap(1)
                line.bar(strongest > 0 ? item.bits / strongest : 0, barColumns)
                line.gap(1)
            }
            line.number(Figures.bits(item.bits), 6)
            line.number(Figures.count(item.inside), 6)
            line.number(Figures.count(item.outside), 10, item.outside == 0 ? .muted : .innocent)
            line.target = Target(item.artifact)
            lines.append(line)
        }
        return lines + more(detail.shared.count - limit, "shared value")
    }

    /// The competing explanations with their probabilities.
    static func alternatives(_ detail: GroupDetail, width: Int, limit: Int) -> [PageLine] {
        var lines = [PageLine.heading("What it could be")]
        guard !detail.explanations.isEmpty else { return lines + [none] }
        let nameColumns = min(32, max(12, width - 14))
        for explanation in detail.explanations.prefix(limit) {
            var line = PageLine(" ")
            let style = explanation.hypothesis == .campaign ? Style.normal : .innocent
            line.field(explanation.hypothesis.sentence, nameColumns, style)
            if let probability = explanation.probability {
                line.number(Figures.probability(probability), 6)
                line.gap(1)
                line.bar(
                    probability, min(16, max(0, width - nameColumns - 9)), style == .normal ? .bar : .innocent
                )
            } else {
                line.number("\(Figures.bits(explanation.bits)) bits", 12)
            }
            lines.append(line)
        }
        return lines + more(detail.explanations.count - limit, "explanation")
    }

    static func more(_ count: Int, _ noun: String) -> [PageLine] {
        count > 0 ? [PageLine(" \(Figures.counted(count, "more \(noun)"))", .muted)] : []
    }

    static var none: PageLine { PageLine(" nothing found", .muted) }
}
