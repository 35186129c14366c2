/// Equality, containment and globs over UTF-8 bytes with ASCII letters folded.
public enum TextMatch {
    /// `isGlob`: `*` is any run of characters, `?` one Unicode scalar; else the two have to be equal.
    ///
    /// Complexity: O(text) without stars, O(text × pattern) at worst.
    public static func matches(_ text: String, pattern: String, isGlob: Bool) -> Bool {
        let text = text.utf8.map(FilterSyntax.lowercased)
        let pattern = pattern.utf8.map(FilterSyntax.lowercased)
        return isGlob ? globMatches(text[...], pattern[...]) : text == pattern
    }

    /// Whether `needle` occurs in the text, or in one of the texts; false for what is no text.
    static func contains(_ needle: String, in value: FieldValue) -> Bool {
        switch value {
        case .text(let text): contains(needle, in: text)
        case .list(let items): items.contains { contains(needle, in: $0) }
        case .none, .number, .time, .boolean: false
        }
    }

    static func contains(_ needle: String, in text: String) -> Bool {
        let needle = needle.utf8.map(FilterSyntax.lowercased)
        let text = text.utf8.map(FilterSyntax.lowercased)
        guard let first = needle.first else { return true }
        guard needle.count <= text.count else { return false }
        return (0...text.count - needle.count).contains { start in
            text[start] == first && text[start..<start + needle.count].elementsEqual(needle)
        }
    }

    /// The usual walk with one point to fall back to: the last star and where it matched up to.
    private static func globMatches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
        var at = text.startIndex
        var rule = pattern.startIndex
        var fallback: (rule: Int, at: Int)?
        while at < text.endIndex {
            if rule < pattern.endIndex, pattern[rule] == UInt8(ascii: "*") {
                rule += 1
                fallback = (rule, at)
            } else if rule < pattern.endIndex, pattern[rule] == UInt8(ascii: "?") {
                at = nextScalar(text, at)
                rule += 1
            } else if rule < pattern.endIndex, pattern[rule] == text[at] {
                at += 1
                rule += 1
            } else if let last = fallback {
                at = nextScalar(text, last.at)
                rule = last.rule
                fallback = (rule, at)
            } else {
                return false
            }
        }
        return pattern[rule...].allSatisfy { $0 == UInt8(ascii: "*") }
    }

    private static func nextScalar(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
        var next = at + 1
        while next < text.endIndex, text[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
