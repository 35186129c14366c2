import Casework
import Terminal

/// Who the account says it is, how it stands, and what it was taken for.
enum DossierFacts {
    static func lines(
        _ row: AccountRow, groupName: String?, notes: [NoteRow], width: Int, glyphs: Glyphs
    ) -> [PageLine] {
        var title = PageLine(" ")
        title.text(row.accountId.string, .title)
        if !row.flagged.isEmpty {
            let reasons = row.flagged.map(\.rawValue).joined(separator: ", ")
            title.text("  \(glyphs.flag) flagged: \(reasons)", .warning)
        }
        var lines = [title, standing(row, groupName)]
        let facts = row.unlisted ? ["no row of the accounts table describes it"] : facts(row)
        lines += Wrapping.parts(facts, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0) }
        let marks = marks(notes)
        if !marks.isEmpty {
            lines += Wrapping.parts(marks, width: width - 2, glyphs: glyphs).map { PageLine(" " + $0, .mark) }
        }
        return lines
    }

    /// What people put on it, at the top where they look for it; comments stand in full further down.
    private static func marks(_ notes: [NoteRow]) -> [String] {
        let standing = notes.filter { !$0.withdrawn }
        let tags = standing.filter { $0.kind == .tag }.map { "tag \($0.text)" }
        let comments = standing.filter { $0.kind == .comment }.suffix(1).map {
            "comment: \($0.text.prefix(60))"
        }
        let more = standing.count { $0.kind == .comment } - 1
        return tags + comments + (more > 0 ? [Figures.counted(more, "more comment")] : [])
            + (standing.contains { $0.kind == .bookmark } ? ["bookmarked"] : [])
    }

    private static func standing(_ row: AccountRow, _ groupName: String?) -> PageLine {
        guard let group = row.campaign ?? row.group else { return PageLine("  in no group", .innocent) }
        var line = PageLine("  in ", .muted)
        line.text(group, row.campaign == nil ? .innocent : .warning)
        if let groupName { line.text(" \(groupName)", .muted) }
        if let role = row.role { line.text("  \(role.rawValue)") }
        if let probability = row.probability {
            line.text("  \(Figures.probability(probability)) ", .emphasis)
            line.bar(probability, 8)
        }
        if row.campaign != nil { line.target = .group(group) }
        return line
    }

    private static func facts(_ row: AccountRow) -> [String] {
        let closed = row.closedAt.map { " " + Figures.time($0) } ?? ""
        let facts: [String?] = [
            row.status.map { $0.rawValue + closed },
            row.createdAt.map { "created " + Figures.time($0) },
            row.channel, row.plan?.rawValue,
            row.declaredCountry.map { "declared \($0)" },
            row.emailDomain.map { "e-mail at \($0)" },
            row.orgName.map { "organisation \($0)" },
            Figures.counted(row.exchanges, "exchange"),
            row.firstAt.map { "first \($0.day)" }, row.lastAt.map { "last \($0.day)" },
        ]
        return facts.compactMap(\.self)
    }
}
