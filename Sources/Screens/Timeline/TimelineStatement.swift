import Casework

/// What Enter on a bucket of a timeline asks of the case.
enum TimelineStatement {
    /// Of an account its exchanges in those hours since 1970; of a group or the whole case who was active in them.
    static func active(_ whose: TimelineSubject, hours: Range<Int>) -> String {
        let within = "hour >= \(hours.lowerBound) AND hour < \(hours.upperBound)"
        let counted = "account_id, count(*) AS exchanges, min(time) AS first, max(time) AS last"
        switch whose {
        case .account(let id):
            return """
                SELECT time, model, surface, client, ip, input_tokens, output_tokens, prompt_key, source, line \
                FROM exchange WHERE account_id = \(literal(id.string)) AND \(within) ORDER BY at
                """
        case .group(let id):
            return """
                SELECT \(counted) FROM exchange WHERE account IN \
                (SELECT account FROM member WHERE group_id = \(literal(id))) AND \(within) \
                GROUP BY account_id ORDER BY exchanges DESC, account_id
                """
        case .wholeCase:
            return """
                SELECT \(counted) FROM exchange WHERE \(within) \
                GROUP BY account_id ORDER BY exchanges DESC, account_id
                """
        }
    }

    /// A text as SQL writes it: nothing in it can end it but a quote, which is doubled.
    static func literal(_ text: String) -> String {
        var literal = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { literal += "'" }
            literal.unicodeScalars.append(scalar)
        }
        return literal + "'"
    }
}
