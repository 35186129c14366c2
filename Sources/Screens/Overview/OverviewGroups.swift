import Casework
import Terminal

/// Campaigns and look-alikes as lines of the overview; numbers stand under each other in both.
enum OverviewGroups {
    private static let idColumns = 8

    private static func nameColumns(_ width: Int) -> Int { max(10, width - idColumns - 32) }

    static func heading(_ title: String, _ last: String, _ width: Int) -> PageLine {
        var line = PageLine()
        line.gap(1)
        line.field(title, idColumns + nameColumns(width) - 1, .heading)
        line.number("accounts", 9, .heading)
        line.number("exchanges", 11, .heading)
        if !last.isEmpty { line.number(last, 6, .heading) }
        return line
    }

    /// What and how sure; what it was after; who; what else it could be.
    static func campaign(_ row: GroupRow, width: Int, glyphs: Glyphs) -> [PageLine] {
        var first = figures(row, width: width, nameStyle: .emphasis)
        if let probability = row.extractionProbability {
            first.number(Figures.probability(probability), 6)
            first.gap(1)
            first.bar(probability, 4)
        } else {
            first.number("-", 6, .muted)
        }
        var lines = [first]
        if !row.capabilities.isEmpty {
            lines.append(indented(row.capabilities.joined(separator: " · "), .muted))
        }
        lines.append(indented("→ \(row.attributionWords)", row.actor == nil ? .muted : .normal))
        guard let other = row.innocentExplanations.first else { return lines }
        let words = Wrapping.lines("or: \(other)", width: width - idColumns, glyphs: glyphs, limit: 2)
        return lines + words.map { indented($0, .innocent) }
    }

    /// Two lines: what it looks like and why it is no campaign.
    static func lookAlike(_ row: GroupRow, width: Int) -> [PageLine] {
        var first = figures(row, width: width, nameStyle: .innocent)
        first.gap(2)
        first.text(row.kind.words, .innocent)
        guard !row.innocentExplanations.isEmpty else { return [first] }
        return [first, indented(row.innocentExplanations.joined(separator: " · "), .muted)]
    }

    private static func figures(_ row: GroupRow, width: Int, nameStyle: Style) -> PageLine {
        var line = PageLine(" ")
        line.gap(1)
        line.field(row.id, idColumns - 2, row.kind == .campaign ? .warning : .innocent)
        line.field(row.name, nameColumns(width) - 1, nameStyle)
        line.gap(1)
        line.number(Figures.count(row.accounts), 9)
        line.number(Figures.count(row.exchanges), 11)
        line.target = .group(row.id)
        return line
    }

    private static func indented(_ text: String, _ style: Style) -> PageLine {
        var line = PageLine()
        line.gap(idColumns)
        line.text(text, style)
        return line
    }
}
