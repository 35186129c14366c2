import Casework

/// Text for Markdown (CommonMark with GitHub's tables): whatever it says, it stays text on one line.
enum MarkdownText {
    static func escaped(_ text: String) -> String {
        let scalars = Array(SafeOutput.escaped(text).unicodeScalars)
        var result = String.UnicodeScalarView()
        for (place, scalar) in scalars.enumerated() {
            let next = place + 1 < scalars.count ? scalars[place + 1] : " "
            let previous = place > 0 ? scalars[place - 1] : " "
            if needsEscape(scalar, after: previous, before: next, isFirst: place == 0) { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    private static let always: Set<Unicode.Scalar> = [
        "\\", "`", "*", "_", "[", "]", "<", ">", "|", "&", "#", "~", "$", "^", "{", "}", "@", "!",
    ]

    /// Lists, rules, headings at the beginning; links, e-mail, emoji and typographic replacements anywhere.
    private static func needsEscape(
        _ scalar: Unicode.Scalar, after previous: Unicode.Scalar, before next: Unicode.Scalar, isFirst: Bool
    ) -> Bool {
        if always.contains(scalar) { return true }
        switch scalar {
        case "+", "-", "=": return isFirst || previous == scalar
        case ".":
            return previous == "." || previous == "w"
                || (previous.properties.numericType != nil && next == " ")
        case ")": return previous.properties.numericType != nil && next == " "
        case ":": return next == "/" || next == "+" || next.properties.isAlphabetic
        default: return false
        }
    }
}
