import Casework
import Terminal

/// A membership as it is put to a reviewer: the claim, what speaks for it, against it, and what else it could be.
struct ReviewCardPage {
    let card: ReviewCard
    let glyphs: Glyphs

    /// Rows from which a card is long enough for all there is to say; a shorter one has the strongest of each part.
    private static let longCard = 18
    private static let fewTies = 2
    private static let fewEntries = 3
    private static let manyEntries = 8

    /// - Parameter height: of the rectangle it is drawn in.
    func page(width: Int, height: Int) -> Page {
        let isLong = height >= Self.longCard
        let most = isLong ? Self.manyEntries : Self.fewEntries
        var page = Page(width: width)
        page.add(claim(width, isLong: isLong))
        page.add(ties(width, isLong ? Self.manyEntries : Self.fewTies, familyLines: isLong ? 2 : 1))
        page.add(part("AGAINST", card.against, none: "nothing was found", .innocent, width, most))
        page.add(part("COULD BE", card.couldBe, none: "nothing that fits", .innocent, width, most))
        page.add(next)
        page.add(part("DECIDED", card.decisions.map(DecisionWords.line), none: nil, .normal, width, most))
        page.add(part("NOT SEEN", card.notSeen, none: nil, .muted, width, most))
        return page
    }

    private func claim(_ width: Int, isLong: Bool) -> [PageLine] {
        let words = "\(card.row.accountId) is run by the operation \(card.row.campaign)"
        let room = max(10, width - CardPart.margin)
        var part = CardPart("CLAIM")
        part.add { line in
            line.field(words, SafeText(glyphs).width(of: words, limit: room), .emphasis, cut: .middle)
        }
        let extraction = card.group.extractionProbability.map { ", extraction \(Figures.probability($0))" }
        part.add { line in
            line.text("\(Figures.probability(card.row.probability)) ", .emphasis)
            line.bar(card.row.probability, 8)
            line.text(card.row.role == .core ? " core of " : " periphery of ")
            line.text("\(Figures.counted(card.group.accounts, "account"))\(extraction ?? "")", .muted)
            if !isLong { line.text(": \(card.group.name)", .muted) }
        }
        if isLong { part.add(card.group.name, .muted) }
        return part.lines
    }

    /// The strongest value of each kind: ten frames of one operation say little more than one.
    private func ties(_ width: Int, _ most: Int, familyLines: Int) -> [PageLine] {
        let kinds = strongestOfKinds
        var part = CardPart("FOR")
        if kinds.isEmpty { part.add("no shared value that carries weight", .muted) }
        for (tie, others) in kinds.prefix(most) {
            let texts = Wrapping.lines(
                Self.words(tie, others), width: width - CardPart.margin - 6, glyphs: glyphs, limit: 2)
            for (index, text) in texts.enumerated() {
                part.add { line in
                    line.number(index == 0 ? Figures.bits(tie.bits) : "", 5)
                    line.text(" " + text)
                }
            }
        }
        let left = kinds.dropFirst(most).map(\.tie.artifact.kind.rawValue)
        if !left.isEmpty { part.add("also \(left.joined(separator: ", "))", .muted) }
        let families = MemberLines.families(card.member.familyBits)
        let prior = "before any evidence \(SignalLines.signed(card.member.priorBits))"
        let sum = families.isEmpty ? prior : "\(families)  \(prior)"
        for text in Wrapping.lines(sum, width: width - CardPart.margin, glyphs: glyphs, limit: familyLines) {
            part.add(text, .muted)
        }
        return part.lines
    }

    private var strongestOfKinds: [(tie: ReviewCard.Tie, others: Int)] {
        var kinds: [(tie: ReviewCard.Tie, others: Int)] = []
        for tie in card.ties where tie.bits > 0 {
            if let known = kinds.firstIndex(where: { $0.tie.artifact.kind == tie.artifact.kind }) {
                kinds[known].others += 1
            } else {
                kinds.append((tie, 0))
            }
        }
        return kinds
    }

    /// `payment pf_81c0 (and 2 more): 9 linked members, 3 confirmed; 9 hold it`
    private static func words(_ tie: ReviewCard.Tie, _ others: Int) -> String {
        let more = others > 0 ? " (and \(Figures.count(others)) more)" : ""
        let confirmed = tie.confirmed > 0 ? ", \(Figures.count(tie.confirmed)) confirmed" : ""
        let holders = tie.holders.map { "; \(Figures.count($0)) hold it" } ?? ""
        let value = SafeOutput.brief(tie.artifact.value.string, limit: 24)
        let linked = Figures.counted(tie.linked, "linked member")
        return "\(tie.artifact.kind.rawValue) \(value)\(more): \(linked)\(confirmed)\(holders)"
    }

    private var next: [PageLine] {
        var part = CardPart("NEXT")
        guard let next = card.next else {
            part.add("no linked account waits", .muted)
            return part.lines
        }
        part.add { line in
            line.text("Enter ", .key)
            let id = next.accountId.string
            line.field(id, SafeText(glyphs).width(of: id, limit: 36), cut: .middle)
            line.text("  linked with \(Figures.bits(next.bits)) bits", .muted)
        }
        return part.lines
    }

    /// A label with one entry a bullet; without entries what `none` says, or nothing.
    private func part(
        _ label: String, _ texts: [String], none: String?, _ style: Style, _ width: Int, _ most: Int
    ) -> [PageLine] {
        var part = CardPart(label)
        if texts.isEmpty, let none { part.add(none, .muted) }
        for text in texts.prefix(most) {
            let lines = Wrapping.lines(text, width: width - CardPart.margin - 2, glyphs: glyphs, limit: 3)
            for (index, words) in lines.enumerated() {
                part.add((index == 0 ? "\(glyphs.bullet) " : "  ") + words, style)
            }
        }
        part.addMore(texts.count - most)
        return part.lines
    }
}

/// Lines with one label before the first.
private struct CardPart {
    /// The longest label and a space on either side.
    static let margin = 11

    private let label: String
    private(set) var lines: [PageLine] = []

    init(_ label: String) { self.label = label }

    mutating func add(_ fill: (inout PageLine) -> Void) {
        var line = PageLine(" ")
        line.field(lines.isEmpty ? label : "", CardPart.margin - 1, .heading)
        fill(&line)
        lines.append(line)
    }

    mutating func add(_ text: String, _ style: Style) {
        add { $0.text(text, style) }
    }

    mutating func addMore(_ count: Int) {
        if count > 0 { add("\(Figures.count(count)) more", .muted) }
    }
}
