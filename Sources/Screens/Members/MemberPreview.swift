import Casework
import Terminal

/// What a membership rests on, family by family, and what speaks against it.
struct MemberPreview {
    let row: MemberRow

    func page(width: Int, glyphs: Glyphs) -> Page {
        var page = Page(width: width)
        var title = PageLine(" \(row.accountId.string)", .title)
        title.text("  \(row.role.rawValue) member ")
        title.text(Figures.probability(row.probability) + " ", .emphasis)
        title.bar(row.probability, 8)
        page.add(title)
        page.add(MembershipLines.decided(row))
        page.add(MembershipLines.sum(row, glyphs: glyphs))
        page.add(MembershipLines.against(row, width: width, glyphs: glyphs))
        return page
    }
}

/// A membership as a sum of bits.
enum MembershipLines {
    static func sum(_ row: MemberRow, glyphs: Glyphs) -> [PageLine] {
        let families = MemberLines.sorted(row.familyBits)
        let strongest = max(1, families.map { abs($0.1) }.max() ?? 1)
        var lines = [line("before any evidence", row.priorBits, strongest)]
        lines += families.map { line($0.0.rawValue, $0.1, strongest) }
        return lines
    }

    /// Who put it there, where a reviewer did, and what the method says.
    static func decided(_ row: MemberRow) -> [PageLine] {
        guard let decision = row.decision else { return [] }
        let method = row.methodProbability.map { "the method gave \(Figures.probability($0))" }
        let words = method ?? "the method would not put it there"
        return [PageLine(" a reviewer decided (decision \(decision)); \(words)", .accent)]
    }

    static func against(_ row: MemberRow, width: Int, glyphs: Glyphs) -> [PageLine] {
        guard !row.against.isEmpty else { return [PageLine(" Against: nothing found", .muted)] }
        return row.against.flatMap { words in
            Wrapping.lines(words, width: width - 11, glyphs: glyphs, limit: 3).enumerated().map {
                PageLine(($0 == 0 ? " Against:  " : "           ") + $1, .innocent)
            }
        }
    }

    private static func line(_ name: String, _ bits: Double, _ strongest: Double) -> PageLine {
        var line = PageLine(" ")
        line.field(name, 20, .muted)
        line.number(SignalLines.signed(bits), 8, bits < 0 ? .innocent : .normal)
        line.gap(1)
        line.bar(max(0, bits) / strongest, 10)
        return line
    }
}
