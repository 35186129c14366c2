import Dispatch
import Synchronization

/// Rollup blocks decoded beside each other: for sums and sets, where neither order nor runs matter.
enum RollupGathering {
    /// What each worker made; every block of the kind in complete sources went to one of them.
    ///
    /// Blocks are read in turn, a batch at a time, and decoded on several cores. O(entries of the kind).
    /// - Parameters:
    ///   - withTimes: whether first and last moments are wanted.
    ///   - empty: what every worker begins with.
    static func parts<Part: Sendable>(
        _ handle: Handle, _ kind: RollupKind, withTimes: Bool = false, from empty: Part,
        _ body: @Sendable (RollupColumns, inout Part) -> Void
    ) throws -> [Part] {
        let parts = Mutex([Result<Part, any Error>](repeating: .success(empty), count: workers))
        var batch: [[UInt8]] = []
        try handle.each(
            "SELECT body FROM rollup_block WHERE kind = ? AND source <= (SELECT source FROM horizon)",
            [.text(kind.rawValue)]
        ) { row in
            batch.append(Array(row.bytes(0)))
            guard batch.count == batchBlocks else { return }
            decode(batch, kind, withTimes, empty, parts, body)
            batch.removeAll(keepingCapacity: true)
        }
        decode(batch, kind, withTimes, empty, parts, body)
        return try parts.withLock { try $0.map { try $0.get() } }
    }

    private static func decode<Part: Sendable>(
        _ batch: [[UInt8]], _ kind: RollupKind, _ withTimes: Bool, _ empty: Part,
        _ parts: borrowing Mutex<[Result<Part, any Error>]>,
        _ body: @Sendable (RollupColumns, inout Part) -> Void
    ) {
        DispatchQueue.concurrentPerform(iterations: batch.isEmpty ? 0 : workers) { worker in
            // Taken out, so that the worker changes its own and never a copy.
            let own = parts.withLock { parts in
                defer { parts[worker] = .success(empty) }
                return parts[worker]
            }
            let done = own.flatMap { part in
                Result {
                    var part = part
                    let columns = RollupColumns()
                    for place in stride(from: worker, to: batch.count, by: workers) {
                        try batch[place].withUnsafeBufferPointer {
                            try columns.decode($0, kind: kind, withTimes: withTimes)
                        }
                        body(columns, &part)
                    }
                    return part
                }
            }
            parts.withLock { $0[worker] = done }
        }
    }

    private static let workers = 4
    /// Some megabytes.
    private static let batchBlocks = 64
}
