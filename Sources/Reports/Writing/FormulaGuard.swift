/// Keeps spreadsheets from running text of evidence as a formula.
///
/// The rule, for cells whose column is text: one that begins with `=`, `+`, `-`, `@`, their full-width forms,
/// a control character (tab and CR among them) or an apostrophe gets an apostrophe before it. To get the text
/// back, take away one leading apostrophe. Numbers, times, booleans and lists are written as they are.
public enum FormulaGuard {
    public static func guarded(_ text: String) -> String { isRisky(text) ? "'" + text : text }

    /// The text that `guarded` was given.
    public static func unguarded(_ cell: String) -> String {
        cell.utf8.first == apostrophe ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    static func isRisky(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        switch first {
        case "=", "+", "-", "@", "'", "＝", "＋", "－", "＠": return true
        default: return first.value < 0x20 || (0x7F...0x9F).contains(first.value)
        }
    }

    private static let apostrophe = UInt8(ascii: "'")
}
