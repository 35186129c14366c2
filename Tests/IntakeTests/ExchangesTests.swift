import Casework
import Testing

@testable import Intake

@Suite("Exchanges")
struct ExchangesTests {
    @Test("columns are coded, tokens read, addresses made canonical, unknown columns kept apart")
    func columns() throws {
        let text = """
            shelf,account_id,at,ip,model,surface,input_tokens,output_tokens,client,prompt_key,attr:device,sample_id
            s,a,2026-01-05T10:00:00Z,::ffff:192.0.2.8,m,api,1,2,c,k,d,z
            ,b,1767607200,192.0.2.8,m,cloud:x,,,,,,
            """
        let rows = try importing("exchanges.csv", text).sink.exchanges()
        #expect(rows.map(\.account) == ["a", "b"])
        #expect(rows.map(\.address) == ["192.0.2.8", "192.0.2.8"])
        #expect(rows.map(\.input) == [1, -1])
        #expect(
            rows.map(\.texts) == [
                [
                    "x:shelf": "s", "model": "m", "surface": "api", "client": "c", "prompt_key": "k",
                    "attr:device": "d", "sample_id": "z",
                ], ["model": "m", "surface": "cloud:x"],
            ])
        #expect(rows.map(\.position.line) == [2, 3])
    }

    @Test("an address has one number however it is written")
    func oneNumberPerAddress() throws {
        let text =
            "account_id,at,ip\na,1767607200,192.0.2.8\na,1767607200,::ffff:192.0.2.8\na,1767607200,::1\n"
        let imported = try importing("exchanges.csv", text)
        guard case .exchanges(let batch)? = imported.sink.batches.first else { return #expect(Bool(false)) }
        #expect(batch.address == [1, 1, 2])
    }

    @Test("bad optional fields are faults, the row stays")
    func faults() throws {
        let text =
            "account_id,at,ip,input_tokens,output_tokens,surface\na,1767607200,192.0.2.999,many,1.5,fax\n"
        let imported = try importing("exchanges.csv", text)
        #expect(
            imported.sink.faults.map(\.field).sorted() == ["input_tokens", "ip", "output_tokens", "surface"])
        #expect(imported.sink.exchanges().map(\.texts) == [[:]])
    }

    @Test("a second exchange_id is a duplicate with its text, its faults and account do not count")
    func duplicates() throws {
        let text = """
            account_id,at,exchange_id,input_tokens
            a,1767607200,x1,1
            ghost,1767607201,x1,many
            a,1767607202,X1,
            a,1767607203,,
            a,1767607203,,
            """
        let imported = try importing("exchanges.csv", text)
        #expect(imported.reasons == ["duplicate"])
        #expect(imported.sink.rejects.first?.raw == Array("ghost,1767607201,x1,many".utf8))
        #expect(imported.sink.exchanges().map(\.account) == ["a", "a", "a", "a"])
        #expect(imported.sink.exchanges().map { $0.texts["exchange_id"] } == ["x1", "X1", nil, nil])
        #expect(imported.summary.totals == totals(rows: 4, rejected: 1, faults: 0))
    }

    @Test("a rejected row claims no exchange_id")
    func rejectedRowsClaimNothing() throws {
        let text = "account_id,at,exchange_id\na,never,x1\na,1767607200,x1\n"
        #expect(try importing("exchanges.csv", text).reasons == ["bad_at"])
    }

    @Test("overlapping daily files give each exchange once, and a failed file gives its claims back")
    func overlappingFiles() throws {
        let head = "account_id,at,exchange_id\n"
        let imported = try importing([
            "exchanges-1.csv": Array((head + "a,1767607200,x1\na,1767607200,x2\n").utf8),
            "exchanges-2.csv.gz": Array(try gzip(head + "a,1767607200,x3\n").dropLast(2)),
            "exchanges-3.csv": Array((head + "a,1767607200,x2\na,1767607200,x3\n").utf8),
        ])
        #expect(imported.summary.files.map(\.status) == [.imported, .failed, .imported])
        #expect(imported.summary.totals == totals(rows: 3, rejected: 1, faults: 0))
    }

    @Test("the clock offset of case.yaml is added to times")
    func clockOffset() throws {
        let imported = try importing([
            "exchanges.csv": Array("account_id,at\na,1767607200\na,4133980799\n".utf8),
            "case.yaml": Array("clock_offset_seconds: 3\n".utf8),
        ])
        #expect(imported.sink.exchanges().map(\.at) == [1_767_607_203_000])
        #expect(imported.reasons == ["bad_at"])
    }

    @Test("ids have to be UTF-8, clients get replacement marks and stay one value")
    func encoding() throws {
        var bytes = Array("account_id,at,client,prompt_key\na,1767607200,c".utf8) + [0xFF]
        bytes +=
            Array(",\na,1767607200,c\u{FFFD},\na,1767607200,,k".utf8) + [0xFF] + Array("\nb".utf8) + [0xC0]
        bytes += Array(",1767607200,,\n".utf8)
        let imported = try importing(["exchanges.csv": bytes])
        #expect(imported.sink.exchanges().map { $0.texts["client"] } == ["c\u{FFFD}", "c\u{FFFD}"])
        #expect(imported.reasons == ["bad_encoding", "bad_encoding"])
    }

    @Test(
        "the dictionary tells strings of every length apart, whatever the seed",
        arguments: [0, 1, 99] as [UInt64])
    func dictionary(seed: UInt64) {
        var random = SeededRandom(seed)
        var dictionary = ByteDictionary(seed: seed)
        var expected: [[UInt8]: UInt32] = [:]
        for _ in 0..<30_000 {
            let count = Int.random(in: 0...40, using: &random)
            let text = (0..<count).map { _ in UInt8.random(in: 97...98, using: &random) }
            let found = text.withUnsafeBufferPointer { dictionary.find($0) }
            #expect(found == expected[text], "seed \(seed)")
            if found == nil { expected[text] = text.withUnsafeBufferPointer { dictionary.insert($0) } }
        }
        #expect(expected.count == dictionary.count)
        #expect(expected.values.sorted() == (0..<UInt32(expected.count)).map { $0 })
    }

    @Test("the address dictionary tells addresses apart", arguments: [0, 1] as [UInt64])
    func addressDictionary(seed: UInt64) {
        var random = SeededRandom(seed)
        var dictionary = AddressDictionary(seed: seed)
        var expected: [IPAddress: UInt32] = [:]
        for _ in 0..<30_000 {
            let low = UInt64.random(in: 0..<5000, using: &random)
            let isIPv4 = Bool.random(using: &random)
            let address = isIPv4 ? IPAddress(ipv4: UInt32(low)) : IPAddress(high: low & 3, low: low)
            let (code, isNew) = dictionary.code(of: address)
            #expect(isNew == (expected[address] == nil))
            #expect(expected[address, default: code] == code, "seed \(seed)")
            expected[address] = code
        }
        #expect(Set(expected.values) == Set(1...UInt32(expected.count)))
    }
}
