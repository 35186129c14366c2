import Casework
import Testing

@testable import Intake

@Suite("CSV")
struct CSVReadingTests {
    private let row = "ac-1,2026-01-05T10:00:00Z"

    @Test("quotes, commas, doubled quotes and line ends inside quotes are read as RFC 4180 says")
    func quoting() throws {
        let text = "account_id,created_at,org_name\r\n\(row),\"a, \"\"b\"\"\r\nc\"\r\nac-2,1767607200,plain"
        let imported = try importing("accounts.csv", text)
        #expect(imported.sink.accounts.map { $0.organisation?.string } == ["a, \"b\"\r\nc", "plain"])
        #expect(imported.sink.accounts.map(\.position.line) == [2, 4])
        #expect(imported.reasons == [])
    }

    @Test("a byte order mark is skipped and counts for the offset")
    func byteOrderMark() throws {
        let imported = try importing("accounts.csv", "\u{FEFF}account_id,created_at\nac-1,never\n")
        #expect(imported.sink.rejects.map(\.position) == [RowPosition(line: 2, offset: 25)])
    }

    @Test("header names decide, not their order")
    func columnOrder() throws {
        let imported = try importing("accounts.csv", "plan,created_at,tier,account_id\nfree,1767607200,x,a\n")
        #expect(imported.sink.accounts.first?.plan == .free)
        #expect(imported.sink.accounts.first?.properties == [.init(name: "tier", value: "x")])
    }

    @Test("blank lines are skipped and numbered")
    func blankLines() throws {
        let imported = try importing("accounts.csv", "\naccount_id,created_at\n\r\n\n\(row)\n\nx\n")
        #expect(imported.sink.accounts.map(\.position.line) == [5])
        #expect(imported.lines == [7])
    }

    @Test("too few and too many fields are rejected")
    func fieldCount() throws {
        let imported = try importing("accounts.csv", "account_id,created_at\nac-1\n\(row),\n\(row)\n")
        #expect(imported.reasons == ["field_count", "field_count"])
        #expect(imported.sink.accounts.count == 1)
    }

    @Test("text after a closing quote is a bad quote, a stray quote inside a field is literal")
    func strayQuotes() throws {
        let text = "account_id,created_at,org_name\n\(row),\"a\"b\nac-2,1767607200,a\"b\n"
        let imported = try importing("accounts.csv", text)
        #expect(imported.reasons == ["bad_quote"])
        #expect(imported.sink.accounts.map { $0.organisation?.string } == ["a\"b"])
    }

    @Test("after an unterminated quote reading resumes on the line after the one where it opened")
    func unterminatedQuote() throws {
        let text = "account_id,created_at,org_name,plan\nac-1,1767607200,\"a\nb\",\"free\nac-2,1767607200,,\n"
        let imported = try importing("accounts.csv", text)
        #expect(imported.reasons == ["unterminated_quote"])
        #expect(imported.lines == [2])
        #expect(imported.sink.accounts.map(\.position.line) == [4])
        #expect(imported.sink.rejects.first?.raw == Array("ac-1,1767607200,\"a\nb\",\"free".utf8))
    }

    @Test("a quoted field of exactly 1 MiB is read, one of a byte more is unterminated", arguments: [0, 1])
    func longestQuotedField(excess: Int) throws {
        let name = String(repeating: "x", count: (1 << 20) + excess)
        let text = "account_id,created_at,org_name\nac-1,1767607200,\"\(name)\"\nac-2,1767607200,\n"
        let imported = try importing("accounts.csv", text)
        #expect(imported.reasons == (excess == 0 ? [] : ["unterminated_quote"]))
        #expect(imported.sink.accounts.last?.position.line == 3)
    }

    @Test(
        "a row over 16 MiB is too long, wherever its end is, and the next is read",
        arguments: [0, 1, 3 << 20])
    func longestRow(excess: Int) throws {
        let head = "ac-1,1767607200,"
        let name = String(repeating: "x", count: (16 << 20) - head.utf8.count + excess)
        let text = "account_id,created_at,org_name\n\(head)\(name)\nac-2,1767607200,\n"
        let imported = try importing("accounts.csv", text, chunkBytes: 1 << 20)
        #expect(imported.reasons == (excess == 0 ? [] : ["too_long"]))
        #expect(imported.sink.accounts.last?.position.line == 3)
        #expect(imported.sink.rejects.allSatisfy { $0.raw.count == 4096 })
    }

    @Test("a too long row of quoted fields ends where its last field ends")
    func longRowOfQuotedFields() throws {
        let field = "\"" + String(repeating: "y\n", count: 400_000) + "\""
        let fields = Array(repeating: field, count: 22).joined(separator: ",")
        let text = "account_id,created_at\nac-1,1767607200,\(fields)\nac-2,1767607200\n"
        let imported = try importing("accounts.csv", text, chunkBytes: 1 << 20)
        #expect(imported.reasons == ["too_long"])
        #expect(imported.sink.accounts.map(\.position.line) == [3 + 22 * 400_000])
    }

    @Test("a file without header, with a column twice or without a required one fails")
    func headers() throws {
        for text in [
            "", "\n\n", "account_id,plan\n", "account_id,created_at,x,x\n", "\"account_id,created_at\n",
        ] {
            let imported = try importing("accounts.csv", text)
            #expect(imported.status == .failed, "\(text)")
            #expect(imported.summary.exitCode == 1)
        }
    }

    @Test("a header alone is a table of no rows")
    func headerAlone() throws {
        let imported = try importing("payments.csv", "account_id,fingerprint")
        #expect(imported.status == .imported)
        #expect(imported.summary.totals.rows == 0)
    }
}
