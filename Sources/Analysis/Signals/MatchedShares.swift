import Foundation

/// The members' shares against those of all accounts with as much traffic.
///
/// Null: inside bins of volume the labels "member" are dealt anew among the accounts. The account is the unit, so
/// a heavy one counts once. The sum of the members' shares then has an exact mean and variance (sampling without
/// replacement); its tail is normal with many members, and with few it is counted over 999 seeded deals, stopped
/// at 20 as great (Besag and Clifford, Biometrika 78, 1991). Neighbouring bins are put together, from the heaviest
/// down, until each has five accounts that are not members.
struct MatchedShares: Sendable {
    static let leastOutside = 5
    static let fewMembers = 50
    static let deals = 999
    static let mostExceeding = 20

    private struct Stratum {
        var all: [Float] = []
        var members: [Double] = []
        var exchanges = 0.0

        var outside: Int { all.count - members.count }
        var sum: Double { all.reduce(0) { $0 + Double($1) } }
    }

    private let strata: [Stratum]
    /// Exchanges-weighted share of accounts outside with as much traffic.
    let expected: Double
    let pValue: Double

    /// - Parameters:
    ///   - members: uses of the members, all of which are also counted in `shares`.
    ///   - shares: by bin, of every account.
    ///
    /// nil with no five accounts outside.
    init?(_ members: [ModelRelease.Use], _ shares: [[Float]], seed: UInt64) {
        strata = Self.strata(members, shares)
        guard !strata.isEmpty else { return nil }
        let volume = strata.reduce(0) { $0 + $1.exchanges }
        expected = strata.reduce(0.0) { sum, stratum in
            let rest = max(0, stratum.sum - stratum.members.reduce(0, +)) / Double(stratum.outside)
            return sum + rest * stratum.exchanges / volume
        }
        pValue =
            members.count > Self.fewMembers ? Self.normalTail(strata) : Self.dealtTail(strata, seed: seed)
    }

    /// Without those that hold no member.
    private static func strata(_ members: [ModelRelease.Use], _ shares: [[Float]]) -> [Stratum] {
        var strata: [Stratum] = []
        var current = Stratum()
        for bin in shares.indices.reversed() {
            current.all += shares[bin]
            for use in members where use.bin == bin {
                current.members.append(Double(Float(use.share)))
                current.exchanges += Double(use.exchanges)
            }
            if current.outside >= leastOutside {
                strata.append(current)
                current = Stratum()
            }
        }
        if !current.all.isEmpty, !strata.isEmpty {
            strata[strata.count - 1].all += current.all
            strata[strata.count - 1].members += current.members
            strata[strata.count - 1].exchanges += current.exchanges
        }
        return strata.filter { !$0.members.isEmpty }
    }

    private static func normalTail(_ strata: [Stratum]) -> Double {
        var (above, variance) = (0.0, 0.0)
        for stratum in strata {
            let (n, k) = (Double(stratum.all.count), Double(stratum.members.count))
            let mean = stratum.sum / n
            let spread = stratum.all.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / (n - 1)
            above += stratum.members.reduce(0, +) - k * mean
            variance += k * (n - k) / n * spread
        }
        return variance > 1e-12 ? TailProbability.normal(above / variance.squareRoot()) : 1
    }

    private static func dealtTail(_ strata: [Stratum], seed: UInt64) -> Double {
        var random = SeededGenerator(seed: seed)
        let observed = strata.reduce(0) { $0 + $1.members.reduce(0, +) }
        var (asGreat, dealt) = (0, 0)
        while dealt < deals, asGreat < mostExceeding {
            let sum = strata.reduce(0) { $0 + draw($1, &random) }
            dealt += 1
            // Sums of the same shares in another order may differ in the last bits.
            if sum >= observed - 1e-9 { asGreat += 1 }
        }
        return asGreat == mostExceeding
            ? Double(asGreat) / Double(dealt) : Double(asGreat + 1) / Double(dealt + 1)
    }

    /// Sum of as many shares as there are members, without replacement (Floyd's algorithm).
    private static func draw(_ stratum: Stratum, _ random: inout SeededGenerator) -> Double {
        var chosen: Set<Int> = []
        var sum = 0.0
        for limit in stratum.all.count - stratum.members.count..<stratum.all.count {
            let place = random.below(limit + 1)
            let taken = chosen.insert(place).inserted ? place : limit
            if taken == limit { chosen.insert(limit) }
            sum += Double(stratum.all[taken])
        }
        return sum
    }
}
