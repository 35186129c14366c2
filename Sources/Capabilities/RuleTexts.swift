/// Texts that a rule must or must not match, as an investigator writes them.
///
/// ```
/// Lines before the first heading are remarks.
/// [must match: my_rule]
/// A text, of any number of lines, up to the next heading.
/// [must not match: my_rule]
/// 另一段文字。
/// ```
public struct RuleTexts: Sendable {
    public struct Example: Hashable, Sendable {
        public var rule: String
        public var mustMatch: Bool
        /// Empty lines at its end are no part of it.
        public var text: String
        /// Of its heading, from 1.
        public var line: Int
    }

    public private(set) var examples: [Example] = []

    public init(_ source: String) {
        var lines: [Substring] = []
        for (number, line) in source.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine)
            .enumerated()
        {
            if let heading = Self.heading(line) {
                close(&lines)
                examples.append(
                    Example(rule: heading.rule, mustMatch: heading.mustMatch, text: "", line: number + 1))
            } else {
                lines.append(line)
            }
        }
        close(&lines)
    }

    private mutating func close(_ lines: inout [Substring]) {
        while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
        if !examples.isEmpty { examples[examples.count - 1].text = lines.joined(separator: "\n") }
        lines = []
    }

    private static func heading(_ line: Substring) -> (rule: String, mustMatch: Bool)? {
        for (start, mustMatch) in [("[must match: ", true), ("[must not match: ", false)] {
            guard line.hasPrefix(start), line.hasSuffix("]") else { continue }
            return (String(line.dropFirst(start.count).dropLast()), mustMatch)
        }
        return nil
    }
}

extension Character {
    /// Ends a line in a file, as libyara counts them: LF, or CR and LF, which are one character to Swift.
    var endsLine: Bool { self == "\n" || self == "\r\n" }
}
