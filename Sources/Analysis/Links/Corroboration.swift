import Casework
import Foundation

/// For every incidence (account, value): how far the account's values of *other* families are held by the value's
/// other holders, beyond chance and beyond volume.
///
/// Signal: two accounts may share a card by accident and a network by accident; the same accounts sharing both is
/// no accident. An incidence counts only by what corroborates it in an independent family. This finds slow and
/// loud operations alike, and also enterprises and classes, which are told apart later.
///
/// For values v, w of different families with k common holders besides the account, of the smaller's n others, at
/// a chance p = (others of the larger / N) · C each (C: how much more often accounts that hold much of the one kind
/// hold much of the other, at least 1):
///
///     bits(v, w) = min(log2 odds ratio of k in n against p, binomial surprise − bits for the number of tests)
///     c(a, v)    = Σ over other families of the best bits(v, w) over the account's w
///
/// Source: method notes; the binomial and the odds ratio replace Poisson and lift there, which cannot exceed
/// log2(N / holders) and so lose operations that are a large part of a small case.
struct Corroboration {
    static let leastBits = 2.0
    static let mostBits = 10.0
    /// Tests assumed for an account at least.
    static let leastTests = 16.0

    private let table: IncidenceTable
    /// Accounts of the population behind the kept holders of each value; empty where nobody is weighted.
    private let weighted: [Int32]
    /// Volume correction C for every pair of kinds.
    private let volume: [Double]
    let testBits: Double

    init(_ table: IncidenceTable) {
        self.table = table
        weighted = table.coverage.isWeighted ? Self.weightedHolders(table) : []
        (volume, testBits) = Self.degrees(of: table)
    }

    private static func weightedHolders(_ table: IncidenceTable) -> [Int32] {
        (0..<table.valueCount).map { value in
            table.account[table.columns[value]..<table.columns[value + 1]].reduce(0) {
                adding(table.coverage.weight(of: Int($1)), to: $0)
            }
        }
    }

    /// Other accounts of the population that hold a value, besides the account looked at.
    private func others(_ value: Int) -> Double {
        Double(weighted.isEmpty ? table.columns[value + 1] - table.columns[value] : Int(weighted[value])) - 1
    }

    /// c of every incidence, in the order of `table.account` (by value, then account).
    ///
    /// With a `step` above 1 only every step-th value is looked at, the others stay at 0: values are ordered by kind,
    /// so the sample holds every kind in proportion.
    ///
    /// Cost Σ over accounts of (values held)², on all cores; memory O(values) for each.
    func scores(step: Int = 1) -> [Float] {
        let parts = table.account.count < Self.leastForThreads ? 1 : Self.parts
        let ranges = stretches(byCost: table.columns, parts: parts)
        // A value's scores depend on that value alone, and lie together.
        return inParallel(ranges.count) { scores(of: ranges[$0], step: max(1, step)) }.flatMap { $0 }
    }

    /// Incidences from which threads are worth their while, and pieces dealt to them: cost is uneven.
    private static let leastForThreads = 1 << 15
    private static let parts = 16

    private func scores(of values: Range<Int>, step: Int) -> [Float] {
        let base = table.columns[values.lowerBound]
        var scores = [Float](repeating: 0, count: table.columns[values.upperBound] - base)
        let common = FlatBuffer<Int32>(repeating: 0, count: table.valueCount)
        let bits = FlatBuffer<Float>(repeating: 0, count: table.valueCount)
        let strongest = FlatBuffer<Float>(repeating: 0, count: EvidenceFamily.allCases.count)
        var touched: [Int32] = []
        let first = (values.lowerBound + step - 1) / step * step
        for value in stride(from: first, to: values.upperBound, by: step) {
            let holders = table.columns[value]..<table.columns[value + 1]
            guard holders.count > 1 else { continue }
            count(value, holders, common, &touched)
            var isAny = false
            for other in touched {
                let weight = Float(bitsOf(value, Int(other), common: Int(common[other])))
                bits[other] = weight
                common[other] = 0
                if weight > 0 { isAny = true }
            }
            if isAny {
                for place in holders {
                    scores[place - base] = best(
                        Int(table.account[place]), except: table.family[value], bits, strongest)
                }
                for other in touched { bits[other] = 0 }
            }
            touched.removeAll(keepingCapacity: true)
        }
        return scores
    }

