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

    /// Every account in its two buckets.
    static func derive(_ accounts: AccountColumns) -> DerivedValues {
        var derived = DerivedValues(kind: .signUp)
        for account in 0..<accounts.count {
            guard let pair = buckets(createdAt: accounts.createdAt[account]) else { continue }
            derived.append(account: account, key: UInt64(bitPattern: pair.0), count: 1)
            derived.append(account: account, key: UInt64(bitPattern: pair.1), count: 1)
        }
        derived.number()
        return derived
    }
}
