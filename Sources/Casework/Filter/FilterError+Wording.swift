extension FilterError: CustomStringConvertible {
    /// One sentence: what is wrong and what was expected.
    public var description: String {
        switch cause {
        case .tooLong(let limit): "the filter is longer than \(limit) bytes"
        case .tooDeep(let limit): "the filter is nested deeper than \(limit) levels"
        case .tooManyTerms(let limit): "the filter has more than \(limit) terms"
        case .unclosedQuote: "a quote is open: expected a closing \""
        case .unclosedParenthesis: "a parenthesis is open: expected a closing )"
        case .unopenedParenthesis: "expected a term, found ) without a ( before it"
        case .expectedTerm(nil): "expected a term"
        case .expectedTerm(let before?): "expected a term after \(shown(before))"
        case .expectedField(let sign):
            "expected a field before \(shown(sign)), with no space between them; quote it to search for it"
        case .expectedValue(let field, let sign):
            "expected a value after \(shown(field + sign)), with no space between them"
        case .unknownField(let name, let nearest): FilterError.unknown(name, nearest)
        case .expectedNumber(let field, let found):
            "\(field) is a number: expected one such as 1000, 2.5k or 3M, found \(shown(found))"
        case .expectedTime(let field, let found):
            "\(field) is a time: expected 2026, 2026-01, 2026-01-12 or 2026-01-12T08:30:00Z, found \(shown(found))"
        case .expectedBoolean(let field, let found):
            "\(field) is true or false: expected one of them, found \(shown(found))"
        case .noOrder(let field): "\(field) is true or false and has no order: expected \(field):true"
        case .globOutOfPlace(let field):
            "* and ? stand for any text only after \(shown(field + ":")) of a text field; quote them otherwise"
        case .globPartlyQuoted: "a value has * or ? both inside and outside quotes: expected one of the two"
        case .reversedRange(let field): "the range of \(field) begins after its end"
        }
    }

    /// The filter and, below it, carets under what is wrong; safe to print.
    public func marked(in text: String) -> String {
        let range = characterRange(in: text)
        let before = SafeOutput.escaped(String(text.prefix(range.lowerBound))).count
        let part = text.dropFirst(range.lowerBound).prefix(range.count)
        let carets = max(1, SafeOutput.escaped(String(part)).count)
        let mark = String(repeating: " ", count: before) + String(repeating: "^", count: carets)
        return SafeOutput.escaped(text) + "\n" + mark
    }

    private static func unknown(_ name: String, _ nearest: String?) -> String {
        let start = "there is no field \(shown(name)) here"
        guard let nearest else { return start + "; to search for text with a colon, quote it" }
        return start + ": did you mean \(nearest)?"
    }
}

/// User text in a message: made safe, cut, in quotes.
private func shown(_ text: String) -> String {
    let longest = 40
    let cut = text.unicodeScalars.count > longest
    let head = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
    return "'" + SafeOutput.escaped(head) + (cut ? "…'" : "'")
}
