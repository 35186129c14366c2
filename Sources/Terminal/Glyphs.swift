/// The signs that screens draw with: Unicode lines and blocks, or ASCII where the locale has no more.
///
/// Every sign but `ellipsis` takes one column. There are no Braille patterns: screen readers speak them.
public struct Glyphs: Hashable, Sendable {
    public let isUnicode: Bool
    public let horizontal, vertical: String
    public let topLeft, topRight, bottomLeft, bottomRight: String
    public let teeLeft, teeRight, teeTop, teeBottom, cross: String
    public let ellipsis: String
    /// An opened and a closed node of a tree.
    public let expanded, collapsed: String
    public let bullet, separator, arrow, breadcrumb: String
    public let check, reject, warning, flag, release: String
    /// The edges of a badge such as ▌SYNTHETIC▐.
    public let badgeLeft, badgeRight: String
    /// Bars of 1/8 to 8/8 of a column, from the left.
    public let eighths: [String]
    /// Heights from nothing to the full row, for sparklines and heat.
    public let levels: [String]
    /// The thumb and the track of a scroll bar.
    public let thumb, track: String

    /// Lines, blocks and arrows.
    public static let unicode = Glyphs(
        isUnicode: true, horizontal: "─", vertical: "│",
        topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
        teeLeft: "├", teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼",
        ellipsis: "…", expanded: "▾", collapsed: "▸",
        bullet: "•", separator: "·", arrow: "→", breadcrumb: "›",
        check: "✓", reject: "✗", warning: "▲", flag: "⚑", release: "▲",
        badgeLeft: "▌", badgeRight: "▐",
        eighths: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
        levels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
        thumb: "█", track: "│")

    /// Nothing beyond ASCII.
    public static let ascii = Glyphs(
        isUnicode: false, horizontal: "-", vertical: "|",
        topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
        teeLeft: "+", teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+",
        ellipsis: "...", expanded: "v", collapsed: ">",
        bullet: "*", separator: "-", arrow: ">", breadcrumb: ">",
        check: "+", reject: "x", warning: "!", flag: "!", release: "^",
        badgeLeft: "[", badgeRight: "]",
        eighths: [".", ".", "-", "-", "=", "=", "#", "#"],
        levels: [" ", "_", ".", "-", "=", "+", "*", "%", "#"],
        thumb: "#", track: "|")

    /// The ASCII way of writing a common typographic sign, or nil when there is none.
    ///
    /// Most keep their single column; callers that align by hand measure with `SafeText`.
    static func asciiSign(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "·", "•", "–", "—", "─", "−": "-"
        case "│", "▏": "|"
        case "›", "→", "▸": ">"
        case "‹", "←": "<"
        case "▾", "↓": "v"
        case "▲", "↑": "^"
        case "‘", "’": "'"
        case "“", "”": "\""
        case "×", "✗": "x"
        case "✓": "+"
        case "⚑": "!"
        case "█", "▉", "▇", "▓": "#"
        case "⏎": "<"
        case "\u{A0}": " "
        case "…": "..."
        case "≥": ">="
        case "≤": "<="
        case "±": "+/-"
        default: nil
        }
    }
}
