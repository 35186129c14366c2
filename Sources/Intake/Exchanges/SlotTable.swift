import Foundation

/// The slots of a hash table, zeroed, in memory of their own.
///
/// Slots start at a multiple of a cache line, so that one of 32 bytes never lies in two of them; big tables
/// ask for huge pages, since the walk to a page costs as much as the fetch. Indexes come from `first` and
/// `next`, which are within the table by construction.
final class SlotTable<Slot: BitwiseCopyable> {
    /// From this size on huge pages are asked for.
    private static var hugeBytes: Int { 2 << 20 }

    let slots: UnsafeMutablePointer<Slot>
    let count: Int
    private let mask: Int
    private let shift: UInt64

    /// - Parameter count: a power of two from 2.
    init(count: Int, empty: Slot) {
        precondition(count >= 2 && count & (count - 1) == 0, "a table has a power of two of slots")
        let bytes = count * MemoryLayout<Slot>.stride
        let isHuge = bytes >= SlotTable.hugeBytes
        let alignment = isHuge ? SlotTable.hugeBytes : 64
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: alignment)
        if isHuge { madvise(memory, bytes, Int32(MADV_HUGEPAGE)) }
        slots = memory.bindMemory(to: Slot.self, capacity: count)
        slots.initialize(repeating: empty, count: count)
        self.count = count
        mask = count - 1
        shift = UInt64(64 - count.trailingZeroBitCount)
    }

    deinit { slots.deallocate() }

    /// Where looking for a hash begins: its top bits, the best mixed ones.
    @inline(__always)
    func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> shift) }

    @inline(__always)
    func next(_ index: Int) -> Int { (index &+ 1) & mask }

    func copy(empty: Slot) -> SlotTable {
        let copy = SlotTable(count: count, empty: empty)
        copy.slots.update(from: slots, count: count)
        return copy
    }
}
