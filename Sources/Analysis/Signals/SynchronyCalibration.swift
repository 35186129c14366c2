/// The synchrony test tried on the case's own rows after each account's were moved in time.
///
/// Inside every window an account's rows are shifted round by one random step, the same for all of them: its
/// volume, pauses and bursts stay, what ties it to other accounts is gone. A good test then finds p ≤ .05 in at
/// most a twentieth of the accounts. Whole frames are drawn, until there are rows enough.
struct SynchronyCalibration: Sendable, Hashable {
    /// Enough to place a share of a twentieth to within a few tenths of a percent.
    static let mostRows = 400_000
    static let leastCells = 10
    static let leastAccounts = 20

    /// The shifts are drawn from it.
    let seed: UInt64
    let accounts: Int
    /// Share of those with p ≤ .05.
    let falseShare: Double

    /// O(rows drawn).
    init?(_ frames: FrameRows, scale: SynchronyScan.Scale, seed: UInt64) {
        let drawn = Self.draw(frames, seed)
        let (window, bucket) = (UInt64(scale.windowSeconds), UInt64(scale.bucketSeconds))
        let moved = FrameRows(frames, frames: drawn) { row in
            let (second, account) = (row >> 32, row & 0xFFFF_FFFF)
            let start = second / window * window
            var random = SeededGenerator(seed: seed ^ account << 32 ^ second / window)
            let step = UInt64(random.below(Int(window / bucket))) * bucket
            return (start + (second - start + step) % window) << 32 | account
        }
        guard let scan = SynchronyScan.all(moved, scales: [scale]).first else { return nil }
        let tested = scan.tally.indices.filter { scan.tally[$0].cells >= Self.leastCells }
        guard tested.count >= Self.leastAccounts else { return nil }
        self.seed = seed
        accounts = tested.count
        falseShare = Double(tested.count { scan.pValue($0) <= 0.05 }) / Double(tested.count)
    }

    private static func draw(_ frames: FrameRows, _ seed: UInt64) -> [Int] {
        var random = SeededGenerator(seed: seed)
        var order = Array(0..<frames.frames)
        for place in order.indices.dropFirst() { order.swapAt(place, random.below(place + 1)) }
        var rows = 0
        let drawn = order.filter { frame in
            let size = frames.offsets[frame + 1] - frames.offsets[frame]
            guard rows + size <= mostRows else { return false }
            rows += size
            return true
        }
        return drawn.sorted()
    }
}
