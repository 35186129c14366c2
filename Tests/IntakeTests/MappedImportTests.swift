import Casework
import Testing

@testable import Intake

@Suite("Importing with a map")
struct MappedImportTests {
    private static let calls = """
        form: csv
        outputs:
          - table: exchanges
            fields:
              account_id: who
              at: {from: t, do: [{date: epoch_seconds}]}
              exchange_id: id
              ip: {from: peer, do: [address]}
              "attr:device": dev
              region: area
          - table: attributes
            fields: {account_id: who, kind: {is: device}, value: dev, first_seen: {from: t, do: [{date: epoch_seconds}]}}

        """

    @Test("one file feeds exchanges and attributes in one pass")
    func twoTables() throws {
        let imported = try importing(
            "calls.txt",
            "t,who,id,peer,dev,area\n1767607200,ac-1,r1,192.0.2.1:99,d1,x\n1767607201.5,ac-2,r2,[2001:db8::1]:1,,\n",
            map: MappedImportTests.calls)
        let exchanges = imported.sink.exchanges()
        #expect(exchanges.map(\.account) == ["ac-1", "ac-2"])
        #expect(exchanges.map(\.at) == [1_767_607_200_000, 1_767_607_201_500])
        #expect(exchanges.map(\.address) == ["192.0.2.1", "2001:db8::1"])
        #expect(exchanges[0].texts == ["exchange_id": "r1", "attr:device": "d1", "x:region": "x"])
        #expect(exchanges.map(\.position.line) == [2, 3])
        #expect(imported.values == ["ac-1 device=d1"])
        #expect(imported.summary.files.first?.table == .exchanges)
        #expect(imported.summary.totals == totals(rows: 3, rejected: 0, faults: 0))
        #expect(imported.reason?.hasPrefix("read with the map test.map.yaml") == true)
    }

