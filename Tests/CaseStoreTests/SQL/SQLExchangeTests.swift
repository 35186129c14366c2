import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("The exchange table") struct SQLExchangeTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Two files in runs of 200 rows, so that blocks of several runs and sources have to be merged.
    private func sql(seed: UInt64 = 5) throws -> (CaseSQL, [Evidence.Row]) {
        let writer = try place.newCase()
        let importer = try CaseImporter(
            writer.connection, by: writer.act, settings: .init(rowsPerRun: 200, bytesPerRun: 1 << 20))
        let rows = Evidence.rows(700, seed: seed)
        try importer.takeExchanges("x.csv", Array(rows[..<500]))
        try importer.takeExchanges("y.csv", Array(rows[500...]))
        try importer.close()
        try writer.close()
        return (try CaseSQL(opening: place.path("a.revenuer")), rows)
    }

    @Test("every column of every row is what was imported")
    func columns() throws {
        let (sql, rows) = try sql()
        let lines = try sql.lines("SELECT * FROM exchange ORDER BY source, line")
        #expect(
            lines
                == rows.enumerated().map { index, row in
                    let numbers = "\(row.line)|NULL"
                    let attrs = row.device.map { #"{"device":"\#($0)"}"# } ?? "NULL"
                    let time = Timestamp(milliseconds: row.at).rfc3339
                    let place = "\(row.line)|\(row.line * 40 + row.line % 7)"
                    let account = try? sql.lines(
                        "SELECT number FROM account_identity WHERE account_id = '\(row.account)'")[0]
                    return "\(row.account)|\(account ?? "")|\(row.at)|\(row.at / 3_600_000)|\(time)|\(row.id)"
                        + "|\(row.address ?? "NULL")|\(row.model ?? "NULL")|NULL|\(numbers)|NULL|NULL|NULL"
                        + "|\(index < 500 ? 1 : 2)|\(place)|\(attrs)"
                })
        try sql.close()
    }

    @Test("conditions leave out nothing that they should find", arguments: [1, 2, 3] as [UInt64])
    func conditions(seed: UInt64) throws {
        let (sql, rows) = try sql(seed: seed)
        var random = SeededRandom(seed: seed)
        for _ in 0..<40 {
            let a = rows[Int.random(in: 0..<rows.count, using: &random)]
            let b = rows[Int.random(in: 0..<rows.count, using: &random)]
            let (low, high) = (min(a.at, b.at), max(a.at, b.at))
            let cases: [(String, (Evidence.Row) -> Bool)] = [
                ("account_id = '\(a.account)'", { $0.account == a.account }),
                ("at BETWEEN \(low) AND \(high)", { (low...high).contains($0.at) }),
                ("at > \(low) AND at < \(high).5", { $0.at > low && $0.at <= high }),
                ("at = \(a.at)", { $0.at == a.at }), ("at >= '\(low)'", { $0.at >= low }),
                ("hour = \(a.at / 3_600_000)", { $0.at / 3_600_000 == a.at / 3_600_000 }),
                (
                    "account_id IN ('\(a.account)', '\(b.account)', 'nobody') AND at >= \(low)",
                    { [a.account, b.account].contains($0.account) && $0.at >= low }
                ),
                ("account_id = '\(a.account.uppercased())' COLLATE NOCASE", { $0.account == a.account }),
                ("account_id = 'nobody'", { _ in false }), ("account IS NULL", { _ in false }),
            ]
            for (condition, isWanted) in cases {
                let found = try sql.lines("SELECT count(*), sum(line) FROM exchange WHERE \(condition)")
                let wanted = rows.filter(isWanted)
                let sum = wanted.isEmpty ? "NULL" : String(wanted.reduce(0) { $0 + $1.line })
                #expect(found == ["\(wanted.count)|\(sum)"], "seed \(seed): \(condition)")
            }
        }
        try sql.close()
    }

    @Test("rows that come merged are in the order that was asked for, and groups are whole")
    func merged() throws {
        let (sql, rows) = try sql()
        let plan = try sql.lines(
            "EXPLAIN QUERY PLAN SELECT account, hour, count(*) FROM exchange GROUP BY 1, 2")
        #expect(!plan.joined().contains("TEMP B-TREE"))
        let stream = try sql.lines("SELECT account, at FROM exchange ORDER BY account, at")
        let sorted = try sql.lines("SELECT +account, +at FROM exchange ORDER BY +account, +at")
        #expect(stream == sorted)
        #expect(stream.count == rows.count)
        for group in ["account", "account_id", "hour, account", "account, at", "account, hour"] {
            let own = try sql.lines("SELECT \(group), count(*) n FROM exchange GROUP BY \(group)").sorted()
            let plain = group.split(separator: ", ").map { "+\($0)" }.joined(separator: ", ")
            let other = try sql.lines("SELECT \(plain), count(*) n FROM exchange GROUP BY \(plain)").sorted()
            #expect(own == other, "\(group)")
        }
        try sql.close()
    }

    @Test("merged rows under conditions are those of the plain scan")
    func mergedConditions() throws {
        let (sql, rows) = try sql()
        let (low, high) = (rows[3].at, rows[3].at + 300_000_000)
        for condition in [
            "at BETWEEN \(low) AND \(high)", "account BETWEEN 5 AND 9 AND source = 1", "hour > 472300",
        ] {
            let merged = try sql.lines(
                "SELECT account, at, line FROM exchange WHERE \(condition) ORDER BY account, at")
            let plain = try sql.lines("SELECT account, at, line FROM exchange WHERE \(condition)")
            #expect(merged.sorted() == plain.sorted(), "\(condition)")
            #expect(!plain.isEmpty, "\(condition)")
        }
        try sql.close()
    }

    @Test("a join by account finds each account's rows, and row numbers are its own")
    func join() throws {
        let (sql, rows) = try sql()
        let counts = try sql.lines(
            "SELECT i.account_id, count(e.at) FROM account_identity i CROSS JOIN exchange e"
                + " ON e.account = i.number GROUP BY i.number ORDER BY i.account_id")
        let wanted = Dictionary(grouping: rows, by: \.account).map { "\($0.key)|\($0.value.count)" }.sorted()
        #expect(counts.sorted() == wanted)
        #expect(try sql.lines("SELECT count(DISTINCT rowid) FROM exchange") == ["700"])
        try sql.close()
    }

    @Test("exchange_hour is exchange counted by account and hour")
    func hours() throws {
        let (sql, _) = try sql()
        let counted = try sql.lines("SELECT account, hour, count(*) FROM exchange GROUP BY 1, 2")
        #expect(try sql.lines("SELECT * FROM exchange_hour") == counted)
        #expect(
            try sql.lines("SELECT * FROM exchange_hour WHERE account IN (3, 7) ORDER BY account, hour")
                == counted.filter { $0.hasPrefix("3|") || $0.hasPrefix("7|") })
        try sql.close()
    }

    @Test("the exchanges are those that decode_blocks.py prints")
    func python() throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
        let (sql, _) = try sql()
        let own = try sql.lines(
            "SELECT source, line, offset, account_id, at, ip, input_tokens, output_tokens, model,"
                + " attrs ->> 'device', exchange_id FROM exchange")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Documentation/decode_blocks.py").path
        let printed = try run("/usr/bin/python3", [script, place.path("a.revenuer")]).split(separator: "\n")
            .map {
                let row = try #require(
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
                return [
                    "source", "line", "offset", "account_id", "at", "ip", "input_tokens", "output_tokens",
                    "model",
                    "attr:device", "exchange_id",
                ].map { row[$0].map { $0 is NSNull ? "NULL" : "\($0)" } ?? "NULL" }.joined(separator: "|")
            }
        #expect(own == printed)
        let hours = try run("/usr/bin/python3", [script, place.path("a.revenuer"), "--rollup", "hour"])
        let totals = try sql.lines(
            "SELECT json_object('account', account, 'hour', hour, 'n', count) FROM exchange_hour")
        var sums: [String: Int] = [:]
        for line in hours.split(separator: "\n") {
            let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let key = "\(row["account"] ?? "")|\(row["value"] ?? "")"
            sums[key, default: 0] += try #require(row["count"] as? Int)
        }
        #expect(sums.count == totals.count)
        #expect(
            try sql.lines(
                "SELECT i.account_id, hour, count FROM exchange_hour JOIN account_identity i ON i.number = account"
            )
            .sorted() == sums.map { "\($0.key)|\($0.value)" }.sorted())
        try sql.close()
    }
}

extension CaseSQL {
    /// Rows with fields joined by bars.
    func lines(_ query: String) throws -> [String] {
        var lines: [String] = []
        try run(query) { rows in
            for row in 0..<rows.count {
                lines.append(rows[row].map(CaseSQL.shown).joined(separator: "|"))
            }
        }
        return lines
    }

    private static func shown(_ cell: SQLCell) -> String {
        switch cell {
        case .null: "NULL"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let bytes), .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        }
    }
}
