import Casework
import Terminal

/// What is said of one artifact, whole value first: a shortened fingerprint proves nothing.
enum ArtifactLines {
    static func facts(_ row: ArtifactRow, width: Int, glyphs: Glyphs) -> [PageLine] {
        let value = Wrapping.lines(row.value.string, width: width - 2, glyphs: glyphs, limit: 6)
        var lines = [PageLine(" \(row.kind.rawValue)", .muted)] + value.map { PageLine(" " + $0, .title) }
        var held = PageLine(" held by \(Figures.counted(row.accounts, "account"))")
        held.text(", \(Figures.count(row.flagged)) flagged", row.flagged > 0 ? .warning : .muted)
        lines.append(held)
        guard let verdict = row.verdict else {
            return lines + [PageLine(" No analysis has spoken about it.", .muted)]
        }
        let style: Style = verdict == .operation ? .warning : .innocent
        let bits = row.bits.map { ", \(Figures.bits($0)) bits" } ?? ""
        let words = Wrapping.lines(verdict.words + bits, width: width - 2, glyphs: glyphs, limit: 3)
        lines += words.map { PageLine(" " + $0, style) }
        return lines + reasons(row.reasons, width: width, glyphs: glyphs)
    }

    private static func reasons(_ reasons: [String], width: Int, glyphs: Glyphs) -> [PageLine] {
        reasons.flatMap { reason in
            Wrapping.lines(reason, width: width - 4, glyphs: glyphs, limit: 3).enumerated().map {
                PageLine(($0 == 0 ? " \(glyphs.bullet) " : "   ") + $1)
            }
        }
    }
}

extension ArtifactVerdict.Verdict {
    /// What the verdict means.
    var words: String {
        switch self {
        case .operation: "evidence of one operation: its holders share other things too"
        case .shared: "shared by strangers: infrastructure or a common tool"
        case .unknown: "too little is known of who holds it"
        case .barred: "barred: too widely held, never counted"
        }
    }
}

/// Accounts that hold a value or use a network.
enum HolderLines {
    static func lines(_ holders: [HolderRow], total: Int, width: Int) -> [PageLine] {
        let idColumns = max(14, min(44, width - 58))
        var heading = PageLine()
        heading.gap(1)
        heading.field("Accounts", idColumns, .heading)
        heading.field("campaign", 10, .muted)
        heading.field("status", 11, .muted)
        heading.number("uses", 10, .muted)
        heading.gap(2)
        heading.text("from … to", .muted)
        let lines = holders.map { holder in
            var line = PageLine(" ")
            line.field(holder.accountId.string, idColumns, .emphasis, cut: .middle)
            line.field(holder.campaign ?? "-", 10, holder.campaign == nil ? .muted : .warning)
            line.field(holder.status?.rawValue ?? "-", 11)
            line.number(holder.uses.map(Figures.count) ?? "-", 10)
            line.gap(2)
            let days = [holder.firstAt?.day, holder.lastAt?.day].compactMap(\.self)
            line.text(days.joined(separator: " … "), .muted)
            line.target = .account(holder.accountId)
            return line
        }
        return [heading] + lines + GroupParts.more(total - holders.count, "account")
    }
}
