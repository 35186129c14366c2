/// Which column is the account.
struct AccountGuess {
    var best: ColumnLook?
    /// Columns that are about as likely: a person has to choose.
    var rivals: [ColumnLook] = []
    /// Less likely ones, for a comment.
    var others: [ColumnLook] = []

    private static let scores: [String: Int] = [
        "account_id": 100, "account": 96, "acct_id": 96, "acct": 94, "accountid": 96, "account_number": 90,
        "customer_id": 82, "user_id": 80, "userid": 80, "uid": 74, "remote_user": 78, "customer": 74,
        "user": 72,
        "tenant_id": 70, "member_id": 68, "subscriber_id": 68, "username": 66, "user_name": 66, "login": 62,
        "client_id": 60, "end_user": 60, "tenant": 60, "author_id": 60, "sender_id": 60, "org_id": 54,
        "organization_id": 54, "api_key_id": 54, "api_key": 52, "team_id": 46, "arn": 45, "email": 42,
        "contributor": 38, "author": 38, "sender": 38, "owner": 38,
    ]
    /// Within this of the best, names do not decide.
    private static let tie = 6

    init(_ columns: [ColumnLook], rows: Int) {
        let ranked = columns.map { (column: $0, score: AccountGuess.score($0, rows: rows)) }
            .filter { $0.score > 0 }
            .enumerated()
            .sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element)
        guard let first = ranked.first else { return }
        best = first.column
        for next in ranked.dropFirst() {
            if first.score - next.score <= AccountGuess.tie {
                rivals.append(next.column)
            } else if others.count < 3 {
                others.append(next.column)
            }
        }
    }

    private static func score(_ column: ColumnLook, rows: Int) -> Int {
        guard let base = scores[column.plainName], column.rows > 0, column.averageBytes <= 256 else {
            return 0
        }
        switch column.kind {
        case .token, .word, .email, .domain, .integer, .decimal, .text, .country, .epochSeconds: break
        default: return 0
        }
        let covered = base * column.rows / max(1, rows)
        // One value in all rows tells no accounts apart.
        return column.distinct == 1 && rows > 20 ? covered / 4 : covered
    }
}
