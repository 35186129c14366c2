import Casework
import Terminal

/// A chain hop by hop: account, the value both have with its bits, the rows of either, the next account.
struct PathPage {
    let path: EvidencePath
    let glyphs: Glyphs

    private static let rowsShown = 6

    func page(width: Int) -> Page {
        var page = Page(width: width)
        page.add(verdict(width))
        page.space()
        page.add(account(path.a))
        for (place, hop) in path.hops.enumerated() {
            page.add(lines(hop, place, width))
            page.add(account(hop.to))
        }
        if path.hops.isEmpty { page.add([rail, account(path.b)]) }
        page.add(sentences("How strong that is", path.strength, width))
        page.add(
            sentences(
                path.hops.isEmpty ? "Why not" : "Also to know", path.notes.map(PathPage.sentence), width))
        return page
    }

    // MARK: - What it comes to

    private func verdict(_ width: Int) -> [PageLine] {
        guard let weakest = weakest, let bits = path.weakestBits else {
            return [PageLine(" No chain of evidence joins these two accounts.", .emphasis)]
        }
        var line = PageLine(" \(Figures.counted(path.hops.count, "hop"))   ", .emphasis)
        line.text("weakest hop \(Figures.bits(bits)) bits", .warning)
        let hop = path.hops[weakest]
        let name = "\(hop.by.kind.rawValue) \(hop.by.value.string)"
        let place =
            path.hops.count == 1 ? "it goes over" : "the weakest is hop \(weakest + 1) of \(path.hops.count),"
        return [line]
            + Wrapping.lines(
                "\(place) \(name)", width: width - 2, glyphs: glyphs, limit: 2
            ).map { PageLine(" " + $0, .muted) }
    }

    /// The first of the weakest hops.
    private var weakest: Int? {
        path.hops.indices.min { path.hops[$0].bits < path.hops[$1].bits }
    }

    // MARK: - The chain

    private func account(_ id: AccountID) -> PageLine {
        var line = PageLine("  ")
        line.text(id.string, .title)
        line.target = .account(id)
        return line
    }

    private var rail: PageLine {
        var line = PageLine("   ")
        line.text(glyphs.vertical, .border)
        return line
    }

    private func railed(_ texts: [String], _ style: Style) -> [PageLine] {
        texts.map { text in
            var line = rail
            line.gap(3)
            line.text(text, style)
            return line
        }
    }

    private func lines(_ hop: EvidencePath.Hop, _ place: Int, _ width: Int) -> [PageLine] {
        let words = [hop.words, hop.strength].filter { !$0.isEmpty }.joined(separator: " ")
        let innocent = hop.innocent.isEmpty ? "" : "Innocent: " + hop.innocent.joined(separator: "; ") + "."
        return [value(hop, place, width)]
            + railed(Wrapping.lines(words, width: width - 9, glyphs: glyphs, limit: 6), .normal)
            + railed(Wrapping.lines(innocent, width: width - 9, glyphs: glyphs, limit: 4), .innocent)
            + rows(hop)
    }

    private func value(_ hop: EvidencePath.Hop, _ place: Int, _ width: Int) -> PageLine {
        var line = rail
        line.gap(1)
        line.field(hop.by.kind.rawValue, 12, .muted)
        line.gap(1)
        line.field(hop.by.value.string, max(8, min(64, width - 61)), .emphasis, cut: .middle)
        line.number(Figures.bits(hop.bits), 7)
        line.text(" bits", .muted)
        line.number(Figures.count(hop.heldBy), 10)
        line.text(" accounts", .muted)
        line.gap(2)
        if place == weakest, path.hops.count > 1 { line.text("weakest", .warning) }
        line.target = Target(hop.by) ?? .explanation(hop.from, hop.to)
        return line
    }

    /// Rows of either account, each of which opens.
    private func rows(_ hop: EvidencePath.Hop) -> [PageLine] {
        let shown = hop.rows(shown: PathPage.rowsShown)
        let lines = shown.map { row in
            var line = rail
            line.gap(3)
            line.text("\(row.file):\(row.line)", .muted)
            line.target = .row(row, [hop.from, hop.to])
            return line
        }
        let more = hop.rows.count - shown.count
        return lines
            + (more > 0 ? railed([Figures.counted(more, "more row")], .muted) : [])
    }

    // MARK: - In sentences

    /// Notes are parts of sentences.
    private static func sentence(_ note: String) -> String { note.prefix(1).uppercased() + note.dropFirst() }

    private func sentences(_ title: String, _ texts: [String], _ width: Int) -> [PageLine] {
        guard !texts.isEmpty else { return [] }
        return [PageLine(), PageLine.heading(title)]
            + texts.flatMap { text in
                let sentence = text + (text.hasSuffix(".") ? "" : ".")
                return Wrapping.lines(sentence, width: width - 4, glyphs: glyphs, limit: 4).enumerated().map {
                    PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1)
                }
            }
    }
}
