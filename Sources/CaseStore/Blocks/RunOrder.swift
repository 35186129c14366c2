/// The rows of a run by account, then time, then line.
///
/// By counting where rows are many for the range of accounts, else by comparison. O(rows + accounts).
struct RunOrder {
    /// Row numbers of the run in sorted order.
    let rows: [UInt32]

    init(_ run: RunBuffer) {
        var order =
            run.count >= RunOrder.fewRows && Int(run.largestAccount) <= run.count * 8
            ? RunOrder.byCounting(run) : RunOrder.byComparison(run)
        if !run.isTimeOrdered { RunOrder.sortByTime(&order, run) }
        rows = order
    }

    private static func byCounting(_ run: RunBuffer) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: Int(run.largestAccount) + 2)
        return starts.withUnsafeMutableBufferPointer { starts in
            for row in 0..<run.count { starts[Int(run.accounts[row]) &+ 1] &+= 1 }
            for index in 1..<starts.count { starts[index] &+= starts[index &- 1] }
            return [UInt32](unsafeUninitializedCapacity: run.count) { order, count in
                for row in 0..<run.count {
                    let account = Int(run.accounts[row])
                    order[Int(starts[account])] = UInt32(truncatingIfNeeded: row)
                    starts[account] &+= 1
                }
                count = run.count
            }
        }
    }

    private static func byComparison(_ run: RunBuffer) -> [UInt32] {
        var keys = (0..<run.count).map { row in
            UInt64(run.accounts[row]) << 32 | UInt64(row)
        }
        keys.sort()
        return keys.map { UInt32(truncatingIfNeeded: $0) }
    }

    /// Sorts each account's rows by time; equal times stay in file order.
    private static func sortByTime(_ order: inout [UInt32], _ run: RunBuffer) {
        order.withUnsafeMutableBufferPointer { order in
            var start = 0
            while start < order.count {
                let account = run.accounts[Int(order[start])]
                var end = start &+ 1
                while end < order.count, run.accounts[Int(order[end])] == account {
                    end &+= 1
                }
                if end &- start > 1 { sortSegment(order, start, end, run) }
                start = end
            }
        }
    }

    private static func sortSegment(
        _ order: UnsafeMutableBufferPointer<UInt32>, _ start: Int, _ end: Int, _ run: RunBuffer
    ) {
        var keys: [(at: Int64, row: UInt32)] = []
        keys.reserveCapacity(end - start)
        for place in start..<end {
            keys.append((RunBuffer.long(run.record(Int(order[place])), RunBuffer.at), order[place]))
        }
        keys.sort { ($0.at, $0.row) < ($1.at, $1.row) }
        for (index, key) in keys.enumerated() { order[start + index] = key.row }
    }

    private static let fewRows = 4096
}

/// The records of a run in sorted order, copied once so that everything after reads straight on.
final class SortedRun {
    private var words: UnsafeMutablePointer<UInt32>
    private var capacity = 1 << 10
    private(set) var stride = 0
    private(set) var count = 0

    init() { words = .allocate(capacity: capacity) }

    deinit { words.deallocate() }

    /// Copies the records of `run`. The memory is kept for the next run.
    func fill(_ run: RunBuffer, _ order: RunOrder) {
        stride = run.stride
        count = run.count
        makeRoom(run.count * stride)
        let (target, source, stride) = (words, run.words, stride)
        order.rows.withUnsafeBufferPointer { rows in
            for place in 0..<rows.count {
                UnsafeMutableRawPointer(target + place &* stride).copyMemory(
                    from: source + Int(rows[place]) &* stride, byteCount: stride &* 4)
            }
        }
    }

    @inline(__always)
    func record(_ place: Int) -> UnsafePointer<UInt32> { UnsafePointer(words + place &* stride) }

    private func makeRoom(_ wanted: Int) {
        guard wanted > capacity else { return }
        words.deallocate()
        capacity = wanted
        words = RecordMemory.allocate(bytes: wanted * 4).bindMemory(to: UInt32.self, capacity: wanted)
    }
}
