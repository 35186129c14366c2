import Foundation
import Testing

@testable import CaseStore

@Suite("Documentation of the schema") struct SchemaDocumentTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private var documentation: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Documentation")
    }

    @Test("schema.md names every table with its columns in order, and nothing else")
    func everyColumn() throws {
        var documented: [String: [String]] = [:]
        var table: String?
        let text = try String(contentsOf: documentation.appendingPathComponent("schema.md"), encoding: .utf8)
        for line in text.split(separator: "\n") {
            if line.hasPrefix("#") { table = line.hasPrefix("### ") ? String(line.dropFirst(4)) : nil }
            if let table { documented[table, default: []] += [] }
            if let table, line.hasPrefix("| `"), let end = line.dropFirst(3).firstIndex(of: "`") {
                documented[table, default: []].append(String(line.dropFirst(3)[..<end]))
            }
        }
        let writer = try place.newCase()
        let live = try writer.connection.access { handle in
            let tables = try handle.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
            ) { $0.text(0) }
            return try Dictionary(
                uniqueKeysWithValues: tables.map { ($0, try LogicalDigest.columns(of: $0, handle)) })
        }
        #expect(Set(documented.keys) == Set(live.keys))
        for name in live.keys.sorted() { #expect(documented[name] == live[name], "\(name)") }
        try writer.close()
    }

    @Test("Every table is ground, history, derived or cache")
    func sorts() throws {
        let writer = try place.newCase()
        let live = try writer.connection.access { handle in
            try handle.rows(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
            ) { $0.text(0) }
        }
        let sorted = (Schema.groundTables + Schema.derivedTables).map(\.name) + Schema.caches
        #expect(Set(live) == Set(sorted + ["case_meta"] + Schema.historyTables))
        try writer.close()
    }

    @Test(
        "decode_blocks.py reads what was imported",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
    func pythonDecoder() throws {
        let writer = try place.newCase()
        let importer = try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 200, bytesPerRun: 1 << 20))
        let rows = Evidence.rows(500, seed: 77)
        try importer.takeExchanges("x.csv", rows)
        try importer.close()
        try writer.close()
        let script = documentation.appendingPathComponent("decode_blocks.py").path
        let output = try run("/usr/bin/python3", [script, place.path("a.revenuer"), "1"])
        let decoded = try output.split(separator: "\n").map { line in
            try JSONDecoder().decode(Decoded.self, from: Data(line.utf8))
        }
        try #require(decoded.count == rows.count)
        for exchange in decoded.sorted(by: { $0.line < $1.line }) {
            let row = rows[exchange.line - 2]
            #expect(exchange.accountID == row.account)
            #expect(exchange.at == row.at)
            #expect(exchange.ip == row.address)
            #expect(exchange.model == row.model)
            #expect(exchange.device == row.device)
            #expect(exchange.exchangeID == row.id)
            #expect(exchange.offset == row.line * 40 + row.line % 7)
            #expect(exchange.inputTokens == row.line)
            #expect(exchange.outputTokens == nil)
        }
    }

    private struct Decoded: Decodable {
        var line: Int
        var offset: Int
        var accountID: String
        var at: Int64
        var ip: String?
        var model: String?
        var device: String?
        var exchangeID: String?
        var inputTokens: Int?
        var outputTokens: Int?

        enum CodingKeys: String, CodingKey {
            case line, offset, at, ip, model
            case accountID = "account_id"
            case exchangeID = "exchange_id"
            case inputTokens = "input_tokens"
            case outputTokens = "output_tokens"
            case device = "attr:device"
        }
    }
}
