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

        static func < (left: Key, right: Key) -> Bool { (left.high, left.low) < (right.high, right.low) }
    }

    init(kind: ArtifactKind) { self.kind = kind }

    mutating func append(account: Int, high: UInt64 = 0, key: UInt64, count: UInt32) {
        self.account.append(Int32(truncatingIfNeeded: account))
        self.count.append(count)
        rawKeys.append(Key(high: high, low: key))
    }

    /// Sorts by key and account, and sums what an account has of one value. O(n log n).
    mutating func number() {
        let order = (0..<rawKeys.count).sorted {
            (rawKeys[$0], account[$0], count[$0]) < (rawKeys[$1], account[$1], count[$1])
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
}
