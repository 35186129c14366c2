import Testing

@testable import CaseStore

@Suite("Inserting many rows")
struct BulkInsertTests {
    private func stored(_ rows: [[SQLValue]], ending: String = "") throws -> [String] {
        let place = try Workplace()
        let writer = try place.newCase()
        return try writer.connection.access { handle in
            try handle.runScript("CREATE TEMP TABLE bulk (a INTEGER PRIMARY KEY, b TEXT, c REAL, d BLOB)")
            let insert = try BulkInsert(handle, "bulk (a, b, c, d)", columns: 4, ending: ending)
            for row in rows { try insert.add(row) }
            try insert.finish()
            return try handle.rows(
                "SELECT a || '|' || quote(b) || '|' || quote(c) || '|' || quote(d) FROM bulk"
            ) {
                $0.text(0)
            }
        }
    }

    @Test(
        "every row arrives once and as it is, however many there are",
        arguments: [0, 1, 2, 63, 64, 65, 128, 200])
    func every(count: Int) throws {
        let rows: [[SQLValue]] = (0..<count).map { number in
            [
                .integer(number), number % 3 == 0 ? .null : .text("t\(number)\u{0}'"), .real(Double(number)),
                .bytes([UInt8(number % 256)]),
            ]
        }
        let found = try stored(rows)
        #expect(found.count == count)
        for (number, row) in found.enumerated() {
            #expect(row.hasPrefix("\(number)|"))
            #expect(row.contains("|\(number).0|"))
            #expect(row.contains("NULL") == (number % 3 == 0))
        }
    }

    @Test("rows that are there already are treated as the ending says")
    func conflict() throws {
        let rows: [[SQLValue]] = (0..<150).map { [.integer($0 % 50), .text("x"), .real(Double($0)), .null] }
        let found = try stored(rows, ending: " ON CONFLICT DO UPDATE SET c = max(c, excluded.c)")
        #expect(found == (0..<50).map { "\($0)|'x'|\($0 + 100).0|NULL" })
    }

    @Test("a row that must not be there is an error")
    func refused() throws {
        let rows: [[SQLValue]] = (0..<3).map { _ in [.integer(1), .null, .null, .null] }
        #expect(throws: StoreError.self) { try stored(rows) }
    }
}
