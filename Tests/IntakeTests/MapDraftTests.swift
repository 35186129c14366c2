import Casework
import Foundation
import Testing

@testable import Intake

@Suite("Drafting maps")
struct MapDraftTests {
    private func draft(_ name: String, _ text: String, _ answers: MapDraft.Answers = .init()) throws
        -> MapDraft
    {
        let folder = try TemporaryFolder()
        return try MapDraft.of(try folder.write(name, text), answers: answers)
    }

    /// Every draft has to be read back as it is.
    private func map(_ draft: MapDraft) throws -> EvidenceMap {
        try EvidenceMap.read(Array(draft.yaml.utf8), name: draft.file)
    }

    @Test(
        "values are told apart by how they look",
        arguments: [
            ("2026-01-05T10:00:00Z", .timeRFC3339), ("2026-01-05 10:00:00", .timeISO),
            ("05/Jan/2026:10:00:00 +0000", .timeCLF), ("05/01/2026 10:00", .timeSlashes),
            ("1767607200", .epochSeconds),
            ("1767607200.5", .epochSeconds), ("1767607200000", .epochMillis), ("42", .integer),
            ("0.5", .decimal),
            ("192.0.2.1", .address), ("2001:db8::1", .address), ("192.0.2.0/24", .range),
            ("a@b.example", .email),
            ("b.example", .domain), ("AQ", .country), ("curl/8.1.2", .userAgent),
            ("Mozilla/5.0 (X)", .userAgent),
            ("9f86d081884c7d65", .token), ("active", .word), ("Write me a poem", .text), ("{\"a\":1}", .json),
            ("TRUE", .boolean), ("", .empty),
        ] as [(String, ValueKind)])
    func kinds(text: String, kind: ValueKind) {
        let bytes = Array(text.utf8) + [0]
        bytes.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            #expect(ValueKind.of(Field(start: base, count: buffer.count - 1, shape: .text)) == kind)
        }
    }

    @Test("a clear log of calls is drafted without a doubt, and imports as it is")
    func clear() throws {
        var text = "request_id,account_id,timestamp,client_ip,model,prompt_tokens,completion_tokens\n"
        for row in 0..<50 {
            text += "req-\(row),ac-\(row % 5),2026-01-05T10:00:\(10 + row)Z,192.0.2.\(row),m,5,\(row)\n"
        }
        let draft = try draft("calls.csv", text)
        #expect(draft.tables == ["exchanges"])
        #expect(draft.unsure == [] && draft.ask == [])
        let imported = try importing("calls.csv", text, map: draft.yaml)
        let exchanges = imported.sink.exchanges()
        #expect(exchanges.count == 50)
        #expect(exchanges[7].texts["exchange_id"] == "req-7")
        #expect(exchanges[7].address == "192.0.2.7" && exchanges[7].output == 7)
        #expect(imported.summary.totals == totals(rows: 50, rejected: 0, faults: 0))
    }

    @Test("two columns that could be the account are asked about; the answer settles it")
    func twoAccounts() throws {
        let text = "user_id,customer_id,ts,ip\nu1,c1,1767607200,192.0.2.1\nu2,c1,1767607201,192.0.2.2\n"
        let asked = try draft("x.csv", text)
        #expect(asked.ask == ["which column is the account: customer_id or user_id?"])
        #expect(try map(asked).openQuestions.count == 1)
        #expect(asked.yaml.contains("#   account_id: user_id"))
        let answered = try draft("x.csv", text, .init(account: "user_id"))
        #expect(answered.ask == [])
        #expect(
            try importing("x.csv", text, map: answered.yaml).sink.exchanges().map(\.account) == ["u1", "u2"])
        #expect(throws: DraftError.noSuchColumn("nobody")) {
            try draft("x.csv", text, .init(account: "nobody"))
        }
    }

    @Test("a time without a zone is unsure; days and months that cannot be told apart are asked about")
    func times() throws {
        let naive = try draft("x.csv", "account_id,at\na,2026-01-05 10:00:00\n")
        #expect(naive.unsure.contains { $0.hasPrefix("at says no zone; UTC is taken") })
        let open = try draft("x.csv", "account_id,at\na,05/01/2026\n")
        #expect(open.ask.first?.hasPrefix("is at day first or month first?") == true)
        let shown = try draft("x.csv", "account_id,at\na,05/01/2026\nb,25/01/2026\n")
        #expect(shown.ask == [])
        #expect(shown.yaml.contains("%d/%m/%Y"))
        let american = try draft("x.csv", "account_id,at\na,05/01/2026 1:00 PM\nb,01/25/2026 2:30 AM\n")
        #expect(american.yaml.contains("%m/%d/%Y %I:%M %p"))
        let imported = try importing(
            "x.csv", "account_id,at\na,05/01/2026 1:00 PM\nb,01/25/2026 2:30 AM\n", map: american.yaml)
        #expect(imported.sink.exchanges().count == 2)
    }

    @Test("a list of accounts is drafted with its words in those of the format")
    func accounts() throws {
        let text =
            "customer_id,created_at,status,email,country,plan\nc1,2026-01-05T00:00:00Z,Enabled,A@x.example,AQ,pro\n"
            + "c2,2026-01-06T00:00:00Z,deleted,b@y.example,NO,free\n"
        let draft = try draft("customers.csv", text)
        #expect(draft.tables == ["accounts"])
        let records = try importing("customers.csv", text, map: draft.yaml).sink.accounts
        #expect(records.map(\.status) == [.active, .closed])
        #expect(records.map(\.plan) == [.paid, .free])
        #expect(records.map(\.emailDomain) == ["x.example", "y.example"])
        #expect(records.map(\.declaredCountry) == ["AQ", "NO"])
        #expect(records[0].emailHash?.string.count == 64)
    }

    @Test("ranges of addresses, payments and attributes are known by what they hold")
    func otherTables() throws {
        let ranges = "network,asn,as_name,country\n192.0.2.0/24,64500,Example,AQ\n"
        #expect(
            try importing("r.csv", ranges, map: try draft("r.csv", ranges).yaml).sink.ranges.map(\.asNumber)
                == [64500])
        let cards = "user,card_fingerprint,funding\nu1,fp1,credit\nu2,fp1,prepaid\n"
        let paid = try importing("c.csv", cards, map: try draft("c.csv", cards).yaml).sink.holdings
        #expect(paid.map(\.paymentKind) == [.card, .prepaid])
        let devices = "user;device_id\nu1;dev-11111\nu2;dev-11111\n"
        let held = try importing("d.csv", devices, map: try draft("d.csv", devices).yaml)
        #expect(held.values == ["u1 device=dev-11111", "u2 device=dev-11111"])
    }

    @Test("nested JSON is drafted by paths, chats by the user's messages")
    func nested() throws {
        let text = """
            {"meta":{"account":{"id.x":"a1"},"account_id":"ac-1"},"created":1767607200000,"messages":[{"role":"user","content":"Hi"}],"usage":{"input_tokens":3,"output_tokens":9},"model":"m"}
            {"meta":{"account":{"id.x":"a1"},"account_id":"ac-2"},"created":1767607300000,"messages":[{"role":"user","content":"Ho"}],"usage":{"input_tokens":3,"output_tokens":9},"model":"m"}
            """
        let draft = try draft("x.jsonl", text)
        #expect(draft.tables == ["exchanges", "samples"])
        #expect(draft.form == "jsonl")
        let imported = try importing("x.jsonl", text, map: draft.yaml)
        #expect(imported.sink.exchanges().map(\.account) == ["ac-1", "ac-2"])
        #expect(imported.sink.exchanges().map(\.output) == [9, 9])
        #expect(imported.sink.samples.map(\.prompt) == ["Hi", "Ho"])
    }

    @Test(
        "what no map reads is told with advice",
        arguments: [
            ("PAR1\u{15}", "duckdb"), ("PK\u{3}\u{4}x", "CSV"), ("SQLite format 3", "CSV"), ("", "is empty"),
            ("one\ntwo\n", "by hand"), ("a\u{0}b", "UTF-8"),
        ])
    func otherForms(text: String, words: String) {
        let error = #expect(throws: DraftError.self) { try draft("x", text) }
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }

    @Test("hostile names and values stay within comments and quotes")
    func hostile() throws {
        let text =
            "account_id,\"a\u{1B}[31m\"\"x: y\nz\",# odd,at\n\"ac\u{202E}-1\",{v: 1},*alias,2026-01-05T10:00:00Z\n"
            + "ac-2,\"- x\n- y\",&a,2026-01-05T10:00:00Z\n"
        let draft = try draft("evil: #\u{1B}.csv", text)
        let unsafe = draft.yaml.unicodeScalars.filter { SafeOutput.isUnsafe($0.value) && $0 != "\n" }
        #expect(unsafe.isEmpty)
        #expect(try map(draft).table == .exchanges)
        #expect(draft.columns.allSatisfy { column in column.examples.allSatisfy { $0.count <= 200 } })
        for name in ["a: b", "yes", "1", "", "q\"\\", "\u{7}", "é", "null", "- a", "*x", "a\u{FFFE}"] {
            let yaml =
                "form: csv\noutputs: [{table: attributes, fields: {account_id: a, kind: b, value: {is: \(YAMLQuoting.text(name))}}}]"
            guard
                case .constant(let text)? = try EvidenceMap.read(Array(yaml.utf8), name: "m").outputs[0]
                    .fields.last?.value.origin
            else {
                Issue.record("\(name) was not read back")
                continue
            }
            #expect(String(decoding: text, as: UTF8.self) == name)
        }
    }

    @Test("any bytes give a draft that reads back, or an error, and never a trap")
    func anyBytes() throws {
        let seed: UInt64 = 5
        var random = SeededRandom(seed)
        let folder = try TemporaryFolder()
        let letters = Array("ab1,;\t|\"{}[]:\n\n /.-@\\é".utf8)
        for round in 0..<150 {
            let text = (0..<Int(random.next() % 400)).map { _ in
                letters[Int(random.next() % UInt64(letters.count))]
            }
            let path = try folder.write("x\(round)", text)
            guard let draft = try? MapDraft.of(path) else { continue }
            #expect(throws: Never.self, "seed \(seed), round \(round)") { try map(draft) }
        }
    }
}

