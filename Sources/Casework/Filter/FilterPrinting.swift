extension Filter: CustomStringConvertible {
    /// The filter as text that `FilterParser` reads back to the same tree.
    ///
    /// A tree that the parser would not make comes back in its flat form, with the same meaning.
    public var description: String {
        switch self {
        case .everything: ""
        case .any(let parts) where parts.count > 1:
            parts.map { $0.printed(inside: .any) }.joined(separator: " or ")
        case .all(let parts) where parts.count > 1:
            parts.map { $0.printed(inside: .all) }.joined(separator: " ")
        default: printed(inside: .not)
        }
    }

    private enum Surrounding { case any, all, not }

    private func printed(inside surrounding: Surrounding) -> String {
        switch self {
        case .everything: return "*"
        case .all(let parts), .any(let parts):
            if parts.isEmpty { return isAll ? "*" : "-*" }
            if parts.count == 1 { return parts[0].printed(inside: surrounding) }
            let isBare = surrounding == .any && isAll
            return isBare ? description : "(" + description + ")"
        case .not(let inner): return "-" + inner.printed(inside: .not)
        case .contains(let text): return FilterText.bareWord(text)
        case .field(let name, let condition): return name + condition.printed
        }
    }

    private var isAll: Bool {
        if case .all = self { return true }
        return false
    }
}

extension Filter.Condition {
    /// Operator and value.
    fileprivate var printed: String {
        switch self {
        case .isEmpty: ":none"
        case .matches(let pattern, let isGlob):
            ":" + (isGlob ? FilterText.glob(pattern) : FilterText.value(pattern))
        case .compare(let comparison, let value):
            comparison.rawValue
                + FilterText.operand(value, isEnd: comparison == .greater || comparison == .atMost)
        case .between(let low, let high): ":" + range(low, high)
        }
    }

    private func range(_ low: FilterValue, _ high: FilterValue) -> String {
        let ends = (FilterText.operand(low, isEnd: false), FilterText.operand(high, isEnd: true))
        if case .text = low { return ends.0 + ".." + ends.1 }
        return ends.0 == ends.1 ? ends.0 : ends.0 + ".." + ends.1
    }
}

/// Words of a filter, quoted where they have to be.
enum FilterText {
    static func operand(_ value: FilterValue, isEnd: Bool) -> String {
        switch value {
        case .number(let number): FilterOperand.text(number)
        case .time(let time): FilterOperand.text(time, isEnd: isEnd)
        case .text(let text): self.value(text)
        }
    }

    /// A value after an operator.
    static func value(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let lowered = text.lowercased()
        let isPlain =
            !bytes.isEmpty && bytes.allSatisfy { isPlainByte($0) } && bytes.first != UInt8(ascii: "=")
            && !hasRange(bytes) && bytes.last != UInt8(ascii: ".") && bytes.first != UInt8(ascii: ".")
            && lowered != "none" && lowered != "null"
        return isPlain ? text : quoted(text)
    }

    /// A word that stands alone.
    static func bareWord(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let isSimple = bytes.allSatisfy { FilterSyntax.isNameByte($0) || $0 >= 0x80 }
        let isKeyword = ["or", "and", "not"].contains(text.lowercased())
        return !bytes.isEmpty && isSimple && !isKeyword ? text : quoted(text)
    }

    /// A pattern: `*` and `?` bare, the rest quoted where it has to be.
    static func glob(_ pattern: String) -> String {
        guard !pattern.isEmpty else { return quoted(pattern) }
        var printed = ""
        for run in runs(pattern) {
            let isGlob = run.utf8.first.map(FilterSyntax.isGlob) ?? false
            printed += isGlob ? String(run) : value(String(run))
        }
        return printed
    }

    private static func runs(_ pattern: String) -> [Substring] {
        var runs: [Substring] = []
        var rest = pattern[...]
        while let first = rest.utf8.first {
            let isGlob = FilterSyntax.isGlob(first)
            let run = rest.utf8.prefix { FilterSyntax.isGlob($0) == isGlob }
            runs.append(Substring(run))
            rest = rest[run.endIndex...]
        }
        return runs
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = [FilterSyntax.quote]
        for byte in text.utf8 {
            if FilterSyntax.isEscaped(byte) { bytes.append(FilterSyntax.backslash) }
            bytes.append(byte)
        }
        bytes.append(FilterSyntax.quote)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isPlainByte(_ byte: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && byte != FilterSyntax.quote && !FilterSyntax.isGlob(byte)
            && !FilterSyntax.endsWord(byte)
    }

    private static func hasRange(_ bytes: [UInt8]) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { $0 == UInt8(ascii: ".") && $1 == UInt8(ascii: ".") }
    }
}
