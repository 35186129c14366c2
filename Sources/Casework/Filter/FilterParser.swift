/// Reads the filter language of screens and command line.
///
/// `country:SG exchanges>1k -plan:free or "big job"`: terms side by side are all required, `or` binds
/// weaker, `-`, `!` or `not` negates, parentheses group, `and` may be written. A term is `field:value`
/// (`=` and `!=` are understood), `field>n`, `>=`, `<`, `<=`, `field:a..b` with either end left out,
/// `field:none`, or a bare word. Quotes take away every meaning; inside them `\"` and `\\` are letters.
public enum FilterParser {
    /// Longest filter: far more than a person types, little enough to be read at every key.
    public static let longestBytes = 16_384
    /// Deepest nesting, so that no text can exhaust the stack.
    public static let deepest = 64
    /// Most terms: SQLite refuses expressions deeper than 1,000.
    public static let mostTerms = 256

    /// The tree that `text` stands for; blank text is `.everything`. Linear in the text.
    ///
    /// - Parameter fields: the columns of the list. A field is named in full, in either case, or by the end
    ///   of its name where only one field ends so: `country` for `declared_country`.
    public static func parse(_ text: String, fields: [FieldDescription]) throws(FilterError) -> Filter {
        guard text.utf8.count <= longestBytes else {
            throw FilterError(.tooLong(limitBytes: longestBytes), at: longestBytes..<text.utf8.count)
        }
        let tokens = try FilterLexer.tokens(text)
        guard !tokens.isEmpty else { return .everything }
        var parser = FilterGrammar(
            tokens: tokens, end: text.utf8.count, reader: FilterTermReader(fields: fields))
        return try parser.wholeFilter()
    }
}

/// Recursive descent over the tokens.
struct FilterGrammar {
    let tokens: [FilterToken]
    /// UTF-8 length of the text: where something is missing at its end.
    let end: Int
    let reader: FilterTermReader
    private var at = 0
    private var terms = 0

    init(tokens: [FilterToken], end: Int, reader: FilterTermReader) {
        self.tokens = tokens
        self.end = end
        self.reader = reader
    }

    mutating func wholeFilter() throws(FilterError) -> Filter {
        let filter = try alternatives(depth: 0)
        guard at == tokens.count else { throw FilterError(.unopenedParenthesis, at: tokens[at].range) }
        return filter
    }

    private mutating func alternatives(depth: Int) throws(FilterError) -> Filter {
        var parts = [try requirements(depth: depth)]
        while at < tokens.count, case .or = tokens[at].kind {
            at += 1
            parts.append(try requirements(depth: depth))
        }
        return Filter.joined(parts, isAny: true)
    }

    private mutating func requirements(depth: Int) throws(FilterError) -> Filter {
        var parts = [try factor(depth: depth)]
        while at < tokens.count {
            switch tokens[at].kind {
            case .or, .close: return Filter.joined(parts, isAny: false)
            case .and: at += 1
            case .open, .not, .bare, .field: break
            }
            parts.append(try factor(depth: depth))
        }
        return Filter.joined(parts, isAny: false)
    }

    private mutating func factor(depth: Int) throws(FilterError) -> Filter {
        guard at < tokens.count else { throw FilterError(.expectedTerm(after: previous), at: end..<end) }
        let token = tokens[at]
        guard depth < FilterParser.deepest else {
            throw FilterError(.tooDeep(limit: FilterParser.deepest), at: token.range)
        }
        at += 1
        switch token.kind {
        case .not: return .not(try factor(depth: depth + 1))
        case .open: return try group(opened: token, depth: depth + 1)
        case .bare(let word): return try counted(token, reader.bare(word))
        case .field(let name, let sign, let word):
            return try counted(token, reader.term(name, at: token.range, sign: sign, word))
        case .close where at == 1: throw FilterError(.unopenedParenthesis, at: token.range)
        case .close, .or, .and:
            at -= 1
            throw FilterError(.expectedTerm(after: previous), at: token.range)
        }
    }

    private mutating func group(opened: FilterToken, depth: Int) throws(FilterError) -> Filter {
        let inner = try alternatives(depth: depth)
        guard at < tokens.count else { throw FilterError(.unclosedParenthesis, at: opened.range) }
        at += 1
        return inner
    }

    private mutating func counted(_ token: FilterToken, _ filter: Filter) throws(FilterError) -> Filter {
        terms += 1
        guard terms <= FilterParser.mostTerms else {
            throw FilterError(.tooManyTerms(limit: FilterParser.mostTerms), at: token.range)
        }
        return filter
    }

    /// The keyword or sign before the current token, for messages.
    private var previous: String? {
        guard at > 0, at <= tokens.count else { return nil }
        switch tokens[at - 1].kind {
        case .or: return "or"
        case .and: return "and"
        case .not: return "-"
        case .open: return "("
        case .close: return ")"
        case .bare, .field: return nil
        }
    }
}

extension Filter {
    /// Several filters as one: nested sums and products of the same sort are taken apart first.
    static func joined(_ parts: [Filter], isAny: Bool) -> Filter {
        var flat: [Filter] = []
        for part in parts {
            switch part {
            case .any(let inner) where isAny: flat += inner
            case .all(let inner) where !isAny: flat += inner
            default: flat.append(part)
            }
        }
        if flat.count == 1, let only = flat.first { return only }
        return isAny ? .any(flat) : .all(flat)
    }
}
