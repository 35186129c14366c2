import Casework
import Foundation
import Testing

@testable import CaseStore

@Suite("Older formats") struct MigrationTests {
    private let place: Workplace
    private let path: String

    /// A case as the first format had it: an account, a network, a stored analysis and its counts.
    init() throws {
        place = try Workplace()
        path = place.path("old.revenuer")
        try CaseFile.create(at: path)
        let connection = try Connection(path: path, mode: .writing)
        try connection.access { handle in
            try handle.runScript("PRAGMA application_id = \(Schema.applicationID)")
            try handle.runScript(Schema.migrations[0])
            try handle.runScript(
                """
                PRAGMA user_version = 1;
                INSERT INTO case_meta VALUES ('title', 'Old');
                INSERT INTO source VALUES (1, 'a.csv', 'accounts', NULL, 9, 'pending', 0, 0, 0, 0, 0, 0, NULL, NULL,
                    '{}', 5);
                INSERT INTO account_identity VALUES (1, 'u-1', 1);
                INSERT INTO account_record VALUES (1, 1, 2, 9, 5, 'active', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL, x'00000000000000000000000000000001');
                INSERT INTO ip_range VALUES (1, 1, 2, 9, x'00000000000000000000FFFFC6120000', 112, '198.18.0.0/16',
                    64500, 'one', NULL, NULL);
                UPDATE source SET state = 'complete', sha256 = 'h', rows = 2, accounts = 1;
                INSERT INTO analysis_run VALUES ('r-1', 1, '7', 'all', NULL, -9, '{}', '{}', 1, 0.5);
                INSERT INTO finding_group VALUES ('G-01', 1, 'n', 'reseller', 1, 1, 0, NULL, NULL, 0.1, NULL, NULL,
                    '[]', '[]', '{"explanations":[],"shared":[],"attribution":{"hypotheses":[],"items":[],"notes":[]},
                    "figures":{},"notes":[],"activity":[],"hours":[]}');
                INSERT INTO cache_state VALUES ('holder_counts', 1, 'r-1');
                INSERT INTO cache_state VALUES ('account_activity', 1, '');
                """)
            try AuditLog.append(handle, action: "create", details: [:], by: Workplace.act())
        }
        try connection.close()
    }

    @Test("The published script of the first format is what it was")
    func published() throws {
        let connection = try Connection(path: path, mode: .reading)
        let script = try connection.access { handle in
            try handle.rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name") {
                $0.text(0) + ";\n"
            }.joined()
        }
        var hasher = SHA256Hasher()
        hasher.update(script)
        #expect(hasher.hexadecimal() == "c90b9cfbdcc9439c5f00dad3d7b27d4e6b1bf01940feb762409c75685fafc2fe")
    }

    @Test("The published script of the second format is what it was")
    func publishedSecond() throws {
        var hasher = SHA256Hasher()
        hasher.update(Schema.migrations[1])
        #expect(hasher.hexadecimal() == "23744e56f79e72543d22eb077b57f53d94771f6bdb0f25efb4d209291580343e")
    }

    @Test("Opening for writing brings a case up to date, which the log records, and the digest stays")
    func migration() throws {
        let before = try CaseReader(opening: path).digest()
        let writer = try CaseWriter(opening: path, by: Workplace.act())
        let reader = try writer.reader()
        #expect(try reader.connection.read { try $0.number("PRAGMA user_version") } == Schema.version)
        #expect(try reader.digest() == before)
        let entry = try #require(try reader.auditEntries().last)
        #expect(entry.action == "migrate" && entry.details == #"{"from":1,"to":3}"#)
        #expect(try reader.verify().isSound)
        #expect(try reader.networks(ListQuery()).map(\.asName) == ["one"])
        #expect(try reader.group("G-01").signals.isEmpty)
        let importer = try writer.importer()
        try importer.takePartnerEvidence()
        try importer.close()
        #expect(try reader.indicators().count == 2)
        try writer.close()
    }

    @Test("A migrated case has the tables, guards and indices of a new one")
    func sameSchema() throws {
        let writer = try CaseWriter(opening: path, by: Workplace.act())
        let fresh = try place.newCase()
        let schemas = try [writer, fresh].map { writer in
            try writer.connection.access { handle in
                try handle.rows("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name") {
                    "\($0.text(0)) \($0.text(1)) \($0.text(2))"
                }
            }
        }
        #expect(schemas[0] == schemas[1])
        try writer.close()
        try fresh.close()
    }

    @Test(
        "A reader answers every question to an older case without changing it", arguments: CaseList.allCases)
    func reading(list: CaseList) throws {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let reader = try CaseReader(opening: path)
        _ = try reader.count(list)
        #expect(try reader.overview().accounts == 1)
        #expect(try reader.dossier(AccountID("u-1")).notes.isEmpty)
        #expect(try reader.networks(ListQuery()).map(\.net) == ["198.18.0.0/16"])
        #expect(try reader.history().isEmpty && reader.indicators().isEmpty && reader.ruleFiles().isEmpty)
        #expect(try reader.verify().isSound)
        try reader.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test("A reader that was open while the case was brought up to date sees what comes in afterwards")
    func across() throws {
        let reader = try CaseReader(opening: path)
        #expect(try reader.indicators().isEmpty)
        let writer = try CaseWriter(opening: path, by: Workplace.act())
        let importer = try writer.importer()
        try importer.takePartnerEvidence()
        try importer.close()
        #expect(try reader.indicators().count == 2)
        #expect(try reader.networks(ListQuery()).map(\.country) == ["NL"])
        try reader.close()
        try writer.close()
    }
}
