import Casework

/// Sums the violations of single accounts by clause, country and basis.
enum ViolationTally {
    private struct Key: Hashable {
        var kind: TermKind
        var clause: String
        var country: String
        var basis: AccessViolation.Basis
    }

    static func summed(_ rows: [ViolationRow]) -> [CaseReport.Violation] {
        var order: [Key] = []
        var groups: [Key: [ViolationRow]] = [:]
        for row in rows {
            let key = Key(kind: row.kind, clause: row.clause ?? "", country: row.country, basis: row.basis)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        }
        return order.compactMap { groups[$0].flatMap(sum) }
            .sorted {
                ($1.accounts, $0.country, $0.basis.rawValue) < ($0.accounts, $1.country, $1.basis.rawValue)
            }
    }

    private static func sum(_ rows: [ViolationRow]) -> CaseReport.Violation? {
        guard let first = rows.first else { return nil }
        return CaseReport.Violation(
            kind: first.kind, clause: first.clause, country: first.country, basis: first.basis,
            accounts: Set(rows.map(\.accountId)).count, exchanges: rows.reduce(0) { $0 + $1.exchanges },
            firstAt: rows.compactMap(\.firstAt).min(), lastAt: rows.compactMap(\.lastAt).max(),
            example: first.words)
    }
}
