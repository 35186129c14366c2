import Casework
import Testing

@Suite struct FilterErrorTests {
    @Test(
        "An error marks the spot and says what was expected",
        arguments: [
            ("contry:SG", 0..<6, "there is no field 'contry' here: did you mean declared_country?"),
            ("exchange>5", 0..<8, "there is no field 'exchange' here: did you mean exchanges?"),
            ("zzzzzz:5", 0..<6, "there is no field 'zzzzzz' here; to search for text with a colon, quote it"),
            (
                "exchanges>many", 10..<14,
                "exchanges is a number: expected one such as 1000, 2.5k or 3M, found 'many'"
            ),
            (
                "created_at<12.1.2026", 11..<20,
                "created_at is a time: expected 2026, 2026-01, 2026-01-12 or 2026-01-12T08:30:00Z, found '12.1.2026'"
            ),
            ("unlisted:maybe", 9..<14, "unlisted is true or false: expected one of them, found 'maybe'"),
            ("unlisted>1", 9..<10, "unlisted is true or false and has no order: expected unlisted:true"),
            ("status:", 7..<7, "expected a value after 'status:', with no space between them"),
            (
                "exchanges > 5", 10..<11,
                "expected a field before '>', with no space between them; quote it to search for it"
            ),
            ("a or", 4..<4, "expected a term after 'or'"),
            ("or a", 0..<2, "expected a term"),
            ("-", 1..<1, "expected a term after '-'"),
            ("()", 1..<2, "expected a term after '('"),
            ("(a", 0..<1, "a parenthesis is open: expected a closing )"),
            ("a )", 2..<3, "expected a term, found ) without a ( before it"),
            ("a \"bc", 2..<5, "a quote is open: expected a closing \""),
            ("exchanges:5..2", 10..<14, "the range of exchanges begins after its end"),
            (
                "exchanges:1*", 10..<12,
                "* and ? stand for any text only after 'exchanges:' of a text field; quote them otherwise"
            ),
            (
                "status:\"a*\"*", 7..<12,
                "a value has * or ? both inside and outside quotes: expected one of the two"
            ),
        ])
    func errors(_ text: String, _ range: Range<Int>, _ words: String) throws {
        let error = #expect(throws: FilterError.self) { try parse(text) }
        #expect(error?.utf8Range == range)
        #expect(error?.description == words)
    }

    @Test("The mark stands under the offending part, counted in characters")
    func mark() throws {
        let text = "é字 exchanges>many x"
        let error = try #require(throws: FilterError.self) { try parse(text) }
        #expect(error.characterRange(in: text) == 13..<17)
        #expect(error.marked(in: text) == "é字 exchanges>many x\n             ^^^^")
    }

    @Test("Neither the message nor the mark lets control characters out")
    func hostileText() throws {
        let text = "exchanges>\u{1B}[2J"
        let error = try #require(throws: FilterError.self) { try parse(text) }
        #expect(!error.description.contains("\u{1B}"))
        #expect(error.marked(in: text) == "exchanges>\\x1b[2J\n          ^^^^^^^")
    }

    @Test("A megabyte of text is refused, not read")
    func tooLong() throws {
        let error = try #require(throws: FilterError.self) {
            try parse(String(repeating: "a ", count: 500_000))
        }
        #expect(error.cause == .tooLong(limitBytes: FilterParser.longestBytes))
    }

    @Test("Nesting has a limit", arguments: ["(", "-", "-(", "not "])
    func tooDeep(_ opening: String) throws {
        let text = String(repeating: opening, count: 4000)
        let error = try #require(throws: FilterError.self) { try parse(text) }
        #expect(error.cause == .tooDeep(limit: FilterParser.deepest))
    }

    @Test("The number of terms has a limit")
    func tooManyTerms() throws {
        #expect(throws: Never.self) { try parse(String(repeating: "a ", count: FilterParser.mostTerms)) }
        let error = try #require(throws: FilterError.self) {
            try parse(String(repeating: "a ", count: FilterParser.mostTerms + 1))
        }
        #expect(error.cause == .tooManyTerms(limit: FilterParser.mostTerms))
    }
}
