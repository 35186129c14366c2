import Casework
import Testing

@testable import CaseStore

@Suite("Registry of campaigns") struct CampaignRegistryTests {
    private func known(_ id: String, _ members: ClosedRange<UInt32>, isCurrent: Bool = true)
        -> CampaignRegistry.Known
    {
        CampaignRegistry.Known(id: id, members: Array(members), isCurrent: isCurrent)
    }

    private func name(
        _ known: [CampaignRegistry.Known], _ groups: [[UInt32]]
    ) -> (ids: [String], entries: [CampaignRegistry.Entry]) {
        CampaignRegistry(known).name(groups.map { (true, $0) })
    }

    @Test("The same groups again keep their ids and leave no line")
    func same() {
        let (ids, entries) = name(
            [known("C-01", 1...10), known("C-02", 11...14)], [Array(11...14), Array(1...10)])
        #expect(ids == ["C-02", "C-01"] && entries.isEmpty)
    }

    @Test("A campaign of which new logs show many times the accounts is the same one")
    func grown() {
        let (ids, entries) = name([known("C-01", 1...10)], [Array(1...200)])
        #expect(ids == ["C-01"])
        #expect(entries.map(\.event) == [.continued] && entries[0].others.isEmpty)
    }

    @Test("A merged campaign's id goes with it and is given to nobody else")
    func merging() {
        let (ids, entries) = name([known("C-01", 1...10), known("C-02", 11...14)], [Array(1...14)])
        #expect(ids == ["C-01"])
        #expect(entries.map(\.event) == [.continued, .merged])
        #expect(entries.map(\.others) == [["C-02"], ["C-01"]])
        let later = [known("C-01", 1...14), known("C-02", 11...14, isCurrent: false)]
        #expect(name(later, [Array(1...14), Array(30...40)]).ids == ["C-01", "C-03"])
    }

    @Test("A merged group keeps the id of its largest part, whatever the order of the ids")
    func largestPart() {
        #expect(name([known("C-01", 1...4), known("C-02", 5...30)], [Array(1...30)]).ids == ["C-02"])
    }

    @Test("The largest part of a split keeps the id, though it is less than half")
    func splitting() {
        let (ids, entries) = name([known("C-01", 1...10)], [Array(1...3), Array(4...7), Array(8...10)])
        #expect(ids == ["C-02", "C-01", "C-03"])
        #expect(entries.map(\.event) == [.split, .continued, .split])
        #expect(entries.map(\.others) == [["C-01"], [], ["C-01"]])
    }

    @Test("Equal parts of a split: the one that comes first keeps the id")
    func equalParts() {
        #expect(name([known("C-01", 1...10)], [Array(6...10), Array(1...5)]).ids == ["C-01", "C-02"])
    }

    @Test("An id that was gone comes back with its members, one that was merged too")
    func back() {
        let gone = name([known("C-01", 1...10, isCurrent: false)], [Array(2...10)])
        #expect(gone.ids == ["C-01"] && gone.entries.map(\.event) == [.back])
        let merged = [known("C-01", 1...14), known("C-02", 11...14, isCurrent: false)]
        let (ids, entries) = name(merged, [Array(1...10), Array(11...14)])
        #expect(ids == ["C-01", "C-02"])
        #expect(entries.map(\.event) == [.continued, .back] && entries[1].others == ["C-01"])
    }

    @Test("A few accounts in common are no kinship")
    func strangers() {
        let (ids, entries) = name([known("C-01", 1...10)], [Array(9...30)])
        #expect(ids == ["C-02"])
        #expect(entries.map(\.event) == [.new, .gone] && entries[1].others == ["C-02"])
    }

    @Test(
        "A campaign that turns out a look-alike gets another sort of id, and its own again if it turns back")
    func otherSort() {
        let (ids, entries) = CampaignRegistry([known("C-01", 1...10)]).name([(false, Array(1...10))])
        #expect(ids == ["G-01"])
        #expect(entries.map(\.event) == [.reclassified, .reclassified])
        let turned = [known("C-01", 1...10, isCurrent: false), known("G-01", 1...10)]
        #expect(name(turned, [Array(1...10)]).ids == ["C-01"])
    }

    @Test(
        "No id is given twice, and the order of the groups changes none that is clear",
        arguments: (1...20) as ClosedRange<UInt64>)
    func shuffled(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let earlier: [CampaignRegistry.Known] = (0..<5).map { number in
            let first = UInt32(number * 20)
            return known("C-0\(number + 1)", first...first + 15)
        }
        var groups: [[UInt32]] = earlier.map { group in
            var members = group.members.filter { _ in Int.random(in: 0..<10, using: &random) < 8 }
            for _ in 0..<Int.random(in: 0..<4, using: &random) {
                members.append(UInt32.random(in: 500..<900, using: &random))
            }
            return Array(Set(members)).sorted()
        }
        let ids = name(earlier, groups).ids
        #expect(Set(ids).count == ids.count, "seed \(seed)")
        groups.reverse()
        #expect(name(earlier, groups).ids == ids.reversed(), "seed \(seed)")
    }

    @Test("Lists of members come back from their bytes")
    func members() throws {
        let members: [UInt32] = [1, 2, 900, 4_000_000_000]
        let back = try MemberList.bytes(members).withUnsafeBufferPointer { try MemberList.read($0) }
        #expect(back == members)
    }
}
