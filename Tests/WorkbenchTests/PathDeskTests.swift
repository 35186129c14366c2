import CaseStore
import Casework
import TestSupport
import Testing
import Workbench

@Suite("Chains of evidence over a case")
struct PathDeskTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// u1 and u2 have one card, u2 and u3 one address, u3 and u4 one organisation; everybody has one referral code.
    private func reader() throws -> CaseReader {
        let accounts = (1...60).map {
            "u\($0),\(1_750_000_000 + $0 * 86_400),\([3, 4].contains($0) ? "Org" : "")"
        }
        try folder.write(
            "account_id,created_at,org_name\n" + accounts.joined(separator: "\n") + "\n", to: "e/accounts.csv"
        )
        try folder.write("account_id,fingerprint\nu1,card\nu2,card\nu9,other\n", to: "e/payments.csv")
        try folder.write(
            "account_id,kind,value\n" + (1...60).map { "u\($0),country,XX" }.joined(separator: "\n") + "\n",
            to: "e/attributes.csv")
        try folder.write(
            "account_id,at,ip\nu2,1750010000,192.0.2.7\nu3,1750010100,192.0.2.7\nu4,1750010100,192.0.2.8\n",
            to: "e/exchanges.csv")
        let act = Act(actor: "test") { Timestamp(milliseconds: 1_780_000_000_000) }
        _ = try ImportJob(path: folder.path("case"), act: act).run([folder.path("e")])
        return try CaseReader(opening: folder.path("case"))
    }

    private func desk() throws -> PathDesk { PathDesk(try reader()) { _ in [] } }

    @Test("without groups the chain runs over values the case holds, each hop with its rows")
    func searched() throws {
        let path = try desk().path(AccountID("u1"), AccountID("u4"))
        #expect(path.hops.map(\.by.kind) == [.payment, .address, .organisation])
        #expect(path.hops.map(\.to.string) == ["u2", "u3", "u4"])
        #expect(path.hops.map(\.heldBy) == [2, 2, 2])
        #expect(path.hops[0].rows.map { "\($0.file):\($0.line)" } == ["payments.csv:2", "payments.csv:3"])
        #expect(path.hops[1].rows.map { "\($0.file):\($0.line)" } == ["exchanges.csv:2", "exchanges.csv:3"])
        #expect(path.weakestBits == path.hops.map(\.bits).min())
        #expect(
            try desk().path(AccountID("u4"), AccountID("u1")).hops.map(\.to.string) == ["u3", "u2", "u1"])
    }

    @Test("what everybody shares and what is never evidence carry no hop; the notes say what was left out")
    func nothing() throws {
        let path = try desk().path(AccountID("u1"), AccountID("u9"))
        #expect(path.hops.isEmpty)
        #expect(path.weakestBits == nil)
        #expect(path.notes.contains { $0.contains("carry no hop") })
    }

    @Test("ids are exact, and one account is no pair")
    func refused() throws {
        #expect(throws: WorkbenchError.unknownAccount("nobody")) {
            try desk().path(AccountID("u1"), AccountID("nobody"))
        }
        #expect(throws: WorkbenchError.sameAccount("u1")) {
            try desk().path(AccountID("u1"), AccountID("u1"))
        }
    }
}
