import CaseStore
import Casework
import Testing

@testable import Workbench

@Suite("What falls out")
struct WhatIfComparisonTests {
    private func group(_ id: String, _ kind: GroupKind, _ members: ClosedRange<UInt32>) -> GroupOutline {
        let accused = kind == .campaign ? Array(members) : []
        let standing = WhatIf.Standing(kind: kind, name: "n", accounts: members.count, accused: accused.count)
        return GroupOutline(id: id, standing: standing, members: Array(members), accused: accused)
    }

    private func compare(_ before: [GroupOutline], _ after: [GroupOutline]) throws -> WhatIf {
        try WhatIfComparison(before: before, after: after) { $0.map { AccountID("u\($0)") } }
            .result(WhatIf(run: "r", without: WhatIf.LeftOut()))
    }

    @Test("the same groups are unchanged, and nobody is cleared")
    func same() throws {
        let groups = [group("C-01", .campaign, 1...20), group("G-01", .course, 30...40)]
        let result = try compare(groups, groups)
        #expect(result.campaigns.map(\.outcome) == [.unchanged])
        #expect((result.accusedBefore, result.accusedAfter, result.clearedTotal) == (20, 20, 0))
        #expect((result.lookAlikesBefore, result.lookAlikesAfter) == (1, 1))
    }

    @Test("members that fall out and come in are counted and named")
    func changed() throws {
        let result = try compare([group("C-01", .campaign, 1...20)], [group("C-01", .campaign, 3...21)])
        let campaign = try #require(result.campaigns.first)
        #expect(campaign.outcome == .changed)
        #expect(campaign.lost.map(\.string) == ["u1", "u2"] && campaign.gained.map(\.string) == ["u21"])
        #expect(result.cleared.map(\.string) == ["u1", "u2"] && result.accusedNew.map(\.string) == ["u21"])
        #expect(campaign.words == "stays a campaign; 2 fall out, 1 come in")
    }

    @Test("a campaign vanishes, or turns out to look like something innocent")
    func gone() throws {
        let before = [group("C-01", .campaign, 1...20), group("C-02", .campaign, 31...50)]
        let result = try compare(before, [group("G-01", .course, 31...50)])
        #expect(result.campaigns.map(\.outcome) == [.vanishes, .lookAlike])
        #expect(result.campaigns.map(\.lostTotal) == [20, 0])
        #expect(result.clearedTotal == 40)
    }

    @Test("a campaign splits, two merge, and one that is found again under another id is not new")
    func splitsAndMerges() throws {
        let split = try compare(
            [group("C-01", .campaign, 1...20)],
            [group("C-01", .campaign, 1...12), group("C-02", .campaign, 13...20)])
        #expect(split.campaigns.map(\.outcome) == [.splits, .appears])
        let merged = try compare(
            [group("C-01", .campaign, 1...20), group("C-02", .campaign, 21...40)],
            [group("C-01", .campaign, 1...40)])
        #expect(merged.campaigns.map(\.outcome) == [.merges, .merges])
        let renamed = try compare([group("C-01", .campaign, 1...40)], [group("C-02", .campaign, 1...10)])
        #expect(renamed.campaigns.map(\.outcome) == [.changed])
        #expect(renamed.campaigns[0].others == ["C-02"])
    }
}
