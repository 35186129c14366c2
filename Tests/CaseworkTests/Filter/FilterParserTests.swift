import Casework
import TestSupport
import Testing

@Suite struct FilterParserTests {
    @Test("The example of the manual means three conditions at once")
    func example() throws {
        let expected = Filter.all([
            .field("declared_country", .matches(pattern: "SG", isGlob: false)),
            .field("exchanges", .compare(.greater, .number(1000))), .field("campaign", .isEmpty),
        ])
        #expect(try parse("country:SG exchanges>1000 campaign:none") == expected)
    }

    @Test("Blank text is everything", arguments: ["", "  \t\n"])
    func blank(_ text: String) throws {
        #expect(try parse(text) == .everything)
    }

    @Test("Terms side by side bind stronger than or, parentheses stronger still")
    func precedence() throws {
        let (a, b, c) = (Filter.contains("a"), Filter.contains("b"), Filter.contains("c"))
        #expect(try parse("a or b c") == .any([a, .all([b, c])]))
        #expect(try parse("(a or b) c") == .all([.any([a, b]), c]))
        #expect(try parse("a OR b or c") == .any([a, b, c]))
        #expect(try parse("a and (b c)") == .all([a, b, c]))
    }

    @Test(
        "A dash, an exclamation mark, the words not and -not negate once",
        arguments: ["-a", "!a", "not a", "-not a", "!not a", "NOT a"])
    func negation(_ text: String) throws {
        #expect(try parse(text) == .not(.contains("a")))
    }

    @Test("A word that begins with not is a word")
    func notAsPrefix() throws {
        #expect(try parse("-nothing") == .not(.contains("nothing")))
        #expect(try parse("-not_banned") == .not(.contains("not_banned")))
    }

    @Test("A negation reaches over a group")
    func negatedGroup() throws {
        #expect(try parse("-(a or b)") == .not(.any([.contains("a"), .contains("b")])))
    }

    @Test(
        "Numbers may have a suffix",
        arguments: [("1k", 1e3), ("2.5M", 2.5e6), ("3G", 3e9), ("90%", 0.9), ("1e6", 1e6), ("-2", -2)])
    func numbers(_ text: String, _ value: Double) throws {
        #expect(try parse("exchanges>=" + text) == .field("exchanges", .compare(.atLeast, .number(value))))
    }

    @Test("Equality of a number is a range of one value")
    func numberEquality() throws {
        #expect(try parse("exchanges:1k") == .field("exchanges", .between(.number(1000), .number(1000))))
        #expect(try parse("exchanges=5") == .field("exchanges", .between(.number(5), .number(5))))
        #expect(try parse("exchanges!=5") == .not(.field("exchanges", .between(.number(5), .number(5)))))
    }

    @Test("A range includes both ends and may lack one")
    func ranges() throws {
        #expect(try parse("exchanges:1..2k") == .field("exchanges", .between(.number(1), .number(2000))))
        #expect(try parse("exchanges:10..") == .field("exchanges", .compare(.atLeast, .number(10))))
        #expect(try parse("exchanges:..10") == .field("exchanges", .compare(.atMost, .number(10))))
        #expect(try parse("status:a..c") == .field("status", .between(.text("a"), .text("c"))))
    }

    @Test("A day is all of its milliseconds")
    func days() throws {
        let first = time("2026-01-12T00:00:00Z")
        let last = time("2026-01-12T23:59:59.999Z")
        #expect(try parse("created_at:2026-01-12") == .field("created_at", .between(first, last)))
        #expect(try parse("created_at>2026-01-12") == .field("created_at", .compare(.greater, last)))
        #expect(try parse("created_at>=2026-01-12") == .field("created_at", .compare(.atLeast, first)))
        #expect(try parse("created_at<2026-01-12") == .field("created_at", .compare(.less, first)))
        #expect(try parse("created_at<=2026-01-12") == .field("created_at", .compare(.atMost, last)))
    }

    @Test("A month and a year are periods, an RFC 3339 time is a moment")
    func periods() throws {
        let month = Filter.Condition.between(time("2025-12-01T00:00:00Z"), time("2025-12-31T23:59:59.999Z"))
        let year = Filter.Condition.between(time("2026-01-01T00:00:00Z"), time("2026-12-31T23:59:59.999Z"))
        let moment = time("2026-01-12T06:30:00Z")
        #expect(try parse("created_at:2025-12") == .field("created_at", month))
        #expect(try parse("created_at:2026") == .field("created_at", year))
        #expect(
            try parse("last_at>2026-01-12T08:30:00+02:00") == .field("last_at", .compare(.greater, moment)))
    }

    @Test("Stars and question marks outside quotes make a glob")
    func globs() throws {
        #expect(
            try parse("account_id:acc-*") == .field("account_id", .matches(pattern: "acc-*", isGlob: true)))
        #expect(
            try parse("account_id:\"acc-*\"")
                == .field("account_id", .matches(pattern: "acc-*", isGlob: false)))
        #expect(
            try parse("account_id:\"a b\"*") == .field("account_id", .matches(pattern: "a b*", isGlob: true)))
    }

    @Test("Quotes take away every meaning and may hold quotes")
    func quotes() throws {
        #expect(try parse("\"or\"") == .contains("or"))
        #expect(try parse("\"-a (b) c:d\"") == .contains("-a (b) c:d"))
        #expect(try parse(#""say \"hi\" \\ \n""#) == .contains(#"say "hi" \ \n"#))
        #expect(try parse("status:\"none\"") == .field("status", .matches(pattern: "none", isGlob: false)))
        #expect(try parse("status:\"\"") == .field("status", .isEmpty))
    }

    @Test("Stars around a bare word say nothing new")
    func starsAroundWord() throws {
        #expect(try parse("*job*") == .contains("job"))
        #expect(try parse("*") == .everything)
    }

    @Test(
        "True and false have several spellings",
        arguments: [("yes", "true"), ("1", "true"), ("No", "false"), ("FALSE", "false")])
    func booleans(_ text: String, _ canonical: String) throws {
        #expect(
            try parse("unlisted:" + text) == .field("unlisted", .matches(pattern: canonical, isGlob: false)))
    }

    @Test("Field names are read in either case and by their unique end")
    func fieldNames() throws {
        #expect(try parse("Exchanges>1") == .field("exchanges", .compare(.greater, .number(1))))
        #expect(try parse("ID:x") == .field("account_id", .matches(pattern: "x", isGlob: false)))
        #expect(throws: FilterError.self) { try parse("at>2026") }
    }

    @Test("A text that only looks like a field is text when it begins with a digit")
    func addresses() throws {
        #expect(try parse("2001:db8::1") == .contains("2001:db8::1"))
    }
}
