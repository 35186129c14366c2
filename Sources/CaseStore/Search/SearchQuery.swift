/// What somebody looks for, as a query that FTS5 cannot misread.
///
/// Words are found all together, in any order and either field; `"words in quotes"` stand side by side; a `*`
/// behind a word or phrase lets its last word go on. Everything else is data: no operator of FTS5 gets through,
/// since each part is handed over as a string with its quotes taken out.
struct SearchQuery: Hashable {
    /// For `MATCH`; empty when there is nothing to look for.
    let match: String
    /// Parts without a letter or digit: they are in no index, and nothing is looked for in their place.
    let ignored: [String]

    /// - Throws: `SearchError.tooManyWords`.
    init(_ text: String) throws {
        var terms: [String] = []
        var ignored: [String] = []
        for part in SearchQuery.parts(text) {
            let words = SearchText.prepared(part.text.replacing("\"", with: " "))
            if SearchText.holdsWord(words) {
                terms.append("\"\(words)\"" + (part.isPrefix ? " *" : ""))
            } else {
                ignored.append(part.text)
            }
        }
        guard terms.count <= SearchQuery.mostParts else {
            throw SearchError.tooManyWords(limit: SearchQuery.mostParts)
        }
        match = terms.joined(separator: " AND ")
        self.ignored = ignored
    }

    private struct Part {
        var text: String
        var isPrefix = false
    }

    /// Words and quoted phrases; a quote that is never closed reaches to the end.
    private static func parts(_ text: String) -> [Part] {
        var parts: [Part] = []
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first {
            if first.properties.isWhitespace {
                scalars = scalars.dropFirst()
                continue
            }
            let isQuoted = first == "\""
            if isQuoted { scalars = scalars.dropFirst() }
            let body = scalars.prefix { isQuoted ? $0 != "\"" : !$0.properties.isWhitespace && $0 != "\"" }
            scalars = scalars.dropFirst(body.count)
            if isQuoted { scalars = scalars.dropFirst() }
            var part = Part(text: String(String.UnicodeScalarView(body)))
            if isQuoted, scalars.first == "*" {
                part.isPrefix = true
                scalars = scalars.dropFirst()
            } else if !isQuoted, part.text.unicodeScalars.last == "*" {
                part = Part(text: String(part.text.unicodeScalars.dropLast()), isPrefix: true)
            }
            if !part.text.isEmpty { parts.append(part) }
        }
        return parts
    }

    /// FTS5 nests what it joins; nobody types as many.
    private static let mostParts = 64
}

/// Why a search gave no answer. The wording is in `description`, nowhere else.
public enum SearchError: Error, Hashable, Sendable {
    case tooManyWords(limit: Int)
    /// Somebody else makes the index just now.
    case busy(path: String)
    case cannotWrite(path: String, reason: String)
    case cancelled
    /// The index does not cover the case: call `ensure` first.
    case stale
}

extension SearchError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooManyWords(let limit): "a search takes at most \(limit) words"
        case .busy(let path): "another process is making \(path); try again when it is done"
        case .cannotWrite(let path, let reason):
            "cannot write the search index \(path): \(reason); without it, lists look through all texts"
        case .cancelled: "the index was not finished; it goes on from where it stopped next time"
        case .stale: "the search index does not cover all samples yet"
        }
    }
}
