import Casework

/// Stretches of a text as a JSON column: `[[offset,length],…]`.
enum SpanColumn {
    static func write(_ spans: [TextSpan], to json: inout JSONBytes) {
        json.list(spans) { json, span in
            json.mark("[")
            json.number(span.offset)
            json.mark(",")
            json.number(span.length)
            json.mark("]")
        }
    }

    static func read(_ text: String) throws -> [TextSpan] {
        try JSONColumn.decode(text, as: [[Int32]].self).map {
            TextSpan(offset: $0.first ?? 0, length: $0.count > 1 ? $0[1] : 0)
        }
    }
}
