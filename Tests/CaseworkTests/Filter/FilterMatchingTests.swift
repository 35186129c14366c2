import Casework
import Testing

@Suite struct FilterMatchingTests {
    private let row: [String: FieldValue] = [
        "account_id": .text("Acc-7"), "declared_country": .text("SG"), "campaign": .none, "status": .text(""),
        "exchanges": .number(1500), "probability": .none,
        "created_at": .time(Timestamp(rfc3339: "2026-01-12T23:59:59.500Z")!), "unlisted": .boolean(false),
        "flagged": .list(["campaign", "provider"]),
    ]

    private func passes(_ text: String) throws -> Bool {
        let all = fields + [FieldDescription("flagged", .text)]
        return try FilterParser.parse(text, fields: all).matches(row)
    }

    @Test(
        "Rows that meet the conditions pass",
        arguments: [
            "country:SG exchanges>1000 campaign:none", "account_id:acc-7", "account_id:ACC-*",
            "account_id:?cc-7",
            "exchanges:1500", "exchanges:1k..2k", "created_at:2026-01-12", "created_at<=2026-01-12",
            "unlisted:no",
            "status:none", "flagged:provider", "flagged:camp*", "probability:none", "cc-7", "SG or nothing",
            "-campaign:C-01", "-probability>0.5", "country>=SG", "-flagged:none", "provid", "",
        ])
    func passing(_ text: String) throws {
        #expect(try passes(text))
    }

    @Test(
        "Rows that do not are left out",
        arguments: [
            "country:S", "exchanges>1500", "created_at>2026-01-12", "unlisted:yes", "campaign:*",
            "probability<1",
            "probability>=0", "nothing", "flagged:none", "-account_id:*", "flagged:reviewer", "country>SG",
            "-country:SG", "status:*",
        ])
    func failing(_ text: String) throws {
        #expect(try !passes(text))
    }

    @Test("A question mark stands for one scalar, however many bytes it has")
    func questionMark() {
        #expect(TextMatch.matches("字x", pattern: "?x", isGlob: true))
        #expect(!TextMatch.matches("字x", pattern: "??x", isGlob: true))
    }

    @Test("Two spellings of one letter are two texts")
    func exactBytes() {
        #expect(!TextMatch.matches("\u{E9}", pattern: "e\u{301}", isGlob: false))
    }

    @Test("Globs agree with a plain recursive reading", arguments: 0..<729)
    func globOracle(number: Int) {
        let letters = Array("ab*")
        var rest = number
        let pattern = String(
            (0..<6).map { _ -> Character in
                defer { rest /= 3 }
                return letters[rest % 3]
            })
        for text in ["", "a", "ab", "aab", "abab", "bbaaba", "aaaaaa"] {
            let expected = plainGlob(Array(text), Array(pattern))
            #expect(
                TextMatch.matches(text, pattern: pattern, isGlob: true) == expected, "\(pattern) on \(text)")
        }
    }

    private func plainGlob(_ text: [Character], _ pattern: [Character]) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        let rest = Array(pattern.dropFirst())
        if first == "*" { return (0...text.count).contains { plainGlob(Array(text.dropFirst($0)), rest) } }
        return text.first == first && plainGlob(Array(text.dropFirst()), rest)
    }
}