    @Test("rejects keep the foreign row and name the field of the format; faults name the column as well")
    func rejectsAndFaults() throws {
        let imported = try importing(
            "calls.csv",
            "t,who,id,peer,dev,area\nsoon,ac-1,r1,192.0.2.1:1,d1,x\n1767607200,ac-2,r2,nowhere:5,d2,x\n",
            map: MappedImportTests.calls)
        #expect(imported.reasons == ["bad_at"])
        #expect(imported.sink.rejects.first?.raw == Array("soon,ac-1,r1,192.0.2.1:1,d1,x".utf8))
        #expect(imported.sink.rejects.first?.position == RowPosition(line: 2, offset: 23))
        let fault = try #require(imported.sink.faults.first)
        #expect(fault.field == "ip")
        #expect(fault.raw == Array("nowhere:5".utf8))
        #expect(fault.note == "not an address (from peer)")
        #expect(
            imported.values == ["ac-2 device=d2"], "a row that the main table rejects gives nothing to others"
        )
    }

    @Test("a duplicate in the main table gives nothing to the others", arguments: [48, 1 << 16])
    func duplicates(chunkBytes: Int) throws {
        var text = "t,who,id,peer,dev,area\n"
        for row in 0..<60 { text += "1767607200,ac-\(row % 7),r\(row % 40),192.0.2.1,d\(row),x\n" }
        let imported = try importing(
            "calls.csv", text, map: MappedImportTests.calls, chunkBytes: chunkBytes, batchRows: 16)
        #expect(imported.summary.reasons == ["duplicate": 20])
        #expect(imported.sink.exchanges().count == 40)
        #expect(imported.values.count == 40)
    }

    @Test("a column that the header lacks fails the file, with the line of the map")
    func missingColumn() throws {
        let imported = try importing("calls.csv", "t,who,id,peer,dev\n", map: MappedImportTests.calls)
        #expect(imported.status == .failed)
        #expect(imported.reason == "the map test.map.yaml, line 10: the file has no column area")
        let none = try importing(
            "p.csv", "a,b\n1,2\n",
            map:
                "form: csv\noutputs:\n- table: payments\n  fields:\n    account_id: a\n    fingerprint: {first: [x, y]}"
        )
        #expect(
            none.reason?.contains("line 6: the file has no column any that fingerprint could come from")
                == true)
    }

    @Test("a member that no JSON row has is told at the end")
    func missingMember() throws {
        let imported = try importing(
            "x.jsonl", "{\"a\":\"ac-1\",\"p\":{\"fp\":\"f1\"}}\n",
            map:
                "form: jsonl\noutputs:\n- table: payments\n  fields: {account_id: a, fingerprint: p.fp, kind: k.l}"
        )
        #expect(imported.sink.holdings.map(\.value) == ["f1"])
        #expect(imported.reason == "read with the map test.map.yaml; never in it: k")
    }

    @Test("rows are chosen by the words of a column")
    func conditions() throws {
        func lines(_ condition: String) throws -> [String] {
            try importing(
                "x.csv", "a,s\nac-1,paid\nac-2,failed\nac-3,\n",
                map:
                    "form: csv\noutputs:\n- table: payments\n  when: \(condition)\n  fields: {account_id: a, fingerprint: a}"
            ).sink.holdings.map(\.account.string)
        }
        #expect(try lines("{from: s, in: [paid, done]}") == ["ac-1"])
        #expect(try lines("{from: s, not_in: [paid]}") == ["ac-2", "ac-3"])
        #expect(try lines("{from: s}") == ["ac-1", "ac-2"])
        #expect(try lines("{from: s, do: [upper], in: PAID}") == ["ac-1"])
    }

    @Test("CSV with other delimiters, without a header, and with names that repeat")
    func dialects() throws {
        let map = "outputs: [{table: payments, fields: {account_id: a, fingerprint: f}}]\n"
        let semicolon = try importing("x.csv", "a;f\nac-1;\"x;,y\"\n", map: map + "form: csv\ndelimiter: ;")
        #expect(semicolon.sink.holdings.map(\.value) == ["x;,y"])
        let tab = try importing("x.tsv", "a\tf\nac-1\tx,y\n", map: map + "form: csv\ndelimiter: tab")
        #expect(tab.sink.holdings.map(\.value) == ["x,y"])
        let bare = try importing("x.csv", "ac-1,x\n", map: map + "form: csv\ncolumns: [a, f]")
        #expect(bare.sink.holdings.map(\.position.line) == [1])
        let twice = try importing("x.csv", "a,f,f,,\nac-1,x,y,1,2\n", map: map + "form: csv")
        #expect(twice.sink.holdings.map(\.value) == ["x"])
    }

    @Test("JSON over several lines or in one array is read object by object", arguments: [24, 1 << 16])
    func jsonObjects(chunkBytes: Int) throws {
        let text =
            "[\n  {\"a\": \"ac-1\",\n   \"f\": \"x}\\\"\"},\n  {\"a\": \"ac-2\", \"f\": {\"g\": 1}}\n]\nrubbish\n{\"a\":\"ac-3\",\"f\":\"z\"} {\"a\":"
        let imported = try importing(
            "x.json", text,
            map: "form: json\noutputs: [{table: payments, fields: {account_id: a, fingerprint: f}}]",
            chunkBytes: chunkBytes)
        #expect(imported.sink.holdings.map(\.value) == ["x}\"", "z"])
        #expect(imported.sink.holdings.map(\.position.line) == [2, 7])
        #expect(imported.reasons.sorted() == ["bad_fingerprint", "not_an_object", "not_an_object"])
    }

    @Test("log lines are cut by spaces, quotes and brackets; others are rejected")
    func logs() throws {
        let imported = try importing(
            "x.log",
            "u1 [05/Jan/2026:10:00:00 +0000] \"GET /a \\\"b\\\"\" 200 extra\n- [x] \"y\" 1\nshort line\nu2 [open \"a\" 1\n",
            map:
                "form: log\ncolumns: [user, time, request, status, more?]\noutputs:\n- table: attributes\n  when: {from: user}\n  fields: {account_id: user, kind: {is: r}, value: request, first_seen: {from: time, do: [{date: clf}]}}"
        )
        #expect(imported.values == ["u1 r=GET /a \\\"b\\\""])
        #expect(imported.sink.holdings.first?.firstSeen == Timestamp(milliseconds: 1_767_607_200_000))
        #expect(imported.reasons == ["field_count", "field_count"])
        #expect(imported.lines == [3, 4])
        #expect(imported.reason?.contains("1 rows have nothing for its tables") == true)
    }

    @Test("log lines are cut by a pattern")
    func patterns() throws {
        let imported = try importing(
            "x.log", "t=5 user=u1 msg=\"a \\\" b\" rest\nt=5 msg=\"x\"\n",
            map:
                "form: log\nline: 't={} user={user} msg=\"{text}\"'\noutputs: [{table: attributes, fields: {account_id: user, kind: {is: m}, value: text}}]"
        )
        #expect(imported.values == ["u1 m=a \\\" b"])
        #expect(imported.reasons == ["field_count"])
    }

    @Test(
        "a step that cannot be done rejects a required field and leaves an optional one empty, with a fault")
    func unreadable() throws {
        let imported = try importing(
            "x.csv", "a,f,t\nac-1,x,31/02/2026\nac-2,y,05/01/2026\n",
            map:
                "form: csv\noutputs: [{table: payments, fields: {account_id: a, fingerprint: f, first_seen: {from: t, do: [{date: \"%d/%m/%Y\", zone: UTC}]}}}]"
        )
        #expect(imported.sink.holdings.map(\.firstSeen?.milliseconds) == [nil, 1_767_571_200_000])
        #expect(imported.sink.faults.map(\.note) == ["not a time in 2000 to 2100 (from t)"])
        #expect(imported.sink.faults.first?.raw == Array("31/02/2026".utf8))
    }

    @Test("a row whose values would take too much is rejected as too long")
    func amplification() throws {
        let rule = "{all: [" + Array(repeating: "v", count: 16).joined(separator: ",") + "]}"
        let nested = "{all: [" + Array(repeating: rule, count: 16).joined(separator: ",") + "]}"
        let imported = try importing(
            "x.csv", "a,v\nac-1," + String(repeating: "x", count: 600_000) + "\nac-2,y\n",
            map:
                "form: csv\noutputs: [{table: attributes, fields: {account_id: a, kind: {is: k}, value: \(nested)}}]",
            chunkBytes: 1 << 20)
        #expect(imported.reasons == ["too_long"])
        #expect(imported.sink.holdings.map(\.account.string) == ["ac-2"])
    }

    @Test("case.yaml names maps for files; its clock offset counts for their exchanges too")
    func folderMaps() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "case.yaml", "title: A\nclock_offset_seconds: 60\nmap: {\"c*.txt\": m.yaml, p.csv: stripe}\n")
        try folder.write("m.yaml", MappedImportTests.calls)
        try folder.write("calls.txt", "t,who,id,peer,dev,area\n1767607200,ac-1,r1,192.0.2.1,d1,x\n")
        try folder.write("p.csv", "id,Customer ID,Card Fingerprint\nch_1,ac-1,FP\n")
        let sink = RecordingSink()
        let summary = try EvidenceImport(sink: sink).run([folder.path])
        let outcomes = Dictionary(uniqueKeysWithValues: summary.files.map { ($0.file, $0) })
        #expect(outcomes["m.yaml"]?.status == .ignored)
        #expect(outcomes["m.yaml"]?.reason == "is a map, named in case.yaml")
        #expect(outcomes["calls.txt"]?.rows == 2)
        #expect(outcomes["p.csv"]?.table == .payments)
        #expect(outcomes["p.csv"]?.rows == 1)
        #expect(sink.exchanges().map(\.at) == [1_767_607_260_000])
    }

    @Test("a map in case.yaml that cannot be used fails its files alone")
    func brokenFolderMaps() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "case.yaml",
            "title: A\nmap:\n  a.csv: ../m.yaml\n  b.csv: gone.yaml\n  c.csv: bad.yaml\n  d.csv: {form: csv}\n  e.csv: alb\n"
        )
        try folder.write("bad.yaml", "form: csv\nwidth: 1\noutputs: []\n")
        for name in ["a", "b", "c", "d", "e"] { try folder.write(name + ".csv", "a\n") }
        try folder.write("accounts.csv", "account_id,created_at\nac-1,2026-01-01T00:00:00Z\n")
        let summary = try EvidenceImport(sink: DiscardingSink()).run([folder.path])
        let outcomes = Dictionary(uniqueKeysWithValues: summary.files.map { ($0.file, $0) })
        #expect(outcomes["accounts.csv"]?.status == .imported)
        #expect(outcomes["case.yaml"]?.status == .imported)
        #expect(outcomes["a.csv"]?.reason?.contains("line 3: a map is a file of the same folder") == true)
        #expect(outcomes["b.csv"]?.reason?.contains("gone.yaml cannot be read") == true)
        #expect(outcomes["c.csv"]?.reason?.contains("bad.yaml") == true)
        #expect(outcomes["d.csv"]?.reason?.contains("line 6") == true)
        #expect(outcomes["e.csv"]?.reason?.contains("still to be decided") == true)
        for name in ["a", "b", "c", "d", "e"] { #expect(outcomes[name + ".csv"]?.status == .failed) }
    }
}
