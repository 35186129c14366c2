/// A piece of a filter.
struct FilterToken: Sendable {
    enum Kind: Sendable {
        case open, close, or, and, not
        case bare(FilterWord)
        case field(name: String, sign: String, FilterWord)
    }

    var kind: Kind
    var range: Range<Int>
}

/// Cuts a filter into tokens. Linear in the text.
struct FilterLexer {
    private let bytes: [UInt8]
    private var at = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    static func tokens(_ text: String) throws(FilterError) -> [FilterToken] {
        var lexer = FilterLexer(Array(text.utf8))
        var tokens: [FilterToken] = []
        while let token = try lexer.next() { tokens.append(token) }
        return tokens
    }

    private mutating func next() throws(FilterError) -> FilterToken? {
        while at < bytes.count, FilterSyntax.isSpace(bytes[at]) { at += 1 }
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case UInt8(ascii: "("): return single(.open)
        case UInt8(ascii: ")"): return single(.close)
        case UInt8(ascii: "-"), UInt8(ascii: "!"): return negation()
        default: return try term()
        }
    }

    private mutating func single(_ kind: FilterToken.Kind) -> FilterToken {
        at += 1
        return FilterToken(kind: kind, range: at - 1..<at)
    }

    /// `-` and `!` negate what follows; the words `-not` and `!not` are one negation.
    private mutating func negation() -> FilterToken {
        let start = at
        at += 1
        let word = bytes[at...].prefix { FilterSyntax.isNameByte($0) }
        let end = at + word.count
        let standsAlone = end == bytes.count || FilterSyntax.endsWord(bytes[end])
        if standsAlone, word.map(FilterSyntax.lowercased).elementsEqual("not".utf8) { at = end }
        return FilterToken(kind: .not, range: start..<at)
    }

    private mutating func term() throws(FilterError) -> FilterToken {
        let start = at
        let name = fieldName()
        let nameEnd = at
        if let sign = comparisonSign() {
            guard !name.isEmpty else { throw FilterError(.expectedField(before: sign), at: start..<at) }
            let word = try readWord()
            guard !word.range.isEmpty else {
                throw FilterError(.expectedValue(field: name, operator: sign), at: word.range)
            }
            return FilterToken(kind: .field(name: name, sign: sign, word), range: start..<nameEnd)
        }
        at = start
        let word = try readWord()
        return FilterToken(kind: keyword(word) ?? .bare(word), range: word.range)
    }

    private func keyword(_ word: FilterWord) -> FilterToken.Kind? {
        if word.isKeyword("or") { return .or }
        if word.isKeyword("and") { return .and }
        return word.isKeyword("not") ? .not : nil
    }

    private mutating func fieldName() -> String {
        let start = at
        guard FilterSyntax.isLetter(bytes[at]) else { return "" }
        while at < bytes.count, FilterSyntax.isNameByte(bytes[at]) { at += 1 }
        return String(decoding: bytes[start..<at], as: UTF8.self)
    }

    private mutating func comparisonSign() -> String? {
        for sign in FilterSyntax.signs where bytes[at...].starts(with: sign.utf8) {
            at += sign.utf8.count
            return sign
        }
        return nil
    }

    /// Bare and quoted pieces up to a space or parenthesis; empty where there are none.
    private mutating func readWord() throws(FilterError) -> FilterWord {
        var word = FilterWord(range: at..<at)
        let start = at
        while at < bytes.count, !FilterSyntax.endsWord(bytes[at]) {
            if bytes[at] == FilterSyntax.quote {
                try readQuoted(into: &word)
            } else {
                word.bytes.append(bytes[at])
                word.isQuoted.append(false)
                at += 1
            }
        }
        word.range = start..<at
        return word
    }

    private mutating func readQuoted(into word: inout FilterWord) throws(FilterError) {
        let start = at
        at += 1
        while at < bytes.count, bytes[at] != FilterSyntax.quote {
            if bytes[at] == FilterSyntax.backslash, at + 1 < bytes.count,
                FilterSyntax.isEscaped(bytes[at + 1])
            {
                at += 1
            }
            word.bytes.append(bytes[at])
            word.isQuoted.append(true)
            at += 1
        }
        guard at < bytes.count else { throw FilterError(.unclosedQuote, at: start..<bytes.count) }
        at += 1
    }
}
