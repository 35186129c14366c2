import Casework
import Reports

/// Accounts, violations, rules, frames, indicators and signals of the invented report.
extension ReportWorld {
    static func accounts(_ text: String) -> [AccountRow] {
        (0..<40).map { place in
            var row = AccountRow(accountId: AccountID("u-\(place)" + text), unlisted: place == 39)
            row.declaredCountry = ["DE", "SG", "BR"][place % 3]
            row.channel = place % 2 == 0 ? "api" : text
            if place < 4 {
                row.campaign = "C-01"
                row.probability = [0.998, 0.97, 0.91, 0.6][place]
            }
            return row
        }
    }

    static func violations(_ text: String) -> [ViolationRow] {
        (0..<2).map { place in
            var row = ViolationRow(
                accountId: AccountID("u-\(place)" + text), kind: .region, country: "XQ",
                basis: .addressCountry,
                words: "198.18.1.7 " + text)
            row.clause = "3.1"
            row.exchanges = 10
            row.firstAt = day(5)
            row.lastAt = day(6)
            row.campaign = "C-01"
            return row
        }
    }

    static func rule(_ text: String) -> RuleRow {
        var rule = CapabilityRule(name: "cot", origin: text)
        rule.capability = "chain_of_thought"
        rule.technique = "AML.T0024.002"
        return RuleRow(rule: rule, samples: 12, accounts: 4)
    }

    static func template(_ text: String) -> TemplateDetail {
        var detail = TemplateDetail(
            row: TemplateRow(
                id: "T-3fa9c1", samples: 12, accounts: 5, flagged: 4, slots: 1,
                frame: "Explain {1} step by step " + text))
        detail.slots = [
            .init(distinct: 9, examples: [.init(text: text, samples: 3)], shortestWords: 1, longestWords: 7)
        ]
        return detail
    }

    static func indicator(_ text: String) -> IndicatorRow {
        var row = IndicatorRow(
            id: "indicator--1", kind: .payment, value: ExactText(text),
            row: RowReference(source: 1, file: text, line: 3))
        row.partner = text
        row.accounts = 2
        return row
    }

    static func signal(_ kind: SignalFinding.Kind, _ text: String) -> SignalFinding {
        var signal = SignalFinding(
            kind: kind, value: 41, words: "3 members meet more often than their volumes explain")
        signal.expected = 2.5
        signal.pValue = 0.000_01
        signal.qValue = 0.000_4
        signal.innocent = "a class told to start"
        signal.accountsTotal = 3
        return signal
    }
}
