import Casework
import Terminal

/// Kind by kind the sentence, then every value that it counts with its flagged holders and the account's own rows.
struct ConnectionsPage {
    let account: AccountID
    let connections: [FlaggedConnections]
    let glyphs: Glyphs

    func page(width: Int) -> Page {
        var page = Page(width: width)
        if connections.isEmpty {
            page.add(
                PageLine(" Holders of values were not counted yet: press A to analyse the evidence.", .muted))
        }
        for found in connections {
            page.space()
            page.add(sentence(found, width))
            guard !found.values.isEmpty else { continue }
            page.add(heading(found, width))
            for value in found.values { page.add(lines(value, found.kind, width)) }
            page.add(GroupParts.more(found.count - found.values.count, "value"))
        }
        return page
    }

    private func sentence(_ found: FlaggedConnections, _ width: Int) -> [PageLine] {
        Wrapping.lines(found.words, width: width - 2, glyphs: glyphs, limit: 6).map {
            PageLine(" " + $0, found.count > 0 ? .warning : .muted)
        }
    }

    private func valueColumns(_ width: Int) -> Int { max(12, min(44, width - 46)) }

    private func heading(_ found: FlaggedConnections, _ width: Int) -> PageLine {
        var line = PageLine(" ")
        line.field(found.kind.rawValue, valueColumns(width), .heading)
        line.number("accounts", 10, .muted)
        line.number("flagged", 9, .muted)
        line.number("campaign", 10, .muted)
        line.number("provider", 10, .muted)
        return line
    }

    private func lines(_ value: FlaggedConnections.Value, _ kind: ArtifactKind, _ width: Int) -> [PageLine] {
        var line = PageLine(" ")
        line.field(value.value.string, valueColumns(width), .emphasis, cut: .middle)
        line.number(Figures.count(value.accounts), 10)
        line.number(Figures.count(value.flagged), 9, .warning)
        line.number(Figures.count(value.campaign), 10)
        line.number(Figures.count(value.provider), 10)
        line.target = Self.target(kind, value.value)
        return [line] + RowLines.lines(value.rows, total: value.rowsTotal, of: [account], indent: 4)
    }

    private static func target(_ kind: ArtifactKind, _ value: ExactText) -> Target {
        switch kind {
        case .address, .network: .network(value.string)
        case .template: .template(value.string)
        default: .artifact(Artifact(kind: kind, value: value))
        }
    }
}
