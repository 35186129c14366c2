import CaseStore
import Casework
import TestSupport
import Testing
import Workbench

@Suite("Why two accounts are linked")
struct LinkDeskTests {
    private let act = Act(actor: "test") { Timestamp(milliseconds: 1_780_000_000_000) }

    private func reader(_ folder: TemporaryFolder) throws -> CaseReader {
        let accounts = (0..<50).map { "u\($0),\(1_750_000_000 + $0 * 86_400)" }
        try folder.write(
            "account_id,created_at\n" + accounts.joined(separator: "\n") + "\n", to: "e/accounts.csv")
        try folder.write("account_id,fingerprint\nu1,card\nu2,card\nu3,other\n", to: "e/payments.csv")
        try folder.write(
            "account_id,at,ip\nu1,1750010000,192.0.2.7\nu2,1750010100,192.0.2.7\nu1,1760010000,192.0.2.9\n",
            to: "e/exchanges.csv")
        _ = try ImportJob(path: folder.path("case"), act: act).run([folder.path("e")])
        return try CaseReader(opening: folder.path("case"))
    }

    @Test("items open to the rows of both accounts, and sum with the prior")
    func explained() throws {
        let folder = try TemporaryFolder()
        let explanation = try LinkDesk(reader(folder)).explain(AccountID("u1"), AccountID("u2"))
        let card = try #require(explanation.evidence.first { $0.kind == .payment })
        #expect(card.rows.map(\.file) == ["payments.csv", "payments.csv"])
        #expect(card.rows.map(\.line) == [2, 3])
        let address = try #require(explanation.evidence.first { $0.kind == .address })
        #expect(address.rows.map(\.line) == [2, 3])
        let sum = explanation.evidence.reduce(explanation.priorBits) { $0 + $1.bits }
        #expect(sum == explanation.bits)
    }

    @Test("strangers share nothing, and the prior stands alone")
    func strangers() throws {
        let folder = try TemporaryFolder()
        let explanation = try LinkDesk(reader(folder)).explain(AccountID("u3"), AccountID("u9"))
        #expect(explanation.evidence.isEmpty)
        #expect(explanation.bits == explanation.priorBits)
    }

    @Test("an unknown id and one id twice are refused in words")
    func refused() throws {
        let folder = try TemporaryFolder()
        let desk = LinkDesk(try reader(folder))
        #expect(throws: WorkbenchError.unknownAccount("U1")) {
            try desk.explain(AccountID("U1"), AccountID("u2"))
        }
        #expect(throws: WorkbenchError.sameAccount("u2")) {
            try desk.explain(AccountID("u2"), AccountID("u2"))
        }
    }

    @Test("every item is said in a sentence with its strength and an innocent reason; gaps are said too")
    func words() throws {
        let folder = try TemporaryFolder()
        let explanation = try LinkDesk(reader(folder)).explain(AccountID("u1"), AccountID("u2"))
        for item in explanation.evidence {
            #expect(item.words.hasPrefix("Both accounts "))
            #expect(item.strength.contains(item.bits > 0 ? "ENFSI" : "not counted"))
            #expect(!item.innocent.isEmpty)
        }
        #expect(explanation.strength.count == 4)
        #expect(explanation.missing.contains("No device could be compared: the evidence has no attributes."))
        #expect(explanation.against.contains("They were not created within the same hour."))
        let strangers = try LinkDesk(CaseReader(opening: folder.path("case"))).explain(
            AccountID("u1"), AccountID("u3"))
        #expect(
            strangers.against.contains("Each has means of payment of its own and none in common: u1 1, u3 1.")
        )
        #expect(strangers.missing.contains("No address is known for u3."))
    }
}
