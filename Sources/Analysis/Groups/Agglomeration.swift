/// Joins parts that the mixing test calls one operation, best pair first, until no pair is left.
struct Agglomeration {
    /// Partners looked at for one part, those with the most values in common.
    static let mostPartners = 8
    static let mostRounds = 8
    /// Values spread over more parts than this join nothing.
    static let mostPartsOfValue = 64

    let test: MixingTest
    /// Bits from which a pair is joined.
    let leastBits: Double

    struct Doubt: Sendable {
        var one: Int32
        var two: Int32
        var bits: Double
    }

    /// Joins `parts` (lists of accounts, ascending).
    ///
    /// - Returns: the joined lists, and the pairs about which the test cannot tell, by first accounts.
    func join(_ parts: [[Int32]]) -> (parts: [[Int32]], doubts: [Doubt]) {
        var parts = parts
        var profiles = parts.map { GroupProfile(members: $0, test.table) }
        for _ in 0..<Self.mostRounds {
            let pairs = candidates(profiles).map { ($0, test.compare(profiles[$0.0], profiles[$0.1])) }
            let good = pairs.filter { $0.1.bits >= leastBits && $0.1.bridges > 0 }
                .sorted { ($1.1.bits, $0.0.0, $0.0.1) < ($0.1.bits, $1.0.0, $1.0.1) }
            guard !good.isEmpty else { return (parts, doubts(pairs, parts)) }
            var taken = [Bool](repeating: false, count: parts.count)
            for ((one, two), _) in good where !taken[one] && !taken[two] {
                (taken[one], taken[two]) = (true, true)
                parts[one] = (parts[one] + parts[two]).sorted()
                profiles[one] = GroupProfile(joining: profiles[one], profiles[two])
                parts[two] = []
            }
            profiles = profiles.indices.filter { !parts[$0].isEmpty }.map { profiles[$0] }
            parts = parts.filter { !$0.isEmpty }
        }
        return (parts, [])
    }

    private func doubts(_ pairs: [((Int, Int), MixingTest.Verdict)], _ parts: [[Int32]]) -> [Doubt] {
        pairs.filter { $0.1.outcome == .cannotTell && $0.1.bridges > 1 }
            .map { Doubt(one: parts[$0.0.0][0], two: parts[$0.0.1][0], bits: $0.1.bits) }
    }

    /// Pairs of parts that share values, at most `mostPartners` for each part; ascending.
    private func candidates(_ profiles: [GroupProfile]) -> [(Int, Int)] {
        var holders: [(value: Int32, part: Int32)] = []
        for (part, profile) in profiles.enumerated() {
            for value in profile.value { holders.append((value, Int32(part))) }
        }
        holders.sort { $0 < $1 }
        var shared: [UInt64] = []
        var start = 0
        while start < holders.count {
            var end = start + 1
            while end < holders.count, holders[end].value == holders[start].value { end += 1 }
            if end - start <= Self.mostPartsOfValue {
                for i in start..<end {
                    for j in (i + 1)..<max(i + 1, end) {
                        shared.append(UInt64(holders[i].part) << 32 | UInt64(holders[j].part))
                    }
                }
            }
            start = end
        }
        return strongest(shared.sorted(), count: profiles.count)
    }

    private func strongest(_ shared: [UInt64], count: Int) -> [(Int, Int)] {
        var pairs: [(one: Int, two: Int, values: Int)] = []
        for entry in shared {
            let (one, two) = (Int(entry >> 32), Int(entry & 0xFFFF_FFFF))
            if let last = pairs.last, last.one == one, last.two == two {
                pairs[pairs.count - 1].values += 1
            } else {
                pairs.append((one, two, 1))
            }
        }
        pairs.sort { ($1.values, $0.one, $0.two) < ($0.values, $1.one, $1.two) }
        var degree = [Int](repeating: 0, count: count)
        var kept: [(Int, Int)] = []
        for pair in pairs where degree[pair.one] < Self.mostPartners || degree[pair.two] < Self.mostPartners {
            degree[pair.one] += 1
            degree[pair.two] += 1
            kept.append((pair.one, pair.two))
        }
        return kept.sorted { $0 < $1 }
    }
}
