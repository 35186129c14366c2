import Casework
import Testing

@Suite struct ScoringTablesTests {
    private let header = "account_id,campaign,probability,role,actor,attribution_probability\n"

    @Test("A members file is read in full")
    func members() throws {
        let rows = try CampaignMember.read(
            Array((header + "=a,C-01,0.9,core,Lab,0.8\nb,C-02,1,periphery,,\n").utf8), file: "m")
        let first = CampaignMember(
            account: AccountID("=a"), campaign: "C-01", probability: 0.9, role: .core, actor: "Lab",
            attributionProbability: 0.8)
        let second = CampaignMember(
            account: AccountID("b"), campaign: "C-02", probability: 1, role: .periphery)
        #expect(rows == [first, second])
    }

    @Test("A truth file may lack actors, and columns come in any order")
    func truth() throws {
        let rows = try TruthRow.read(Array("campaign,account_id\nop,a\n".utf8), file: "t")
        #expect(rows == [TruthRow(account: AccountID("a"), campaign: "op")])
    }

    @Test("An account may be in several look-alike groups")
    func lookalikes() throws {
        let rows = try LookalikeRow.read(Array("account_id,group\na,class\na,event\n".utf8), file: "l")
        #expect(rows.map(\.group) == ["class", "event"])
    }

    @Test(
        "A members file that contradicts itself is refused",
        arguments: [
            ("a,C-01,1.5,core,,", "m.csv:2: probability: expected a number from 0 to 1"),
            ("a,C-01,1,chief,,", "m.csv:2: role: expected core or periphery"),
            ("a,,1,core,,", "m.csv:2: campaign: expected a value, found none"),
            ("a,C-01,1,core,,\na,C-02,1,core,,", "m.csv:3: account 'a' stands on line 2 already"),
            ("a,C-01,1,core,X,\nb,C-01,1,core,Y,", "m.csv:3: campaign 'C-01' has another actor on line 2"),
        ])
    func refusals(_ rows: String, _ words: String) {
        let error = #expect(throws: CSVError.self) {
            try CampaignMember.read(Array((header + rows).utf8), file: "m.csv")
        }
        #expect(error?.description == words)
    }

    @Test("An evidence file says what there is, in words of its own; other columns are left alone")
    func evidence() throws {
        let text = "campaign,actor,evidence\nA,Lab,strong\nB,,none\n"
        let rows = try OperationEvidence.read(Array(text.utf8), file: "e")
        #expect(rows.map(\.kind) == [.strong, .none] && rows.map(\.campaign) == ["A", "B"])
        let error = #expect(throws: CSVError.self) {
            try OperationEvidence.read(Array("campaign,evidence\nA,much\n".utf8), file: "e.csv")
        }
        #expect(
            error?.description == "e.csv:2: evidence: expected one of strong, thin, none, forged, reseller")
    }

    @Test("A missing column is named")
    func missingColumn() {
        let error = #expect(throws: CSVError.self) {
            try TruthRow.read(Array("account_id\n".utf8), file: "t.csv")
        }
        #expect(error?.description == "t.csv:1: the header has no column 'campaign'")
    }
}
