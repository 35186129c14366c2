/// What may stand at the cursor of a filter that is being typed.
public struct FilterCompletion: Hashable, Sendable {
    /// The part of the text that a candidate replaces, in UTF-8 offsets.
    public var replaces: Range<Int>
    /// Whole replacements, in the order of the fields or values: `country:`, `declared_country:SG`.
    public var candidates: [String]

    /// Candidates for the word that ends at the cursor.
    ///
    /// - Parameters:
    ///   - cursor: UTF-8 offset; beyond the end, or inside a character, it counts as the nearest place before.
    ///   - values: known values of a field, most useful first. Asked for at most one field.
    /// - Complexity: O(text + candidates).
    public static func at(
        _ cursor: Int, of text: String, fields: [FieldDescription], values: (FieldDescription) -> [String]
    ) -> FilterCompletion {
        let bytes = Array(text.utf8)
        let end = boundary(bytes, min(max(0, cursor), bytes.count))
        let start = wordStart(bytes, end)
        let word = bytes[start..<end]
        guard let sign = word.firstIndex(where: { ":=<>".utf8.contains($0) }) else {
            return FilterCompletion(replaces: start..<end, candidates: names(word, fields))
        }
        let name = word[..<sign]
        guard let field = fields.first(where: { folded($0.name.utf8) == folded(name) }) else {
            return FilterCompletion(replaces: start..<end, candidates: [])
        }
        var valueStart = sign + 1
        while valueStart < end, ":=<>".utf8.contains(bytes[valueStart]) { valueStart += 1 }
        return FilterCompletion(
            replaces: valueStart..<end, candidates: matching(bytes[valueStart..<end], values(field)))
    }

    private static func names(_ typed: ArraySlice<UInt8>, _ fields: [FieldDescription]) -> [String] {
        let typed = folded(typed)
        let starts = fields.filter { folded($0.name.utf8).starts(with: typed) }
        let ends = fields.filter { field in
            guard !typed.isEmpty, !starts.contains(field) else { return false }
            return TextMatch.contains("_" + String(decoding: typed, as: UTF8.self), in: field.name)
        }
        return (starts + ends).map { $0.name + ($0.type == .number || $0.type == .time ? ">" : ":") }
    }

    private static func matching(_ typed: ArraySlice<UInt8>, _ values: [String]) -> [String] {
        let typed = folded(typed.first == FilterSyntax.quote ? typed.dropFirst() : typed)
        return values.filter { folded($0.utf8).starts(with: typed) }.map(FilterText.value)
    }

    /// Where the word at the cursor begins: after a space or parenthesis outside quotes, and after `-` or `!`.
    private static func wordStart(_ bytes: [UInt8], _ end: Int) -> Int {
        var start = 0
        var isQuoted = false
        var at = 0
        while at < end {
            if isQuoted, bytes[at] == FilterSyntax.backslash {
                at += 1
            } else if bytes[at] == FilterSyntax.quote {
                isQuoted.toggle()
            } else if !isQuoted, FilterSyntax.endsWord(bytes[at]) {
                start = at + 1
            }
            at += 1
        }
        while start < end, bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "!") {
            start += 1
        }
        return min(start, end)
    }

    private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
        var at = offset
        while at > 0, at < bytes.count, bytes[at] & 0xC0 == 0x80 { at -= 1 }
        return at
    }

    private static func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        bytes.map(FilterSyntax.lowercased)
    }
}
