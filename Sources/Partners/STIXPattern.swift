import Casework

/// One comparison of a STIX pattern: `ipv4-addr:value = '192.0.2.7'`.
struct STIXComparison: Hashable {
    var path: String
    /// `=`, `IN` and `ISSUBSET`; the others cannot be looked up.
    var values: [String]
}

/// What of a STIX 2.1 pattern can be matched value by value.
///
/// Only comparisons joined by OR can: with AND, NOT or FOLLOWEDBY, a part alone would say more than the partner
/// did. STIX 2.1, part 9 (stix patterning).
enum STIXPattern {
    /// Longer patterns are not taken apart.
    static let longestBytes = 65_536

    /// Comparisons any of which makes the pattern true; nil for patterns that say more.
    static func alternatives(_ pattern: String) -> [STIXComparison]? {
        guard pattern.utf8.count <= longestBytes, let tokens = tokens(pattern) else { return nil }
        var comparisons: [STIXComparison] = []
        var place = 0
        while place < tokens.count {
            if tokens[place] == .sign("[") || tokens[place] == .sign("]") || tokens[place] == .sign("(")
                || tokens[place] == .sign(")") || tokens[place] == .word("OR")
            {
                place += 1
                continue
            }
            guard let comparison = comparison(tokens, &place) else { return nil }
            comparisons.append(comparison)
        }
        return comparisons.isEmpty ? nil : comparisons
    }

    private static func comparison(_ tokens: [Token], _ place: inout Int) -> STIXComparison? {
        guard place + 2 < tokens.count, case .word(let path) = tokens[place], path.contains(":") else {
            return nil
        }
        let operation = tokens[place + 1]
        place += 2
        if operation == .word("IN"), tokens[place] == .sign("(") {
            var values: [String] = []
            place += 1
            while place < tokens.count, tokens[place] != .sign(")") {
                if let value = tokens[place].value { values.append(value) }
                place += 1
            }
            return values.isEmpty ? nil : STIXComparison(path: path, values: values)
        }
        guard operation == .sign("=") || operation == .word("ISSUBSET"), let value = tokens[place].value
        else { return nil }
        place += 1
        return STIXComparison(path: path, values: [value])
    }

    enum Token: Equatable {
        /// A path, an operator word or a bare number.
        case word(String)
        case quoted(String)
        case sign(Character)

        var value: String? {
            switch self {
            case .quoted(let text): text
            case .word(let word): Int(word) != nil ? word : nil
            case .sign: nil
            }
        }
    }

    private static func tokens(_ pattern: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = Substring(pattern)
        while let first = rest.first {
            if first.isWhitespace {
                rest.removeFirst()
            } else if first == "'" {
                guard let text = quoted(&rest) else { return nil }
                tokens.append(.quoted(text))
            } else if "[]()=,<>!".contains(first) {
                rest.removeFirst()
                if first != "," { tokens.append(.sign(first)) }
            } else {
                tokens.append(.word(word(&rest)))
            }
        }
        return tokens
    }

    /// A text in quotes; `\'` and `\\` are the escapes.
    private static func quoted(_ rest: inout Substring) -> String? {
        var text = ""
        rest.removeFirst()
        while let next = rest.popFirst() {
            if next == "'" { return text }
            if next == "\\" {
                guard let escaped = rest.popFirst() else { return nil }
                text.append(escaped)
            } else {
                text.append(next)
            }
        }
        return nil
    }

    /// A path may hold quoted parts: `network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'`.
    private static func word(_ rest: inout Substring) -> String {
        var word = ""
        while let next = rest.first {
            if next == "'", word.hasSuffix(".") {
                guard let part = quoted(&rest) else { return word }
                word += part
                continue
            }
            if next.isWhitespace || "[]()=,<>!'".contains(next) { break }
            word.append(next)
            rest.removeFirst()
        }
        if word.isEmpty, let next = rest.popFirst() { word.append(next) }
        return word
    }
}
