import Casework

/// Hours in which accounts were created, on two grids half an hour apart.
///
/// Signal: accounts of an operation are made in batches. Two grids, since a batch may straddle the full hour.
/// Innocent: launch days, classes, events. Weight: by who else was created then, like any value.
enum SignUpBuckets {
    static let bucketSeconds: Int64 = 3600

    /// Bucket numbers of an account: even on the first grid, odd on the second; nil without a time.
    static func buckets(createdAt milliseconds: Int64) -> (Int64, Int64)? {
        guard milliseconds != AccountColumns.noTime else { return nil }
        let seconds = milliseconds / 1000
        let first = seconds / bucketSeconds
        let second = (seconds + bucketSeconds / 2) / bucketSeconds
        return (first * 2, second * 2 + 1)
    }

    /// First moment of a bucket, for people.
    static func start(of bucket: Int64) -> Timestamp {
        let offset = bucket % 2 == 0 ? 0 : bucketSeconds / 2
        return Timestamp(milliseconds: (bucket / 2 * bucketSeconds - offset) * 1000)
    }

    /// Every account in its two buckets. O(accounts + buckets, sorted).
    static func derive(_ accounts: AccountColumns) -> DerivedValues {
        var seen: Set<UInt64> = []
        for account in 0..<accounts.count {
            guard let pair = buckets(createdAt: accounts.createdAt[account]) else { continue }
            seen.insert(UInt64(bitPattern: pair.0))
            seen.insert(UInt64(bitPattern: pair.1))
        }
        let keys = seen.sorted()
        let place = Dictionary(uniqueKeysWithValues: keys.enumerated().map { ($1, $0) })
        return DerivedValues(
            kind: .signUp, keys: keys.map { DerivedValues.Key(high: 0, low: $0) }, accounts: accounts.count
        ) { account, body in
            guard let pair = buckets(createdAt: accounts.createdAt[account]) else { return }
            if let place = place[UInt64(bitPattern: pair.0)] { body(place, 1) }
            if let place = place[UInt64(bitPattern: pair.1)] { body(place, 1) }
        }
    }
}
