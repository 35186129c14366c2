import Casework
import Testing

@testable import CaseStore

@Suite("History of campaigns") struct CampaignHistoryTests {
    private let place: Workplace
    private let writer: CaseWriter

    init() throws {
        place = try Workplace()
        writer = try place.newCase(accounts: 40)
    }

    /// Stores one analysis with these campaigns; another seed is another run.
    private func store(_ campaigns: [ClosedRange<UInt32>], seed: UInt64) throws -> String {
        var findings = Findings(seed: seed, population: "all")
        findings.groups = campaigns.map { members in
            GroupFinding(
                kind: .campaign,
                members: members.map { MemberFinding(account: $0, probability: 1, role: .core) })
        }
        return try writer.store(findings).id
    }

    private func told() throws -> [String] {
        try writer.reader().campaignHistory().map { event in
            "\(event.id) \(event.event) \(event.accounts) "
                + event.kin.map {
                    "\($0.id):\($0.accounts)/\(Int(100 * $0.share))/\(Int(100 * $0.shareOfOther))"
                }
                .joined(separator: " ")
        }
    }

    @Test("The same analysis twice adds nothing")
    func twice() throws {
        _ = try store([1...10], seed: 1)
        _ = try store([1...10], seed: 1)
        #expect(try told() == ["C-01 new 10 "])
    }

    @Test("Added members, a split, a merger, gone and back: with runs, counts and shares")
    func whole() throws {
        let runs = [
            try store([1...10], seed: 1), try store([1...20], seed: 2),
            try store([1...12, 13...20], seed: 3),
            try store([1...20], seed: 4), try store([], seed: 5), try store([2...20], seed: 6),
        ]
        #expect(
            try told() == [
                "C-01 new 10 ", "C-01 continued 20 ", "C-01 continued 12 ", "C-02 split 8 C-01:8/100/40",
                "C-01 continued 20 C-02:8/40/100", "C-02 merged 8 C-01:8/100/40", "C-01 gone 20 ",
                "C-01 back 19 ",
            ])
        let history = try writer.reader().campaignHistory()
        #expect(history.map(\.run) == [0, 1, 2, 2, 3, 3, 4, 5].map { runs[$0] })
        #expect(history.map(\.joined) == [10, 10, 0, 8, 8, 0, 0, 0])
        #expect(history.map(\.left) == [0, 0, 8, 0, 0, 8, 20, 1])
        #expect(history[3].words == "8 accounts split off: 8 accounts (100 %) from C-01")
        #expect(
            try writer.reader().campaignHistory(of: "C-02").map(\.event) == [.split, .continued, .merged])
    }

    @Test("The list has the time of every analysis, and is filtered and sorted as every list")
    func listed() throws {
        let first = try store([1...10], seed: 1)
        _ = try store([1...20], seed: 2)
        _ = try store([1...12, 13...20], seed: 3)
        _ = try store([1...20], seed: 1)
        let reader = try writer.reader()
        let all = try reader.campaignHistory()
        #expect(all.allSatisfy { $0.at != nil } && all.first?.run == first && all.last?.run == first)
        func ids(_ text: String, sort: [ListQuery.SortKey] = []) throws -> [String] {
            let filter = try FilterParser.parse(text, fields: CaseList.history.fields)
            return try reader.campaignHistory(ListQuery(filter: filter, sort: sort)).map {
                "\($0.id) \($0.event)"
            }
        }
        #expect(try ids("event:split") == ["C-02 split"])
        #expect(try ids("kin:C-01 -event:split") == ["C-02 merged"])
        #expect(try ids("accounts>=20 -joined:8") == ["C-01 continued"])
        #expect(try ids("", sort: [.init("accounts", isDescending: true)]).first == "C-01 continued")
        #expect(try reader.count(.history) == all.count)
        #expect(try reader.count(.history) == all.count, "asked again it is the same")
    }

    @Test("A group and another that had to do with it tell the same, each in its words")
    func lines() throws {
        let runs = [try store([1...20], seed: 1), try store([1...12, 13...20], seed: 2)]
        let reader = try writer.reader()
        let day = "(1970-01-01)"
        #expect(
            try reader.campaignHistory(of: "C-01").map { $0.line(of: "C-01") } == [
                "\(runs[0]) \(day): new, 20 accounts",
                "\(runs[1]) \(day): 0 joined, 8 left, 12 accounts now",
                "\(runs[1]) \(day): C-02 8 accounts split off: 8 accounts (100 %) from C-01",
            ])
    }

    @Test("diff tells a split from a group that is new, and a merger from one that is gone")
    func differences() throws {
        _ = try store([1...20], seed: 1)
        _ = try store([1...12, 13...20, 30...34], seed: 2)
        let split = try writer.reader().difference().changes.filter { $0.what == "appeared" }
        #expect(split.first?.words.hasSuffix("split from C-01, 8 of its 20") == true)
        #expect(split.last?.words.contains("split") == false)
        _ = try store([1...20], seed: 3)
        let merged = try writer.reader().difference().changes.filter { $0.what == "vanished" }
        #expect(merged.first?.words.hasSuffix("merged into C-01, 8 of the 20 there") == true)
        #expect(merged.last?.words.contains("merged") == false)
    }
}
