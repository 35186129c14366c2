import Casework
import Terminal

/// One line of a page: pieces of text, bars and charts side by side.
///
/// Texts may be evidence: they are kept as they are and made safe by the buffer they are drawn into.
struct PageLine: Equatable {
    enum Content: Equatable {
        case text(String, SafeText.Cut, Buffer.Alignment)
        /// A fraction of the width.
        case bar(Double)
        /// Heights of 0...8, one column each.
        case levels([Int])
        case rule
    }

    struct Piece: Equatable {
        var content: Content
        var style: Style
        /// As wide as the text when nil.
        var columns: Int?
    }

    private(set) var pieces: [Piece] = []
    /// What Enter opens here; nil for lines that are only read.
    var target: Target?

    init(_ text: String = "", _ style: Style = .normal) {
        if !text.isEmpty { self.text(text, style) }
    }

    /// A heading of a part of a page.
    static func heading(_ text: String) -> PageLine {
        var line = PageLine()
        line.gap(1)
        line.text(text, .heading)
        return line
    }

    /// Text as wide as it is; shortened at the end of the line.
    mutating func text(_ text: String, _ style: Style = .normal) {
        pieces.append(Piece(content: .text(text, .end, .left), style: style))
    }

    /// Text in a column of its own.
    mutating func field(
        _ text: String, _ columns: Int, _ style: Style = .normal, align: Buffer.Alignment = .left,
        cut: SafeText.Cut = .end
    ) {
        pieces.append(Piece(content: .text(text, cut, align), style: style, columns: max(0, columns)))
    }

    /// A number at the right of a column of its own.
    mutating func number(_ text: String, _ columns: Int, _ style: Style = .normal) {
        field(text, columns, style, align: .right)
    }

    mutating func gap(_ columns: Int) {
        pieces.append(Piece(content: .text("", .clip, .left), style: .normal, columns: max(0, columns)))
    }

    mutating func bar(_ fraction: Double, _ columns: Int, _ style: Style = .bar) {
        pieces.append(Piece(content: .bar(fraction), style: style, columns: max(0, columns)))
    }

    mutating func levels(_ levels: [Int], _ style: Style = .bar) {
        pieces.append(Piece(content: .levels(levels), style: style, columns: levels.count))
    }

    mutating func rule() {
        pieces.append(Piece(content: .rule, style: .border))
    }
}

/// What a line of a page leads to.
enum Target: Hashable, Sendable, Codable {
    case group(String)
    case account(AccountID)
    case explanation(AccountID, AccountID)
    case members(String)
    case list(RowList)
    /// A list with a filter in force.
    case filtered(RowList, String)
    case artifact(Artifact)
    /// A range of addresses or one address.
    case network(String)
    case sample(RowReference)
    case template(String)
    /// The values that an account shares with many flagged accounts.
    case connections(AccountID)
    /// The strongest chain of evidence between two accounts.
    case path(AccountID, AccountID)
    /// A row of evidence, and the accounts one of which it is about.
    case row(RowReference, [AccountID])
    /// What stands around an account, a value, a group or some accounts.
    case graph(GraphNode)
    /// Activity over time of the whole case, a group or an account.
    case timeline(TimelineSubject)
}
