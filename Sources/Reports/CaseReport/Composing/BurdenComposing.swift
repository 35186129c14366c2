import Casework

extension CaseReport.Burden {
    /// Accused accounts by declared country and by channel, beside all accounts of the case.
    init(_ facts: ReportFacts) {
        let accused = facts.survey.accused.map(\.traits)
        countries = Self.rows(facts.survey.byCountry, accused.map { ($0.country, $0.probability) })
        channels = Self.rows(facts.survey.byChannel, accused.map { ($0.channel, $0.probability) })
        let expected = accused.reduce(0) { $0 + 1 - ($1.probability ?? 0) }
        statements = Self.words(accused.count, expected, facts, countries)
    }

    /// Only values that accused accounts have; most accused first, ties by bytes.
    private static func rows(
        _ all: [String?: Int], _ accused: [(value: String?, probability: Double?)]
    ) -> [Row] {
        var rows: [String?: Row] = [:]
        for one in accused {
            var row =
                rows[one.value]
                ?? Row(value: one.value, accounts: all[one.value] ?? 0, accused: 0, expectedInnocent: 0)
            row.accused += 1
            row.expectedInnocent += 1 - (one.probability ?? 0)
            rows[one.value] = row
        }
        return rows.values.sorted {
            $0.accused == $1.accused
                ? ($0.value ?? "").utf8.lexicographicallyPrecedes(($1.value ?? "").utf8)
                : $0.accused > $1.accused
        }
    }

    private static func words(
        _ accused: Int, _ expected: Double, _ facts: ReportFacts, _ countries: [Row]
    ) -> [CaseReport.Statement] {
        guard accused > 0 else { return [.init("No account is accused, so none is touched.")] }
        var statements = [
            CaseReport.Statement(
                "\(ReportFigures.counted(accused, "account is", "accounts are")) accused. By their own probabilities of membership \(ReportFigures.decimal(expected)) of them are expected not to belong; should a group not be a campaign at all, all of its accounts are innocent. The probabilities are not calibrated, so take these figures as a floor."
            )
        ]
        let all = max(1, facts.survey.total)
        let overall = Double(accused) / Double(all)
        let heavy = countries.filter {
            $0.value != nil && $0.accounts >= Self.leastAccounts
                && Double($0.accused) >= 2 * overall * Double($0.accounts)
        }
        let names = heavy.compactMap(\.value).joined(separator: ", ")
        statements.append(
            .init(
                heavy.isEmpty
                    ? "In no declared country with \(Self.leastAccounts) accounts or more is the share of accused accounts twice the share over the whole case (\(ReportFigures.percent(overall)))."
                    : "In \(names) the share of accused accounts is at least twice the share over the whole case (\(ReportFigures.percent(overall))). Country is no figure of the method; look whether innocent accounts there are touched more than elsewhere."
            ))
        return statements
    }

    /// With fewer, a share says nothing.
    private static let leastAccounts = 20
}
