import Foundation
import Testing

@testable import CaseStore

@Suite("Read-only SQL") struct SQLSafetyTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func sql() throws -> CaseSQL {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeExchanges("x.csv", Evidence.rows(100, seed: 1))
        try importer.close()
        try writer.close()
        return try CaseSQL(opening: place.path("a.revenuer"))
    }

    @Test(
        "what is no question is refused",
        arguments: [
            "INSERT INTO case_meta VALUES ('a', 'b')", "UPDATE source SET state = 'x'", "DELETE FROM value",
            "DROP TABLE sample", "CREATE TABLE t (a)", "CREATE TEMP TABLE t (a)",
            "CREATE TEMP VIEW v AS SELECT 1", "CREATE VIRTUAL TABLE t USING exchange",
            "ALTER TABLE sample RENAME TO s",
            "ATTACH 'other' AS o", "DETACH main", "VACUUM", "VACUUM INTO 'copy'", "REINDEX", "ANALYZE",
            "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT s", "PRAGMA journal_mode = WAL",
            "PRAGMA query_only = 0",
            "PRAGMA writable_schema = 1", "PRAGMA user_version = 7", "PRAGMA temp_store_directory = '/'",
            "PRAGMA wal_checkpoint", "PRAGMA trusted_schema = 1", "SELECT load_extension('x')",
            "SELECT fts3_tokenizer('simple')", "INSERT INTO exchange (at) VALUES (1)", "DELETE FROM exchange",
            "SELECT 1; DELETE FROM value", "WITH x AS (SELECT 1) DELETE FROM value",
            "EXPLAIN DELETE FROM value",
            "UPDATE sqlite_master SET sql = ''", "DELETE FROM sqlite_schema",
            "UPDATE sqlite_temp_master SET sql = ''",
        ])
    func refused(_ query: String) throws {
        let sql = try sql()
        #expect(throws: SQLError.self) { try sql.lines(query) }
        #expect(try sql.lines("SELECT count(*) FROM exchange") == ["100"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["a.revenuer"])
        try sql.close()
    }

    @Test("functions that reach files are not there")
    func files() throws {
        let sql = try sql()
        for query in [
            "SELECT readfile('/etc/passwd')", "SELECT writefile('x', 'y')", "SELECT edit('x')",
            "SELECT * FROM fsdir('/')",
        ] {
            #expect(throws: SQLError.self) { try sql.lines(query) }
        }
        try sql.close()
    }

    @Test("pragmas that only tell something pass")
    func telling() throws {
        let sql = try sql()
        #expect(try sql.lines("PRAGMA user_version") == ["\(Schema.version)"])
        #expect(try sql.lines("PRAGMA table_info(exchange)").count == ExchangeField.allCases.count)
        #expect(
            try sql.lines("SELECT name FROM pragma_table_info('exchange_hour')") == [
                "account", "hour", "count",
            ])
        try sql.close()
    }

    @Test("an error says where it is")
    func offsets() throws {
        let sql = try sql()
        let query = "SELECT 1;\nSELECT at, missing FROM exchange"
        let error = try #require(throws: SQLError.self) { try sql.lines(query) }
        #expect(error.description == "no such column: missing")
        #expect(error.marked(in: query) == ["SELECT at, missing FROM exchange", "           ^"])
        #expect(throws: SQLError.wrong(message: "the query holds a NUL byte", offset: nil)) {
            try sql.lines("SELECT 1\0; SELECT 2")
        }
        try sql.close()
    }

    @Test("several statements, comments and stray semicolons are read in order")
    func several() throws {
        let sql = try sql()
        var seen: [String] = []
        try sql.run(" ;; SELECT 1 AS a; -- nothing\n /* here */ SELECT 2 AS b WHERE 0; ;") { rows in
            seen.append("\(rows.statement) \(rows.columns) \(rows.count) \(rows.isFirst) \(rows.isLast)")
        }
        #expect(seen == [#"0 ["a"] 1 true true"#, #"1 ["b"] 0 true true"#])
        #expect(try sql.lines("") == [])
        #expect(CaseSQL.isComplete("SELECT ';';") && !CaseSQL.isComplete("SELECT ';"))
        try sql.close()
    }

    @Test("values of every sort arrive as they are, NULs and broken UTF-8 included")
    func values() throws {
        let sql = try sql()
        var cells: [SQLCell] = []
        try sql.run("SELECT NULL, -5, 0.5, 'a' || char(0) || 'b', x'00ff', CAST(x'61ff' AS TEXT), ''") {
            cells += $0.cells
        }
        #expect(
            cells == [
                .null, .integer(-5), .real(0.5), .text([97, 0, 98]), .bytes([0, 255]), .text([97, 255]),
                .text([]),
            ])
        try sql.close()
    }

    @Test("a query without end stops when it is cancelled, and the next one runs")
    func cancelled() throws {
        let sql = try sql()
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        var asked = 0
        #expect(throws: SQLError.interrupted) {
            try sql.run(
                endless,
                isCancelled: {
                    asked += 1
                    return asked > 3
                }
            ) { _ in }
        }
        #expect(try sql.lines("SELECT count(*) FROM exchange") == ["100"])
        struct Enough: Error {}
        #expect(throws: Enough.self) { try sql.run("SELECT * FROM exchange") { _ in throw Enough() } }
        #expect(try sql.lines("SELECT 7") == ["7"])
        try sql.close()
    }

    @Test("a case in which somebody put a table of our names is refused")
    func disguised() throws {
        try sql().close()
        let connection = try Connection(path: place.path("a.revenuer"), mode: .writing)
        try connection.access { try $0.runScript("CREATE TABLE Exchange (account, at)") }
        try connection.close()
        #expect(throws: SQLError.disguised("exchange")) { try CaseSQL(opening: place.path("a.revenuer")) }
    }

    @Test("a damaged block gives an error and no rows in its place")
    func damaged() throws {
        try sql().close()
        let connection = try Connection(path: place.path("a.revenuer"), mode: .writing)
        try connection.access {
            try $0.runScript(
                "DROP TRIGGER exchange_block_refuses_update; UPDATE exchange_block SET body = substr(body, 1, 60)"
            )
        }
        try connection.close()
        let sql = try CaseSQL(opening: place.path("a.revenuer"))
        #expect(throws: StoreError.self) { try sql.lines("SELECT at FROM exchange") }
        try sql.close()
    }

    @Test("every table of the schema can be read")
    func schema() throws {
        let sql = try sql()
        for table in try sql.schema() { _ = try sql.lines("SELECT * FROM \(table.name) LIMIT 3") }
        #expect(try sql.schema().map(\.name).contains("exchange_hour"))
        try sql.close()
    }
}