    private func count(
        _ value: Int, _ holders: Range<Int>, _ common: borrowing FlatBuffer<Int32>, _ touched: inout [Int32]
    ) {
        let family = table.family[value]
        let (accounts, rows) = (table.account.span, table.rows.span)
        let (values, families) = (table.value.span, table.family.span)
        for place in holders {
            let account = Int(accounts[place])
            for row in rows[account]..<rows[account + 1] {
                let other = values[row]
                guard families[Int(other)] != family else { continue }
                if common[other] == 0 { touched.append(other) }
                common[other] &+= 1
            }
        }
    }

    private func bitsOf(_ value: Int, _ other: Int, common: Int) -> Double {
        guard common > 1 else { return 0 }
        let total = max(2, table.coverage.population - 1)
        let one = table.columns[value + 1] - table.columns[value] - 1
        let two = table.columns[other + 1] - table.columns[other] - 1
        let trials = Double(max(min(one, two), common - 1))
        let correction = volume[Int(table.kind[value]) * table.kindCount + Int(table.kind[other])]
        let chance = min(0.9, max(others(value), others(other)) / total * correction)
        let hits = Double(common - 1)
        let surprise = binomialSurpriseBits(hits: hits, trials: trials, chance: chance) - testBits
        guard surprise >= Self.leastBits else { return 0 }
        let share = (hits + chance) / (trials + 1)
        let ratio = log2(share / (1 - share)) - log2(chance / (1 - chance))
        let bits = min(ratio, surprise)
        return bits >= Self.leastBits ? min(bits, Self.mostBits) : 0
    }

    /// Σ over families of the strongest corroboration among the account's values.
    private func best(
        _ account: Int, except family: UInt8, _ bits: borrowing FlatBuffer<Float>,
        _ strongest: borrowing FlatBuffer<Float>
    ) -> Float {
        let (values, families) = (table.value.span, table.family.span)
        for slot in 0..<strongest.count { strongest[slot] = 0 }
        for place in table.rows[account]..<table.rows[account + 1] {
            let weight = bits[values[place]]
            guard weight > 0 else { continue }
            let slot = Int(families[Int(values[place])])
            if weight > strongest[slot] { strongest[slot] = weight }
        }
        strongest[Int(family)] = 0
        var sum: Float = 0
        for slot in 0..<strongest.count { sum += strongest[slot] }
        return sum
    }

    /// The volume correction of every pair of kinds, and log2 of the pairs tested for one account on average.
    ///
    /// Volume counts all values an account holds, shared or not: among shared ones alone, sharing two kinds would
    /// itself look like volume.
    private static func degrees(of table: IncidenceTable) -> ([Double], Double) {
        let kinds = table.kindCount
        var sums = [Double](repeating: 0, count: kinds)
        var products = [Double](repeating: 0, count: kinds * kinds)
        for account in 0..<table.accountCount {
            let weight = Double(table.coverage.weight(of: account))
            for one in 0..<kinds where table.volume[account * kinds + one] > 0 {
                let degree = weight * Double(table.volume[account * kinds + one])
                sums[one] += degree
                for two in 0..<kinds {
                    products[one * kinds + two] += degree * Double(table.volume[account * kinds + two])
                }
            }
        }
        let total = table.coverage.population
        let volume = (0..<kinds * kinds).map { index in
            let scale = sums[index / kinds] * sums[index % kinds]
            return scale > 0 ? max(1, total * products[index] / scale) : 1
        }
        return (volume, log2(max(leastTests, meanPairs(of: table))))
    }

    /// Pairs of values of different families that an account holds, on average over those that hold any.
    private static func meanPairs(of table: IncidenceTable) -> Double {
        var (pairs, accounts) = (0.0, 0.0)
        var byFamily = [Double](repeating: 0, count: EvidenceFamily.allCases.count)
        for account in 0..<table.accountCount {
            let row = table.rows[account]..<table.rows[account + 1]
            guard !row.isEmpty else { continue }
            for place in row { byFamily[Int(table.family[Int(table.value[place])])] += 1 }
            let size = Double(row.count)
            pairs += (size * size - byFamily.reduce(0) { $0 + $1 * $1 }) / 2
            accounts += 1
            for place in row { byFamily[Int(table.family[Int(table.value[place])])] = 0 }
        }
        return accounts > 0 ? pairs / accounts : 0
    }
}
