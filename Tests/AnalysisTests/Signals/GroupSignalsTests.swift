import Casework
import Testing

@testable import Analysis

struct GroupSignalsTests {
    /// A case in which every signal has something to say.
    private func world() -> SignalWorld {
        var world = SynchronyTests.innocent(120, seed: 1)
        SynchronyTests.addRing(&world, 20, jobs: 150, seed: 2)
        var random = SeededGenerator(seed: 3)
        for place in world.accounts.indices {
            let opening = Int64(SignalWorld.opening) * 1000
            world.accounts[place].createdAt = opening + Int64(random.below(86_400)) * 1000
            if random.below(4) == 0 {
                world.accounts[place].status = .banned
                world.accounts[place].closedAt = opening + Int64(random.below(172_800_000))
            }
            world.accounts[place].country = random.below(3) == 0 ? "XQ" : "GB"
            world.hold(world.accounts[place].id, .payment, "card-\(place / 3)")
        }
        for place in world.exchanges.indices {
            world.exchanges[place].model = random.below(2) == 0 ? "amber-4" : "amber-3"
        }
        world.restricted = ["XQ"]
        world.events = [
            CaseEvent(at: Int64(SignalWorld.opening + 86_400) * 1000, kind: .modelRelease, name: "amber-4")
        ]
        return world
    }

    /// Findings with accounts by id instead of number, as text.
    private func told(_ world: SignalWorld, reversed: Bool = false) -> [String] {
        let input = world.input()
        let context = SignalContext(input, seed: 4)
        let members = world.members("ring")
        let found = GroupSignals.find(
            members: reversed ? members.reversed() : members, input: input, context: context)
        let name = Dictionary(
            uniqueKeysWithValues: world.accounts.enumerated().map { (UInt32($0 + 1), $1.id) })
        return found.map { finding in
            let accounts = finding.accounts.map { name[$0]! }
            return "\(finding.kind) \(finding.value) \(finding.expected ?? -1) \(finding.pValue ?? -1) "
                + "\(finding.words) \(accounts)"
        }
    }

    @Test("Every kind of signal is tested, with figures, words and an innocent explanation")
    func everyKind() {
        let input = world().input()
        let found = GroupSignals.find(
            members: world().members("ring"), input: input, context: SignalContext(input, seed: 4))
        #expect(Set(found.map(\.kind)) == Set(SignalFinding.Kind.allCases))
        for finding in found {
            #expect(finding.value.isFinite)
            #expect(finding.expected?.isFinite == true)
            #expect((0...1).contains(finding.pValue ?? -1))
            #expect(finding.innocent?.isEmpty == false)
            #expect(finding.words.hasSuffix("."))
        }
    }

    @Test("Rows, members and accounts in another order give the same findings")
    func orderDoesNotMatter() {
        let first = told(world())
        #expect(told(world().shuffled(seed: 5)) == first)
        #expect(told(world(), reversed: true) == first)
    }

    @Test("An empty case and members that do not exist give nothing")
    func nothing() {
        let context = SignalContext(AnalysisInput(), seed: 1)
        #expect(GroupSignals.find(members: [0, 5, -1], input: AnalysisInput(), context: context).isEmpty)
        #expect(CaseSignals.find(context, groups: [[0, 7]]).isEmpty)
    }

    @Test("q-values are set over all groups, kind by kind")
    func adjusts() {
        func finding(_ kind: SignalFinding.Kind, _ p: Double?) -> SignalFinding {
            var finding = SignalFinding(kind: kind, value: 0, words: "")
            finding.pValue = p
            return finding
        }
        var groups = [
            [finding(.synchrony, 0.01), finding(.replacement, 0.04)], [],
            [finding(.synchrony, 0.5), finding(.synchrony, nil)],
        ]
        GroupSignals.adjust(&groups)
        #expect(groups[0].map(\.qValue) == [0.02, 0.04])
        #expect(groups[2].map(\.qValue) == [0.5, nil])
    }

    @Test("At most a thousand accounts are listed, and all are counted")
    func listsAreBounded() {
        var accounts = AccountColumns()
        for number in 0..<1500 { accounts.append(number: UInt32(number) + 10) }
        var finding = SignalFinding(kind: .synchrony, value: 0, words: "")
        finding.concern(Array((0..<1500).reversed()), accounts)
        #expect(finding.accounts.count == 1000)
        #expect(finding.accounts.first == 10)
        #expect(finding.accountsTotal == 1500)
    }

    @Test("Figures are written as people read them")
    func words() {
        #expect(FigureWords.percent(0.384) == "38 %")
        #expect(FigureWords.percent(0.0004) == "under 0.1 %")
        #expect(FigureWords.percent(.nan) == "0 %")
        #expect(FigureWords.count(-1_234_567) == "-1,234,567")
        #expect(FigureWords.number(2.44) == "2.4")
        #expect(FigureWords.number(.infinity) == "-")
        #expect(FigureWords.duration(40) == "40 s")
        #expect(FigureWords.duration(9.5 * 3600) == "9.5 h")
        #expect(FigureWords.counted(1, "account") == "1 account")
    }
}
