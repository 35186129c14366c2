/// Phrases that the same texts hold, put together.
///
/// The phrases of one frame have about the same holders, however long the slots between them; a stock opening
/// that strangers use has others. So frames are looked for among phrases, by the likeness of their holders,
/// and not among texts by the likeness of their words.
struct PhraseGroups: Sendable {
    /// Least Jaccard index of two phrases' holders. A word that differs in one text of fourteen leaves two
    /// phrases around it at 0.6; the half that two equally common frames share is at 0.5 with either.
    static let likeness = 0.6
    /// MinHash bands and the hashes in each: at the likeness above a pair meets in 86 of 100 cases, and a
    /// frame has many pairs.
    private static let bands = 8
    private static let rows = 3

    /// For each phrase its group; `PhraseIndex.none` for those with too few holders.
    private(set) var groupOf: [UInt32]
    /// For each group the number of holders of its first phrase.
    private(set) var holderCounts: [Int] = []

    var count: Int { holderCounts.count }

    /// Complexity: O(holders of all phrases × bands). Deterministic: phrases are met in their order.
    init(_ index: PhraseIndex, leastHolders: Int, seed: UInt64) {
        let found = inParallel(Self.bands) { band in
            Self.likePairs(index, leastHolders, seed: seed &+ UInt64(band) &* Mixing.odd)
        }
        var forest = Forest(index.count)
        for pairs in found {
            for pair in pairs {
                let left = forest.root(pair.0)
                let right = forest.root(pair.1)
                guard left != right, Self.areLike(index, left, right) else { continue }
                forest.join(left, right)
            }
        }
        groupOf = [UInt32](repeating: PhraseIndex.none, count: index.count)
        for phrase in 0..<UInt32(index.count) where index.holderCount(phrase) >= leastHolders {
            let root = forest.root(phrase)
            if root == phrase {
                groupOf[Int(phrase)] = UInt32(holderCounts.count)
                holderCounts.append(index.holderCount(phrase))
            } else {
                groupOf[Int(phrase)] = groupOf[Int(root)]
            }
        }
    }

    /// Phrases of one band with the first phrase that has the same least hashes, where they are alike.
    private static func likePairs(
        _ index: PhraseIndex, _ leastHolders: Int, seed: UInt64
    ) -> [(UInt32, UInt32)] {
        var first: [UInt64: UInt32] = [:]
        var pairs: [(UInt32, UInt32)] = []
        let factors = (0..<rows).map { Mixing.finish(seed &+ UInt64($0) &* 0x5851_F42D_4C95_7F2D) | 1 }
        for phrase in 0..<UInt32(index.count) where index.holderCount(phrase) >= leastHolders {
            let key = leastHashes(index.holders(phrase), factors)
            guard let leader = first[key] else {
                first[key] = phrase
                continue
            }
            if areLike(index, leader, phrase) { pairs.append((leader, phrase)) }
        }
        return pairs
    }

    @inline(__always)
    private static func leastHashes(_ holders: ArraySlice<UInt32>, _ factors: [UInt64]) -> UInt64 {
        var least = (UInt64.max, UInt64.max, UInt64.max)
        let (first, second, third) = (factors[0], factors[1], factors[2])
        for holder in holders {
            let value = UInt64(holder) &+ 0x1_0000_0001
            least.0 = min(least.0, hash(value, first))
            least.1 = min(least.1, hash(value, second))
            least.2 = min(least.2, hash(value, third))
        }
        return Mixing.finish(Mixing.finish(least.0) &+ least.1) ^ Mixing.finish(least.2 &+ Mixing.odd)
    }

    @inline(__always)
    private static func hash(_ value: UInt64, _ factor: UInt64) -> UInt64 {
        let product = value &* factor
        return (product ^ (product >> 32)) &* factor
    }

    static func areLike(_ index: PhraseIndex, _ left: UInt32, _ right: UInt32) -> Bool {
        let least = min(index.holderCount(left), index.holderCount(right))
        let most = max(index.holderCount(left), index.holderCount(right))
        guard Double(least) >= likeness * Double(most) else { return false }
        let shared = index.holders.withUnsafeBufferPointer { holders in
            sharedCount(
                UnsafeBufferPointer(rebasing: holders[index.starts[Int(left)]..<index.starts[Int(left) + 1]]),
                UnsafeBufferPointer(
                    rebasing: holders[index.starts[Int(right)]..<index.starts[Int(right) + 1]]))
        }
        return Double(shared) >= likeness * Double(least + most - shared)
    }

    /// How many numbers two ascending lists share.
    private static func sharedCount(
        _ left: UnsafeBufferPointer<UInt32>, _ right: UnsafeBufferPointer<UInt32>
    ) -> Int {
        var (place, other, shared) = (0, 0, 0)
        while place < left.count, other < right.count {
            if left[place] == right[other] { shared += 1 }
            let step = left[place] <= right[other]
            if left[place] >= right[other] { other += 1 }
            if step { place += 1 }
        }
        return shared
    }
}

/// Disjoint sets of numbers; the least number of a set is its root.
private struct Forest {
    private var parents: [UInt32]

    init(_ count: Int) { parents = Array(0..<UInt32(count)) }

    mutating func root(_ number: UInt32) -> UInt32 {
        var number = number
        while parents[Int(number)] != number {
            parents[Int(number)] = parents[Int(parents[Int(number)])]
            number = parents[Int(number)]
        }
        return number
    }

    mutating func join(_ left: UInt32, _ right: UInt32) { parents[Int(max(left, right))] = min(left, right) }
}
