import Testing

@testable import Analysis

@Suite("Sign-up buckets")
struct SignUpBucketsTests {
    @Test("accounts made within half an hour always share a bucket", arguments: [1, 2, 3] as [UInt64])
    func halfAnHour(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let time = Int64(1_600_000_000_000) + Int64(random.below(1_000_000_000))
            let later = time + Int64(random.below(1_800_000))
            let one = try #require(SignUpBuckets.buckets(createdAt: time))
            let two = try #require(SignUpBuckets.buckets(createdAt: later))
            #expect(one.0 == two.0 || one.1 == two.1, "seed \(seed): \(time) \(later)")
        }
    }

    @Test("a bucket begins at or before what it holds, and less than an hour before")
    func start() throws {
        let time: Int64 = 1_767_225_661_000
        let pair = try #require(SignUpBuckets.buckets(createdAt: time))
        for bucket in [pair.0, pair.1] {
            let away = time - SignUpBuckets.start(of: bucket).milliseconds
            #expect((0..<3_600_000).contains(away))
        }
    }

    @Test("no time, no bucket")
    func noTime() { #expect(SignUpBuckets.buckets(createdAt: AccountColumns.noTime) == nil) }
}
