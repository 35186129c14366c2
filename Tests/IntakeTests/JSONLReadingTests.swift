import Casework
import Testing

@testable import Intake

@Suite("JSON Lines")
struct JSONLReadingTests {
    private func accounts(_ lines: String...) throws -> Imported {
        try importing("accounts.jsonl", lines.joined(separator: "\n"))
    }

    @Test("numbers keep their text and strings are unescaped")
    func values() throws {
        let imported = try accounts(
            #"{"account_id":7.0,"created_at":1767607200,"org_name":"a\n\u00e9\ud83d\ude00\"","tier":1e2}"#)
        let record = try #require(imported.sink.accounts.first)
        #expect(record.account == AccountID("7.0"))
        #expect(record.organisation == "a\n\u{e9}\u{1F600}\"")
        #expect(record.properties == [.init(name: "tier", value: "1e2")])
    }

    @Test("null and empty are no value, the last of equal keys wins")
    func emptyAndRepeated() throws {
        let imported = try accounts(
            #"{"account_id":"a","created_at":1767607200,"plan":"free","plan":null,"org_name":""}"#,
            #"{"account_id":"b","created_at":"x","created_at":1767607200}"#)
        #expect(imported.sink.accounts.map(\.plan) == [nil, nil])
        #expect(imported.sink.accounts.count == 2)
        #expect(imported.reasons == [])
    }

    @Test(
        "what is no JSON object is rejected as such",
        arguments: [
            "[1]", "\"t\"", "42", "null", "not json", #"{"a":1"#, #"{"a":1}x"#, #"{"a":01}"#, #"{"a":1,}"#,
            #"{"a":"\x"}"#, #"{"a":"\u12G4"}"#, "{\"a\":\"\u{01}\"}", #"{a:1}"#, #"{"a":.5}"#, #"{"a":tru}"#,
            "{",
        ])
    func garbage(line: String) throws {
        #expect(try accounts(line).reasons == ["not_an_object"])
    }

    @Test("nesting is bounded", arguments: ["[", "{\"a\":"])
    func nesting(opener: String) throws {
        let imported = try accounts(
            String(repeating: opener, count: 100_000), #"{"account_id":"a","created_at":1767607200}"#)
        #expect(imported.reasons == ["not_an_object"])
        #expect(imported.sink.accounts.count == 1)
    }

    @Test("nested values of unknown members are kept as JSON, in known scalars they are bad")
    func nestedValues() throws {
        let imported = try accounts(
            #"{"account_id":"a","created_at":1767607200,"extra":{"b":[1, "\""]},"plan":["free"]}"#,
            #"{"account_id":["a"],"created_at":1767607200}"#)
        #expect(
            imported.sink.accounts.first?.properties == [.init(name: "extra", value: #"{"b":[1, "\""]}"#)])
        #expect(imported.sink.faults.map(\.field) == ["plan"])
        #expect(imported.reasons == ["bad_account_id"])
    }

    @Test("half a surrogate pair is bad encoding in an id and a replacement mark in text")
    func loneSurrogates() throws {
        let imported = try accounts(
            #"{"account_id":"a\ud800","created_at":1767607200}"#,
            #"{"account_id":"b","created_at":1767607200,"org_name":"x\udc00y"}"#)
        #expect(imported.reasons == ["bad_encoding"])
        #expect(imported.sink.accounts.map(\.organisation) == ["x\u{FFFD}y"])
    }

    @Test("a line over 16 MiB is too long and the next is read")
    func longLine() throws {
        let long = #"{"account_id":""# + String(repeating: "x", count: 17 << 20) + #""}"#
        let imported = try accounts(long, #"{"account_id":"a","created_at":1767607200}"#)
        #expect(imported.reasons == ["too_long"])
        #expect(imported.sink.accounts.map(\.position.line) == [2])
    }

    @Test("more member names than a file may have fail it")
    func manyNames() throws {
        let members = (0...Limits.columns).map { "\"k\($0)\":1" }.joined(separator: ",")
        #expect(try accounts("{\(members)}").status == .failed)
    }

    @Test(
        "batches have all columns of the file, also those that come in a later one", arguments: [1, 2, 100])
    func sameColumnsInEveryBatch(batchRows: Int) throws {
        let lines = """
            [1]
            {"account_id":"a","at":1767607200}
            {"account_id":"b","at":1767607201,"client":"c","exchange_id":"x1"}
            {"account_id":"a","at":1767607202,"attr:device":"d","sample_id":"s"}
            """
        for name in ["exchanges.jsonl", "exchanges.jsonl.zst"] {
            let bytes = name.hasSuffix("zst") ? zstandard(lines) : Array(lines.utf8)
            let imported = try importing([name: bytes], chunkBytes: 8, batchRows: batchRows)
            #expect(
                imported.sink.exchanges().map(\.texts) == [
                    [:], ["client": "c", "exchange_id": "x1"], ["attr:device": "d", "sample_id": "s"],
                ])
        }
    }

    @Test("members of exchanges that come late are columns from then on")
    func lateColumns() throws {
        let imported = try importing(
            "exchanges.jsonl",
            """
            {"account_id":"a","at":1767607200}
            {"account_id":"b","at":1767607201,"client":"c","exchange_id":"x1","shelf":{"n":1}}
            {"account_id":"a","at":1767607202,"attr:device":"d\\u0031"}
            """)
        let rows = imported.sink.exchanges()
        #expect(rows.map(\.account) == ["a", "b", "a"])
        #expect(
            rows.map(\.texts) == [
                [:], ["client": "c", "exchange_id": "x1", "x:shelf": "{\"n\":1}"], ["attr:device": "d1"],
            ])
    }
}
