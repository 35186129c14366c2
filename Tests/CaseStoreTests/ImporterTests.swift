import Casework
import Testing

@testable import CaseStore

@Suite("Importing") struct ImporterTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test("Equal rows of an account are ignored, differing ones refused, across files")
    func accountClaims() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        let (one, other) = (ContentHash(high: 1, low: 1), ContentHash(high: 2, low: 2))
        try importer.take(.accounts, "a.csv") {
            let claims = try importer.claimAccounts([
                (AccountID("u"), one), (AccountID("u"), one), (AccountID("u"), other),
                (AccountID("U"), other),
            ])
            #expect(claims == [.granted, .equal, .taken, .granted])
            try importer.append(
                .accounts([Evidence.account("u"), Evidence.account("U", line: 5)]), rejects: [], faults: [])
        }
        try importer.take(.accounts, "b.csv") {
            let claims1 = try importer.claimAccounts([(AccountID("u"), one), (AccountID("u"), other)])
            #expect(claims1 == [.equal, .taken])
        }
        try importer.close()
        let again = try writer.importer()
        try again.take(.accounts, "c.csv") {
            let claims2 = try again.claimAccounts([(AccountID("u"), one), (AccountID("U"), one)])
            #expect(claims2 == [.equal, .taken])
        }
        try again.close()
        try writer.close()
    }

    @Test("Ids are exact: another spelling of the same letters is another account")
    func exactIDs() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("caf\u{e9}"), Evidence.account("cafe\u{301}", line: 3),
                Evidence.account("nul\u{0}x", line: 4),
            ])
        try importer.close()
        let reader = try writer.reader()
        #expect(
            try reader.accounts(ListQuery()).map(\.accountId)
                == ["cafe\u{301}", "caf\u{e9}", "nul\u{0}x"].map { AccountID($0) })
        #expect(try reader.dossier(AccountID("nul\u{0}x")).row.accountId == AccountID("nul\u{0}x"))
        try writer.close()
    }

    @Test("An account is a placeholder until an accounts row describes it")
    func placeholders() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.take(.payments, "p.csv") {
            try importer.append(.holdings([Evidence.payment("u-9", "card-1")]), rejects: [], faults: [])
        }
        try importer.close()
        #expect(try writer.reader().accounts(ListQuery()).map(\.unlisted) == [true])
        let again = try writer.importer()
        try again.takeAccounts("a.csv", [Evidence.account("u-9") { $0.status = .banned }])
        try again.close()
        let rows = try writer.reader().accounts(ListQuery())
        #expect(rows.map(\.unlisted) == [false])
        #expect(rows.map(\.flagged) == [[.provider]])
        #expect(try writer.reader().overview().accounts == 1)
        try writer.close()
    }

    @Test("Exchange ids, sample ids and ranges are claimed once in a case")
    func otherClaims() throws {
        let writer = try place.newCase()
        let hashes = (0..<5).map { ContentHash(high: UInt64($0 % 3), low: 9) }
        let range = try #require(AddressRange("198.51.100.0/24"))
        for round in 0..<2 {
            let importer = try writer.importer()
            try importer.take(.exchanges, "x\(round)") {
                let fresh: [Claim] = round == 0 ? [.granted, .granted, .granted] : [.taken, .taken, .taken]
                let claims3 = try importer.claimExchangeIDs(hashes)
                #expect(claims3 == fresh + [.taken, .taken])
            }
            try importer.take(.samples, "s\(round)") {
                let first: Claim = round == 0 ? .granted : .taken
                let claims4 = try importer.claimSampleIDs(["a", "a"])
                #expect(claims4 == [first, .taken])
                if round == 0 {
                    var sample = SampleRecord(
                        position: RowPosition(line: 1, offset: 0), account: AccountID("u"),
                        at: Timestamp(milliseconds: 1), prompt: "p")
                    sample.sampleID = "a"
                    try importer.append(.samples([sample]), rejects: [], faults: [])
                }
            }
            try importer.take(.ipRanges, "r\(round)") {
                let claims5 = try importer.claimRanges([range])
                #expect(claims5 == [round == 0 ? .granted : .taken])
                try importer.append(
                    .ranges([RangeRecord(position: RowPosition(line: 2, offset: 0), range: range)]),
                    rejects: [],
                    faults: [])
            }
            try importer.close()
        }
        #expect(try writer.reader().ranges().count == 1)
        try writer.close()
    }

    @Test("What a file claimed is given back when it is abandoned, and nothing of it stays")
    func abandoning() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        try importer.begin(FileFacts(file: "bad.csv", table: .accounts, size: 1))
        _ = try importer.claimAccounts([(AccountID("u-2"), ContentHash(high: 1, low: 1))])
        _ = try importer.claimExchangeIDs([ContentHash(high: 1, low: 1)])
        _ = try importer.claimSampleIDs(["s"])
        try importer.append(.accounts([Evidence.account("u-2")]), rejects: [], faults: [])
        try importer.append(.exchanges(Evidence.batch(Evidence.rows(50, seed: 1))), rejects: [], faults: [])
        try importer.abandon(CaseImporter.outcome(.accounts, "bad.csv", 0, .failed))
        try importer.take(.accounts, "c.csv") {
            let claims6 = try importer.claimAccounts([(AccountID("u-2"), ContentHash(high: 2, low: 2))])
            #expect(claims6 == [.granted])
            let claims7 = try importer.claimExchangeIDs([ContentHash(high: 1, low: 1)])
            #expect(claims7 == [.granted])
            let claims8 = try importer.claimSampleIDs(["s"])
            #expect(claims8 == [.granted])
        }
        try importer.close()
        let overview = try writer.reader().overview()
        #expect(overview.accounts == 2)
        #expect(overview.exchanges == 0)
        #expect(overview.sources == 2)
        #expect(
            try writer.reader().auditEntries().map(\.action) == [
                "create", "import", "import_failed", "import",
            ])
        try writer.close()
    }

    @Test("A value or account counts only when an accepted row uses it")
    func unusedEntries() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        var batch = Evidence.batch([
            Evidence.Row(account: "u-1", at: 1, model: "m-1", line: 2),
            Evidence.Row(account: "u-2", at: 2, model: "m-2", line: 3),
        ])
        // The first row was rejected after its fields had been read.
        batch.count = 1
        batch.account.removeFirst()
        batch.at.removeFirst()
        batch.address.removeFirst()
        batch.inputTokens.removeFirst()
        batch.outputTokens.removeFirst()
        batch.line.removeFirst()
        batch.offset.removeFirst()
        for column in batch.coded.indices { batch.coded[column].codes.removeFirst() }
        batch.plain[0].ends.removeFirst()
        try importer.take(.exchanges, "x.csv") {
            try importer.append(.exchanges(batch), rejects: [], faults: [])
        }
        try importer.close()
        let reader = try writer.reader()
        #expect(try reader.accounts(ListQuery()).map(\.accountId) == [AccountID("u-2")])
        let values = try reader.valueTable()
        #expect(String(decoding: values.texts.bytes, as: UTF8.self) == "m-2")
        try writer.close()
    }

    @Test("How rows are cut into batches makes no difference", arguments: [1, 7, 100])
    func batches(batchRows: Int) throws {
        let rows = Evidence.rows(300, seed: 8)
        var digests: [CaseDigest] = []
        for size in [Int.max, batchRows] {
            let writer = try place.newCase("b\(size).revenuer")
            let importer = try CaseImporter(
                writer.connection, by: writer.act, settings: .init(rowsPerRun: 128, bytesPerRun: 1 << 20))
            try importer.takeExchanges("x.csv", rows, batchRows: size)
            try importer.close()
            digests.append(try writer.reader().digest())
            try writer.close()
        }
        #expect(digests[0] == digests[1])
    }

    @Test("Runs of two files are read as one: sums by account and value, rows by account and time")
    func merging() throws {
        let writer = try place.newCase()
        let importer = try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 100, bytesPerRun: 1 << 20))
        let rows = Evidence.rows(700, seed: 21)
        try importer.takeExchanges("x.csv", Array(rows[..<450]), batchRows: 64)
        try importer.takeExchanges("y.csv", Array(rows[450...]))
        try importer.close()
        let reader = try writer.reader()
        let table = try reader.accountTable()
        let names = Dictionary(
            uniqueKeysWithValues: zip(
                table.number,
                (0..<table.count).map { place -> String in
                    String(decoding: table.ids.bytes[table.ids.range(of: place)], as: UTF8.self)
                }))
        var seen: [[Int64]] = []
        try reader.activity { batch in
            for row in batch.account.indices { seen.append([Int64(batch.account[row]), batch.at[row]]) }
        }
        #expect(seen.count == 700)
        #expect(seen == seen.sorted { $0.lexicographicallyPrecedes($1) })
        let addresses = try reader.addressTable()
        var counts: [String: Int] = [:]
        try reader.incidences(of: .address) { batch in
            for entry in batch.account.indices {
                let key = "\(names[batch.account[entry]] ?? "?") \(addresses[Int(batch.value[entry]) - 1])"
                #expect(counts[key] == nil)
                counts[key] = Int(batch.count[entry])
            }
        }
        let expected = Dictionary(
            rows.filter { $0.address != nil }.map { ("\($0.account) \($0.address ?? "")", 1) },
            uniquingKeysWith: +)
        #expect(counts == expected)
        let totals = Dictionary(rows.map { ($0.account, 1) }, uniquingKeysWith: +)
        for row in try reader.accounts(ListQuery()) { #expect(row.exchanges == totals[row.accountId.string]) }
        #expect(try reader.overview().activity.reduce(0) { $0 + $1.exchanges } == 700)
        try writer.close()
    }

    @Test("An error of the writing thread is thrown by a later call, and the next import starts clean")
    func writingErrors() throws {
        let writer = try place.newCase()
        try writer.connection.access {
            try $0.runScript(
                "CREATE TRIGGER no_rows BEFORE INSERT ON holding BEGIN SELECT RAISE(ABORT, 'full'); END")
        }
        let importer = try writer.importer()
        #expect(throws: StoreError.self) {
            try importer.take(.payments, "p.csv") {
                try importer.append(.holdings([Evidence.payment("u", "c")]), rejects: [], faults: [])
            }
            try importer.close()
        }
        #expect(try writer.reader().overview().sources == 0)
        try writer.connection.access { try $0.runScript("DROP TRIGGER no_rows") }
        let again = try writer.importer()
        try again.takeAccounts("a.csv", [Evidence.account("u-1")])
        try again.close()
        #expect(try writer.reader().sources(ListQuery()).map(\.source) == [1])
        try writer.close()
    }
}
