/// Turns one term of a filter into its condition, by the type of its field.
struct FilterTermReader: Sendable {
    let fields: [FieldDescription]

    func bare(_ word: FilterWord) -> Filter {
        guard !word.hasQuotes else { return .contains(word.text) }
        let star = UInt8(ascii: "*")
        let isStar = { (byte: UInt8) in byte == star }
        let inner = word.bytes.drop(while: isStar).reversed().drop(while: isStar).reversed()
        // `*` alone asks for nothing; `*word*` says what a bare word means anyway.
        return inner.isEmpty ? .everything : .contains(String(decoding: Array(inner), as: UTF8.self))
    }

    func term(
        _ name: String, at range: Range<Int>, sign: String, _ word: FilterWord
    ) throws(FilterError) -> Filter {
        guard let field = field(named: name) else {
            let nearest = NearestName.of(name, among: fields.map(\.name))
            throw FilterError(.unknownField(name, nearest: nearest), at: range)
        }
        if let comparison = Filter.Comparison(rawValue: sign) {
            return .field(field.name, try compare(field, comparison, word))
        }
        let condition = Filter.field(field.name, try equal(field, word))
        return sign == "!=" ? .not(condition) : condition
    }

    /// The field of that name, or the only one whose name ends in it.
    private func field(named name: String) -> FieldDescription? {
        let wanted = name.utf8.map(FilterSyntax.lowercased)
        if let exact = fields.first(where: { $0.name.utf8.map(FilterSyntax.lowercased) == wanted }) {
            return exact
        }
        let ending = [UInt8(ascii: "_")] + wanted
        let tails = fields.filter {
            $0.name.utf8.map(FilterSyntax.lowercased).suffix(ending.count) == ending[...]
        }
        return tails.count == 1 ? tails.first : nil
    }

    private func equal(_ field: FieldDescription, _ word: FilterWord) throws(FilterError) -> Filter.Condition
    {
        if word.bytes.isEmpty || word.isKeyword("none") || word.isKeyword("null") { return .isEmpty }
        if field.type != .boolean, let (low, high) = word.splitAtRange() {
            return try range(field, low, high, word)
        }
        switch field.type {
        case .text: return try pattern(word)
        case .boolean: return .matches(pattern: try boolean(field, word), isGlob: false)
        case .number, .time:
            let operand = try operand(field, word)
            return .between(operand.low, operand.high)
        }
    }

    private func pattern(_ word: FilterWord) throws(FilterError) -> Filter.Condition {
        guard !(word.hasGlob && word.hasQuotedGlob) else {
            throw FilterError(.globPartlyQuoted, at: word.range)
        }
        return .matches(pattern: word.text, isGlob: word.hasGlob)
    }

    private func boolean(_ field: FieldDescription, _ word: FilterWord) throws(FilterError) -> String {
        switch word.text.lowercased() {
        case "true", "yes", "1": return "true"
        case "false", "no", "0": return "false"
        default: throw FilterError(.expectedBoolean(field: field.name, found: word.text), at: word.range)
        }
    }

    private func compare(
        _ field: FieldDescription, _ comparison: Filter.Comparison, _ word: FilterWord
    ) throws(FilterError) -> Filter.Condition {
        guard field.type != .boolean else { throw FilterError(.noOrder(field: field.name), at: word.range) }
        let operand = try operand(field, word)
        switch comparison {
        case .greater, .atMost: return .compare(comparison, operand.high)
        case .less, .atLeast: return .compare(comparison, operand.low)
        }
    }

    private func range(
        _ field: FieldDescription, _ low: FilterWord, _ high: FilterWord, _ word: FilterWord
    ) throws(FilterError) -> Filter.Condition {
        guard !low.bytes.isEmpty || !high.bytes.isEmpty else {
            throw FilterError(.expectedValue(field: field.name, operator: ":.."), at: word.range)
        }
        if high.bytes.isEmpty { return .compare(.atLeast, try operand(field, low).low) }
        if low.bytes.isEmpty { return .compare(.atMost, try operand(field, high).high) }
        let ends = (try operand(field, low).low, try operand(field, high).high)
        guard !FilterOrder.precedes(ends.1, ends.0) else {
            throw FilterError(.reversedRange(field: field.name), at: word.range)
        }
        return .between(ends.0, ends.1)
    }

    /// What the word covers: a day is the time from its first to its last millisecond, a number is itself.
    private func operand(
        _ field: FieldDescription, _ word: FilterWord
    ) throws(FilterError) -> (low: FilterValue, high: FilterValue) {
        guard !word.hasGlob else { throw FilterError(.globOutOfPlace(field: field.name), at: word.range) }
        switch field.type {
        case .number:
            if let number = FilterOperand.number(word.text) { return (.number(number), .number(number)) }
            throw FilterError(.expectedNumber(field: field.name, found: word.text), at: word.range)
        case .time:
            if let period = FilterOperand.period(word.text) {
                return (.time(period.first), .time(period.last))
            }
            throw FilterError(.expectedTime(field: field.name, found: word.text), at: word.range)
        case .text, .boolean: return (.text(word.text), .text(word.text))
        }
    }
}
