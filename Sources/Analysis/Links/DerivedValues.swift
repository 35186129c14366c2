import Casework

/// Values made here rather than logged: networks, sign-up buckets, lockstep windows, by a 128-bit key.
///
/// After `number()`, distinct keys are ascending and `value[i]` is the place of incidence i's key among them.
struct DerivedValues: Sendable {
    let kind: ArtifactKind
    private(set) var account: [Int32] = []
    private(set) var count: [UInt32] = []
    private(set) var value: [Int32] = []
    private(set) var keys: [Key] = []
    private var rawKeys: [Key] = []

    struct Key: Hashable, Comparable, Sendable {
        var high: UInt64
        var low: UInt64

        static func < (left: Key, right: Key) -> Bool {
            left.high != right.high ? left.high < right.high : left.low < right.low
        }
    }

    init(kind: ArtifactKind) { self.kind = kind }

    /// Values whose keys are known beforehand: incidences are then given by account, in order.
    ///
    /// - Parameters:
    ///   - keys: ascending, each once; those that nobody holds are dropped.
    ///   - each: calls its body with every place among the keys and its count, of one account after the other,
    ///     any number of times the same; it is called twice and has to say the same both times.
    ///
    /// O(keys + incidences), nothing is sorted.
    init(
        kind: ArtifactKind, keys: [Key], accounts: Int,
        each: (_ account: Int, _ body: (_ place: Int, _ count: UInt32) -> Void) -> Void
    ) {
        self.kind = kind
        var last = [Int32](repeating: -1, count: keys.count)
        var next = [Int](repeating: 0, count: keys.count + 1)
        for owner in 0..<accounts {
            each(owner) { place, _ in
                guard last[place] != Int32(truncatingIfNeeded: owner) else { return }
                last[place] = Int32(truncatingIfNeeded: owner)
                next[place + 1] += 1
            }
        }
        var number = [Int32](repeating: 0, count: keys.count)
        for place in keys.indices {
            number[place] = Int32(truncatingIfNeeded: self.keys.count)
            if next[place + 1] > 0 { self.keys.append(keys[place]) }
            next[place + 1] += next[place]
        }
        let total = next[keys.count]
        account = [Int32](repeating: 0, count: total)
        count = [UInt32](repeating: 0, count: total)
        value = [Int32](repeating: 0, count: total)
        for place in last.indices { last[place] = -1 }
        for owner in 0..<accounts {
            each(owner) { place, uses in
                if last[place] == Int32(truncatingIfNeeded: owner) {
                    count[next[place] - 1] &+= uses
                    return
                }
                last[place] = Int32(truncatingIfNeeded: owner)
                account[next[place]] = Int32(truncatingIfNeeded: owner)
                count[next[place]] = uses
                value[next[place]] = number[place]
                next[place] += 1
            }
        }
    }

    mutating func append(account: Int, high: UInt64 = 0, key: UInt64, count: UInt32) {
        self.account.append(Int32(truncatingIfNeeded: account))
        self.count.append(count)
        rawKeys.append(Key(high: high, low: key))
    }

    /// Sorts by key and account, and sums what an account has of one value. O(n log n); O(n) where it is in order.
    mutating func number() {
        var order = Array(0..<rawKeys.count)
        if !isInOrder {
            order.sort {
                if rawKeys[$0] != rawKeys[$1] { return rawKeys[$0] < rawKeys[$1] }
                return (account[$0], count[$0]) < (account[$1], count[$1])
            }
        }
        var accounts: [Int32] = []
        var counts: [UInt32] = []
        for place in order {
            if keys.last != rawKeys[place] {
                keys.append(rawKeys[place])
            } else if accounts.last == account[place] {
                counts[counts.count - 1] &+= count[place]
                continue
            }
            accounts.append(account[place])
            counts.append(count[place])
            value.append(Int32(keys.count - 1))
        }
        (account, count, rawKeys) = (accounts, counts, [])
    }

    private var isInOrder: Bool {
        rawKeys.indices.dropFirst().allSatisfy { place in
            let (before, key) = (rawKeys[place - 1], rawKeys[place])
            return before < key || before == key && account[place - 1] <= account[place]
        }
    }
}