@Suite("Real data beside the package")
struct RealDataTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("../shared/real").standardizedFileURL.path

    private static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    @Test("coordinated shares become exchanges without editing", .enabled(if: isThere))
    func tweets() throws {
        let path = RealDataTests.folder + "/coordinated-tweets/russian_coord_tweets.csv.gz"
        let draft = try MapDraft.of(path)
        #expect(draft.tables == ["exchanges"] && draft.ask == [])
        #expect(draft.unsure.contains { $0.contains("object_id names what was asked for") })
        let sink = RecordingSink()
        let map = try EvidenceMap.read(Array(draft.yaml.utf8), name: "draft")
        let summary = try EvidenceImport(sink: sink).run([path], maps: [map])
        #expect(summary.totals == totals(rows: 35_125, rejected: 0, faults: 0))
        let exchanges = sink.exchanges()
        #expect(Set(exchanges.map(\.account)).count == 9_509)
        #expect(Set(exchanges.compactMap { $0.texts["prompt_key"] }).count == 7_285)
    }

    @Test("collected prompts become samples once a time is stated", .enabled(if: isThere))
    func prompts() throws {
        let path = RealDataTests.folder + "/prompts/prompts.csv"
        let asked = try MapDraft.of(path)
        #expect(asked.tables == ["samples"])
        #expect(asked.ask.first?.hasPrefix("a time for all rows") == true)
        #expect(asked.unsure.contains { $0.contains("contributor holds several names") })
        let draft = try MapDraft.of(path, answers: .init(at: "2026-01-01T00:00:00Z"))
        let sink = RecordingSink()
        let map = try EvidenceMap.read(Array(draft.yaml.utf8), name: "draft")
        let summary = try EvidenceImport(sink: sink).run([path], maps: [map])
        #expect(summary.totals == totals(rows: 847, rejected: 0, faults: 0))
        #expect(sink.samples[1].account.string == "f")
        #expect(sink.samples[1].prompt.hasPrefix("I want you to act as a linux terminal"))
    }
}
