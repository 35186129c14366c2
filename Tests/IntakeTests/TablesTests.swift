import Casework
import Testing

@testable import Intake

@Suite("Tables")
struct TablesTests {
    @Test("the first bad required field in the table's order is the reason")
    func precedence() throws {
        let text = "at,kind,name\nnever,party,\n2026-01-10T00:00:00Z,party,\n2026-01-10T00:00:00Z,other,\n"
        #expect(try importing("events.csv", text).reasons == ["bad_at", "bad_kind", "bad_name"])
    }

    @Test("bad optional fields are faults, and the faults of a rejected row do not count")
    func faults() throws {
        let text = """
            account_id,fingerprint,kind,uses,issuer_country,first_seen
            a,f,iou,-1,us,soon
            a,,iou,few,US,
            """
        let imported = try importing("payments.csv", text)
        #expect(imported.sink.faults.map(\.field) == ["kind", "issuer_country", "first_seen", "uses"])
        #expect(
            imported.sink.faults.map { String(decoding: $0.raw, as: UTF8.self) } == [
                "iou", "us", "soon", "-1",
            ])
        #expect(imported.reasons == ["bad_fingerprint"])
        #expect(imported.summary.totals == totals(rows: 1, rejected: 1, faults: 4))
    }

    @Test("the first row of an account stands, an equal one is ignored, a differing one is a duplicate")
    func duplicateAccounts() throws {
        let text = """
            account_id,created_at,status,tier,closed_at
            a,1767607200,active,x,
            a,2026-01-05T10:00:00Z,active,x,
            a,1767607200,active,y,
            a,1767607200,active,x,bad
            A,1767607200,active,x,
            """
        let imported = try importing("accounts.csv", text)
        #expect(imported.sink.accounts.map(\.position.line) == [2, 6])
        #expect(imported.reasons == ["duplicate"])
        #expect(imported.lines == [4])
        #expect(imported.summary.totals == totals(rows: 2, rejected: 1, faults: 0))
    }

    @Test("what stands in another column is another content")
    func contentsOfColumns() {
        var hashes: Set<ContentHash> = []
        var content = AccountContent()
        let base = AccountRecord(
            position: RowPosition(line: 1, offset: 0), account: AccountID("a"), createdAt: .earliest)
        for change in [
            { _ in }, { $0.channel = "x" }, { $0.declaredCountry = "x" }, { $0.emailHash = "x" },
            { $0.organisation = "x" }, { $0.organisation = "" }, { $0.closedAt = .earliest },
            { $0.properties = [.init(name: "x", value: "")] },
            { $0.properties = [.init(name: "", value: "x")] },
        ] as [(inout AccountRecord) -> Void] {
            var record = base
            change(&record)
            hashes.insert(content.hash(record))
        }
        #expect(hashes.count == 9)
    }

    @Test("two spellings of one glyph are two accounts")
    func exactIDs() throws {
        let text = "account_id,created_at\ncaf\u{E9},1767607200\ncafe\u{301},1767607200\n"
        #expect(try importing("accounts.csv", text).summary.totals.rows == 2)
    }

    @Test("unknown columns become properties in the order of their names, empty ones are left out")
    func properties() throws {
        let text = "z,account_id,created_at,a,m\n1,x,1767607200,2,\n"
        let record = try #require(try importing("accounts.csv", text).sink.accounts.first)
        #expect(record.properties == [.init(name: "a", value: "2"), .init(name: "z", value: "1")])
    }

    @Test("bytes that are no UTF-8 reject an id or a word and are marked in text")
    func encoding() throws {
        var bytes = Array("account_id,created_at,status,org_name\na,1767607200,active,M".utf8)
        bytes +=
            [0xFF] + Array("ller\nb".utf8) + [0xED, 0xA0, 0x80] + Array(",1767607200,,\nc,1767607200,a".utf8)
        bytes += [0xFE] + Array(",\n".utf8)
        let imported = try importing(["accounts.csv": bytes])
        #expect(imported.sink.accounts.map(\.organisation) == ["M\u{FFFD}ller"])
        #expect(imported.reasons == ["bad_encoding", "bad_encoding"])
    }

    @Test("channels are api, web, reseller or a named cloud")
    func channels() throws {
        let text =
            "account_id,created_at,channel\na,1767607200,cloud:x\nb,1767607200,cloud:\nc,1767607200,reseller\n"
        let imported = try importing("accounts.csv", text)
        #expect(imported.sink.accounts.map(\.channel) == ["cloud:x", nil, "reseller"])
        #expect(imported.sink.faults.map(\.position.line) == [3])
    }

    @Test("host bits are a fault, the same range again replaces the first with a fault")
    func ranges() throws {
        let text =
            "cidr,usage\n192.0.2.7/24,vpn\n192.0.2.0/24,isp\n192.0.2.1,\n192.0.2.0/33,\n192.0.2.0/024,\nfe80::%1/64,\n"
        let imported = try importing("ip_ranges.csv", text)
        #expect(
            imported.sink.ranges.map(\.range.description) == ["192.0.2.0/24", "192.0.2.0/24", "192.0.2.1/32"])
        #expect(imported.sink.faults.map(\.position.line) == [2, 3])
        #expect(imported.reasons == ["bad_cidr", "bad_cidr", "bad_cidr"])
    }

    @Test("scalar members of metadata are values, in name order; the JSON is kept")
    func metadata() throws {
        let json = #"{"user":"k","build":4107,"ok":true,"no":null,"user":"l","in":{"a":1},"list":[1]}"#
        let jsonl = try importing(
            "samples.jsonl", #"{"account_id":"a","at":1767607200,"prompt":"p","metadata":\#(json)}"#)
        let cell = json.replacing("\"", with: "\"\"")
        let csv = try importing(
            "samples.csv", "account_id,at,prompt,metadata\na,1767607200,p,\"\(cell)\"\na,1767607200,p,[1]\n")
        for imported in [jsonl, csv] {
            let sample = try #require(imported.sink.samples.first)
            #expect(sample.metadataValues.map(\.name) == ["build", "ok", "user"])
            #expect(sample.metadataValues.map(\.value) == ["4107", "true", "l"])
            #expect(sample.metadata == json)
        }
        #expect(csv.sink.faults.map(\.field) == ["metadata"])
    }

    @Test("a second sample_id is a duplicate")
    func sampleIDs() throws {
        let text =
            "sample_id,account_id,at,prompt\ns,a,1767607200,p\ns,a,1767607200,p\n,a,1767607200,p\n,a,1767607200,p\n"
        let imported = try importing("samples.csv", text)
        #expect(imported.summary.totals == totals(rows: 3, rejected: 1, faults: 0))
        #expect(imported.lines == [3])
    }

    @Test("attributes need account, kind and value; their kinds are free")
    func attributes() throws {
        let text = "account_id,kind,value,uses\na,device,d,3\na,,d,\na,device,,\n,device,d,\n"
        let imported = try importing("attributes.csv", text)
        #expect(imported.sink.holdings.map(\.kind) == [ArtifactKind("device")])
        #expect(imported.reasons == ["bad_kind", "bad_value", "bad_account_id"])
    }

    @Test("terms need from, clause and text")
    func terms() throws {
        let text =
            "from,clause,text,kind\n2025-01-01T00:00:00Z,4.1,No.,resale\n2025-01-01T00:00:00Z,,No.,dancing\n"
        let imported = try importing("terms.csv", text)
        #expect(imported.reasons == ["bad_clause"])
        #expect(imported.summary.totals == totals(rows: 1, rejected: 1, faults: 0))
    }
}
