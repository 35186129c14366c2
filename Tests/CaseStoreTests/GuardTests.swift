import Casework
import Testing

@testable import CaseStore

@Suite("Guards of evidence") struct GuardTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test("No ground table lets a row be changed or deleted")
    func refusals() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        try importer.takeExchanges("x.csv", Evidence.rows(20, seed: 1))
        try importer.take(.payments, "p.csv") {
            try importer.append(
                .holdings([Evidence.payment("u-1", "c")]),
                rejects: [Reject(position: RowPosition(line: 3, offset: 1), reason: "bad_at", raw: [1])],
                faults: [Fault(position: RowPosition(line: 4, offset: 1), field: "uses", raw: [2], note: "n")]
            )
        }
        try importer.takePartnerEvidence()
        try importer.close()
        _ = try writer.addNote(on: "account:u-1", .comment, "seen before")
        var findings = Findings(seed: 1, population: "all")
        findings.groups = [
            GroupFinding(
                kind: .campaign, members: [MemberFinding(account: 1, probability: 1, role: .core)])
        ]
        _ = try writer.store(findings)
        let subject = DecisionSubject.membership(campaign: "C-01", account: AccountID("u-1"))
        _ = try writer.decide(on: subject, .confirm, because: "seen")
        var tried = 0
        for table in Schema.groundTables.map(\.name) + Schema.historyTables {
            try writer.connection.access { handle in
                guard try handle.number("SELECT count(*) FROM \(table)") > 0 else { return }
                tried += 1
                let column = try #require(try LogicalDigest.columns(of: table, handle).last)
                #expect(throws: StoreError.self, "\(table)") { try handle.run("DELETE FROM \(table)") }
                #expect(throws: StoreError.self, "\(table)") {
                    try handle.run("UPDATE \(table) SET \(column) = \(column)")
                }
            }
        }
        #expect(tried >= 19)
        try writer.close()
    }

    @Test("A table without rows has its guards too")
    func triggers() throws {
        let writer = try place.newCase()
        let guarded = try writer.connection.access { handle in
            try handle.rows(
                "SELECT tbl_name, count(*) FROM sqlite_schema WHERE type = 'trigger' GROUP BY tbl_name"
            ) {
                "\($0.text(0)) \($0.int(1))"
            }
        }
        #expect(
            guarded == (Schema.groundTables.map(\.name) + Schema.historyTables).sorted().map { $0 + " 2" })
        try writer.close()
    }

    @Test("A source cannot go back to pending")
    func sourceState() throws {
        let writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts("a.csv", [Evidence.account("u-1")])
        try importer.close()
        #expect(throws: StoreError.self) {
            try writer.connection.access { try $0.run("UPDATE source SET state = 'pending'") }
        }
        #expect(throws: StoreError.self) {
            try writer.connection.access {
                try $0.run(
                    "REPLACE INTO account_identity (number, account_id, source) VALUES (1, 'other', 1)")
            }
        }
        try writer.close()
    }
}
