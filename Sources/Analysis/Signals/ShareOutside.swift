import Casework

/// How common something is among accounts, with any group taken out.
///
/// Controls of a population `suspects+control 1:N` count for N accounts each.
struct ShareOutside: Sendable {
    private let tested: [Bool]
    private let hit: [Bool]
    private let weight: [UInt32]
    private var testedTotal = 0.0
    private var hitTotal = 0.0

    /// O(accounts).
    init(tested: [Bool], hit: [Bool], _ accounts: AccountColumns) {
        (self.tested, self.hit, weight) = (tested, hit, accounts.weight)
        for account in tested.indices where tested[account] {
            testedTotal += weighed(account)
            if hit[account] { hitTotal += weighed(account) }
        }
    }

    func isHit(_ account: Int32) -> Bool { hit[Int(account)] }
    func isTested(_ account: Int32) -> Bool { tested[Int(account)] }

    /// Share of the tested accounts outside the group that are hit; 0 where nobody is outside. O(members).
    func outside(_ members: [Int32]) -> Double {
        let rest = totals(without: members)
        return rest.tested > 0 ? rest.hits / rest.tested : 0
    }

    /// The same, half an account of each sort added, so that it is neither 0 nor 1: a chance to test against.
    func chance(_ members: [Int32]) -> Double {
        let rest = totals(without: members)
        return (rest.hits + 0.5) / (rest.tested + 1)
    }

    private func totals(without members: [Int32]) -> (tested: Double, hits: Double) {
        var (rest, hits) = (testedTotal, hitTotal)
        for member in members where tested[Int(member)] {
            rest -= weighed(Int(member))
            if hit[Int(member)] { hits -= weighed(Int(member)) }
        }
        return (max(0, rest), max(0, min(hits, rest)))
    }

    private func weighed(_ account: Int) -> Double {
        account < weight.count ? Double(weight[account]) : 1
    }
}
