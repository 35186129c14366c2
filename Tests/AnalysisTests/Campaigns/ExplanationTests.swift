import Casework
import Testing

@testable import Analysis

@Suite("Explanations")
struct ExplanationTests {
    private func contest(_ truth: String, _ change: (inout SmallWorld) -> Void) -> ExplanationContest {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        change(&world)
        let figures = GroupFigures(world.members(truth), world.input(), world.background())
        return ExplanationContest(figures, withholding: false)
    }

    @Test("prior and signals of every explanation sum to its bits, and shares to one")
    func sums() {
        let contest = contest("ring") { $0.addRing("ring", 40, seed: 2) }
        for explanation in contest.explanations {
            let sum = explanation.signals.reduce(explanation.priorBits) { $0 + $1.bits }
            #expect(abs(sum - explanation.bits) < 1e-9)
        }
        #expect(abs(contest.explanations.reduce(0) { $0 + ($1.probability ?? 0) } - 1) < 1e-9)
        #expect(contest.explanations.count == ExplanationContest.rules.count)
    }

    @Test("a ring is a campaign, and every signal says so in words")
    func ring() {
        let contest = contest("ring") { $0.addRing("ring", 40, seed: 2) }
        #expect(contest.best == .campaign)
        #expect(contest.explanations[0].signals.allSatisfy { !$0.words.isEmpty })
    }

    @Test("country never enters an explanation")
    func country() {
        var world = SmallWorld()
        world.addHonest(200, seed: 1)
        world.addRing("ring", 40, seed: 2)
        let plain = world.input()
        var marked = plain
        marked.accounts.countries = ["XX"]
        for account in world.members("ring") { marked.accounts.country[Int(account)] = 0 }
        marked.restrictedCountries = ["XX"]
        func bits(_ input: AnalysisInput) -> [Double] {
            let table = world.table().1
            let background = Background(input, addresses: AddressTable(input), table: table)
            let figures = GroupFigures(world.members("ring"), input, background)
            return ExplanationContest(figures, withholding: false).explanations.map(\.bits)
        }
        #expect(bits(plain) == bits(marked))
    }

    @Test("without two signs of one control an accusation is refused, whatever else is seen")
    func missing() throws {
        let contest = contest("class") { $0.addClass(40, seed: 2) }
        let campaign = try #require(contest.explanations.first { $0.hypothesis == .campaign })
        let missing = try #require(campaign.signals.first { $0.name == "missing" })
        #expect(missing.bits <= -6)
        #expect(missing.words.contains("two independent signs of one control"))
    }

    /// Accounts with a card and a device each, in batches, all on one rented network.
    private func careful(_ usage: NetworkUsage) -> ExplanationContest {
        var world = SmallWorld()
        world.addHonest(300, seed: 1)
        let exits = (1...8).map { "198.51.100.\($0)" }
        world.addRing("ring", 48, seed: 2, exits: exits, ownMeans: true)
        for (number, account) in world.members("ring").enumerated() {
            let id = world.ids[Int(account)]
            world.holdings.removeAll { $0.account == id && $0.kind == "device" }
            world.hold(id, "device", "device-\(number)")
        }
        world.ranges.append(NetworkRange(range: AddressRange("198.51.100.0/24")!, usage: usage))
        let input = world.input()
        let (catalog, table) = world.table()
        let evidence = Evidence(catalog, table, seed: 1)
        let members = world.members("ring")
        let addresses = AddressTable(input)
        let background = Background(input, addresses: addresses, table: table)
        var figures = GroupFigures(members, input, background)
        figures.rentedNetworks = RentedNetworks.share(
            members, GroupProfile(members: members, table), evidence, input, addresses)
        return ExplanationContest(figures, withholding: false)
    }

    @Test("batches of accounts on machines that nobody else rents are two signs of one control")
    func rented() throws {
        let signals = careful(.hosting).explanations.first { $0.hypothesis == .campaign }?.signals ?? []
        #expect(signals.contains { $0.name == "own_rented_networks" && $0.bits > 1.9 })
        #expect(!signals.contains { $0.name == "missing" && $0.words.contains("two independent signs") })
    }

    @Test(
        "networks of offices, campuses and access providers are no rented machines",
        arguments: [NetworkUsage.corporate, .education, .isp, .mobile, .unknown])
    func notRented(usage: NetworkUsage) {
        let signals = careful(usage).explanations.first { $0.hypothesis == .campaign }?.signals ?? []
        #expect(!signals.contains { $0.name == "own_rented_networks" })
    }
}
