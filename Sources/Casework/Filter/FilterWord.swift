/// A value or bare word as it stands in a filter: its bytes, and which of them were quoted.
struct FilterWord: Sendable {
    var bytes: [UInt8] = []
    var isQuoted: [Bool] = []
    /// Where it stands, quotes included.
    var range: Range<Int>

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// True where any quote was written: `""` is empty but a value.
    var hasQuotes: Bool { range.count != bytes.count || isQuoted.contains(true) }

    var hasGlob: Bool { zip(bytes, isQuoted).contains { FilterSyntax.isGlob($0) && !$1 } }

    var hasQuotedGlob: Bool { zip(bytes, isQuoted).contains { FilterSyntax.isGlob($0) && $1 } }

    /// Whether this is the unquoted word, without regard to case.
    func isKeyword(_ word: String) -> Bool {
        !hasQuotes && bytes.map(FilterSyntax.lowercased).elementsEqual(word.utf8)
    }

    /// The two sides of the first unquoted `..`; nil where there is none.
    func splitAtRange() -> (low: FilterWord, high: FilterWord)? {
        let dot = UInt8(ascii: ".")
        guard
            let at = bytes.indices.dropLast().first(where: {
                bytes[$0] == dot && bytes[$0 + 1] == dot && !isQuoted[$0] && !isQuoted[$0 + 1]
            })
        else { return nil }
        return (part(0..<at), part(at + 2..<bytes.count))
    }

    private func part(_ slice: Range<Int>) -> FilterWord {
        FilterWord(bytes: Array(bytes[slice]), isQuoted: Array(isQuoted[slice]), range: range)
    }
}
