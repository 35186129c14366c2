/// Which of several sorted runs has the next rows, by account, then time, then run.
///
/// A binary heap of plain records: nothing in here counts references, since a stretch is three rows long where
/// accounts are many. A stretch of k rows costs O(k + log runs).
struct RunMerge {
    /// Rows of a block that is in memory for as long as they are in the heap.
    struct Rows {
        var account: UnsafePointer<UInt32>
        var at: UnsafePointer<Int64>
        var rows: Range<Int>
    }

    private struct Head {
        var account: UnsafePointer<UInt32>
        var at: UnsafePointer<Int64>
        var row: Int
        var end: Int
        var run: Int

        @inline(__always)
        func isBefore(_ other: Head) -> Bool {
            let (own, others) = (account[row], other.account[other.row])
            if own != others { return own < others }
            let (early, late) = (at[row], other.at[other.row])
            return early == late ? run < other.run : early < late
        }
    }

    private var heads: [Head] = []

    init(runs: Int) { heads.reserveCapacity(runs) }

    /// The run whose rows come next.
    var first: Int? { heads.first?.run }

    /// True when all rows of the first run's block are given.
    var isUsedUp: Bool { heads[0].row == heads[0].end }

    var columns: (account: UnsafePointer<UInt32>, at: UnsafePointer<Int64>) {
        (heads[0].account, heads[0].at)
    }

    mutating func add(_ run: Int, _ rows: Rows) {
        heads.append(
            Head(
                account: rows.account, at: rows.at, row: rows.rows.lowerBound, end: rows.rows.upperBound,
                run: run))
        var place = heads.count - 1
        while place > 0, heads[place].isBefore(heads[(place - 1) / 2]) {
            heads.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    mutating func replaceFirst(_ rows: Rows) {
        heads[0].account = rows.account
        heads[0].at = rows.at
        heads[0].row = rows.rows.lowerBound
        heads[0].end = rows.rows.upperBound
        siftDown()
    }

    mutating func removeFirst() {
        heads.swapAt(0, heads.count - 1)
        heads.removeLast()
        siftDown()
    }

    /// The first run's rows up to where another run's come first, or to the end of its block: then it stays
    /// first, used up, until `replaceFirst` or `removeFirst`.
    mutating func takeStretch() -> Range<Int> {
        let start = heads[0].row
        guard heads.count > 1 else {
            heads[0].row = heads[0].end
            return start..<heads[0].end
        }
        let rival = heads.count > 2 && heads[2].isBefore(heads[1]) ? heads[2] : heads[1]
        heads[0].row += 1
        while heads[0].row < heads[0].end, heads[0].isBefore(rival) { heads[0].row &+= 1 }
        let end = heads[0].row
        if end < heads[0].end { siftDown() }
        return start..<end
    }

    private mutating func siftDown() {
        heads.withUnsafeMutableBufferPointer { heads in
            var place = 0
            while true {
                var best = place
                let left = 2 &* place &+ 1
                if left < heads.count, heads[left].isBefore(heads[best]) { best = left }
                if left &+ 1 < heads.count, heads[left &+ 1].isBefore(heads[best]) { best = left &+ 1 }
                if best == place { return }
                heads.swapAt(place, best)
                place = best
            }
        }
    }
}
