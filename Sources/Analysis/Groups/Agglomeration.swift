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
    /// Whether pairs about which the test cannot tell are of interest.
    var seeksDoubts = true

    struct Doubt: Sendable {
        var one: Int32
        var two: Int32
        var bits: Double
        /// The bits when any one kind of evidence is left out.
        var range: ClosedRange<Double>
    }

    /// Joins `parts` (lists of accounts, ascending).
    ///
    /// - Returns: the joined lists, and the pairs about which the test cannot tell, by first accounts.
    func join(_ parts: [[Int32]]) -> (parts: [[Int32]], doubts: [Doubt]) {
        var parts = inParallel(parts.count) { test.part(parts[$0]) }
        // Parts that took part in no join are as they were: their pairs need no second look.
        var identity = Array(parts.indices)
        var known: [Pair: MixingVerdict] = [:]
        var next = parts.count
        var round = 0
        while true {
            let found = candidates(parts)
            let names = found.map { Pair(one: identity[$0.0], two: identity[$0.1]) }
            let pairs = Array(zip(found, compared(found, names, parts, known)))
            known = Dictionary(uniqueKeysWithValues: zip(names, pairs.map(\.1)))
            let good = pairs.filter { $0.1.bits >= leastBits && $0.1.isTied }
                .sorted { ($1.1.bits, $0.0.0, $0.0.1) < ($0.1.bits, $1.0.0, $1.0.1) }
            guard !good.isEmpty, round < Self.mostRounds else {
                return (parts.map(\.members), doubts(pairs, parts))
            }
            round += 1
            var taken = [Bool](repeating: false, count: parts.count)
            var isJoined = taken
            for ((one, two), _) in good where !taken[one] && !taken[two] {
                (taken[one], taken[two], isJoined[two]) = (true, true, true)
                parts[one] = test.part(joining: parts[one], parts[two])
                identity[one] = next
                next += 1
            }
            identity = identity.indices.filter { !isJoined[$0] }.map { identity[$0] }
            parts = parts.indices.filter { !isJoined[$0] }.map { parts[$0] }
        }
    }

    private struct Pair: Hashable, Sendable {
        var one: Int
        var two: Int
    }

    /// Pairs compared in one piece of work.
    private static let pieceOfWork = 64

    /// The verdicts on pairs of parts; those whose names are known are not compared again.
    private func compared(
        _ found: [(Int, Int)], _ names: [Pair], _ parts: [MixingTest.Part],
        _ known: [Pair: MixingVerdict]
    ) -> [MixingVerdict] {
        let pieces = (found.count + Self.pieceOfWork - 1) / Self.pieceOfWork
        return inParallel(pieces) { piece in
            (piece * Self.pieceOfWork..<min(found.count, (piece + 1) * Self.pieceOfWork)).map { place in
                known[names[place]]
                    ?? test.compare(parts[found[place].0], parts[found[place].1], forJoining: !seeksDoubts)
            }
        }
        .flatMap { $0 }
    }

    private func doubts(_ pairs: [(pair: (Int, Int), verdict: MixingVerdict)], _ parts: [MixingTest.Part])
        -> [Doubt]
    {
        pairs.filter { $0.verdict.outcome == .cannotTell && $0.verdict.bridges > 1 }
            .map { pair, verdict in
                Doubt(
                    one: parts[pair.0].members[0], two: parts[pair.1].members[0], bits: verdict.bits,
                    range: verdict.range)
            }
    }

    /// Pairs of parts that share values, at most `mostPartners` for each part; ascending.
    private func candidates(_ parts: [MixingTest.Part]) -> [(Int, Int)] {
        var holders: [UInt64] = []
        for (number, part) in parts.enumerated() {
            for value in part.profile.value { holders.append(UInt64(value) << 32 | UInt64(number)) }
        }
        RadixSort.sort(&holders)
        return strongest(Self.sharing(holders, count: parts.count), count: parts.count)
    }

    /// How many values every two parts share, by part, then part.
    ///
    /// - Parameter holders: value in the upper half, part in the lower; ascending.
    private static func sharing(_ holders: [UInt64], count: Int) -> [(one: Int, two: Int, values: Int)] {
        // By part: where the other parts with one of its values stand, those after it.
        var after = [[Range<Int>]](repeating: [], count: count)
        var start = 0
        while start < holders.count {
            var end = start + 1
            while end < holders.count, holders[end] >> 32 == holders[start] >> 32 { end += 1 }
            if end - start <= mostPartsOfValue {
                for place in start..<end where place + 1 < end {
                    after[Int(holders[place] & 0xFFFF_FFFF)].append(place + 1..<end)
                }
            }
            start = end
        }
        var pairs: [(one: Int, two: Int, values: Int)] = []
        var shared = [Int](repeating: 0, count: count)
        for one in 0..<count {
            var others: [Int] = []
            for place in after[one].joined() {
                let two = Int(holders[place] & 0xFFFF_FFFF)
                if shared[two] == 0 { others.append(two) }
                shared[two] += 1
            }
            for two in others.sorted() {
                pairs.append((one, two, shared[two]))
                shared[two] = 0
            }
        }
        return pairs
    }

    private func strongest(_ shared: [(one: Int, two: Int, values: Int)], count: Int) -> [(Int, Int)] {
        var pairs = shared
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
