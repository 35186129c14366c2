/// Distinct values among one account's rows, with count, first and last moment, in the order of first use.
///
/// Few rows are compared with each other; many go through an array that is indexed by value and never cleared:
/// an entry counts only while it bears the serial of the account in hand. O(rows).
final class AccountGroups {
    private(set) var count = 0
    private(set) var value: UnsafeMutablePointer<UInt32>
    private(set) var rows: UnsafeMutablePointer<UInt32>
    private(set) var first: UnsafeMutablePointer<Int64>
    private(set) var last: UnsafeMutablePointer<Int64>
    private var capacity = 1024
    /// By value: serial in the high half, place among the groups in the low half.
    private var marks: UnsafeMutablePointer<UInt64>
    private var markCapacity = 1 << 16
    private var serial: UInt64 = 0

    init() {
        value = .allocate(capacity: capacity)
        rows = .allocate(capacity: capacity)
        first = .allocate(capacity: capacity)
        last = .allocate(capacity: capacity)
        marks = AccountGroups.zeroed(markCapacity)
    }

    deinit {
        value.deallocate()
        rows.deallocate()
        first.deallocate()
        last.deallocate()
        marks.deallocate()
    }

    /// Makes values up to `largest` known. Call before `collect`.
    func admit(_ largest: UInt32) {
        guard Int(largest) >= markCapacity else { return }
        marks.deallocate()
        markCapacity = Int(largest) &+ 1 + Int(largest) / 2
        marks = AccountGroups.zeroed(markCapacity)
    }

    /// Groups one account's records, which are in order of time, by the word at `place`; 0 is no value.
    func collect(_ records: UnsafePointer<UnsafePointer<UInt32>>, _ many: Int, place: Int) {
        count = 0
        if many > capacity { grow(many) }
        if many <= AccountGroups.fewRows {
            collectFew(records, many, place)
        } else {
            collectMany(records, many, place)
        }
    }

    private func collectFew(_ records: UnsafePointer<UnsafePointer<UInt32>>, _ many: Int, _ place: Int) {
        let (value, rows, first, last) = (value, rows, first, last)
        var count = 0
        for row in 0..<many {
            let found = records[row][place]
            if found == 0 { continue }
            let at = RunBuffer.long(records[row], RunBuffer.at)
            var index = 0
            while index < count, value[index] != found { index &+= 1 }
            if index == count {
                value[index] = found
                rows[index] = 1
                first[index] = at
                count &+= 1
            } else {
                rows[index] &+= 1
            }
            last[index] = at
        }
        self.count = count
    }

    private func collectMany(_ records: UnsafePointer<UnsafePointer<UInt32>>, _ many: Int, _ place: Int) {
        let (value, rows, first, last, marks) = (value, rows, first, last, marks)
        serial &+= 1
        let serial = serial
        var count = 0
        for row in 0..<many {
            let found = records[row][place]
            if found == 0 { continue }
            let at = RunBuffer.long(records[row], RunBuffer.at)
            let mark = marks[Int(found)]
            if mark &>> 32 == serial {
                let index = Int(truncatingIfNeeded: mark & 0xFFFF_FFFF)
                rows[index] &+= 1
                last[index] = at
            } else {
                marks[Int(found)] = serial &<< 32 | UInt64(count)
                value[count] = found
                rows[count] = 1
                first[count] = at
                last[count] = at
                count &+= 1
            }
        }
        self.count = count
    }

    private func grow(_ many: Int) {
        value.deallocate()
        rows.deallocate()
        first.deallocate()
        last.deallocate()
        capacity = many * 2
        value = .allocate(capacity: capacity)
        rows = .allocate(capacity: capacity)
        first = .allocate(capacity: capacity)
        last = .allocate(capacity: capacity)
    }

    private static func zeroed(_ count: Int) -> UnsafeMutablePointer<UInt64> {
        let memory = UnsafeMutablePointer<UInt64>.allocate(capacity: count)
        memory.initialize(repeating: 0, count: count)
        return memory
    }

    /// Up to here comparing is quicker than a miss of the cache.
    private static let fewRows = 16
}
