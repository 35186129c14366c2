/// Distinct pairs of 64-bit words numbered from 1 in the order of their coming: addresses, content hashes.
///
/// Open addressing. Belongs to one thread.
final class WideIndex {
    struct Key: Hashable {
        var high: UInt64
        var low: UInt64
    }

    private(set) var keys: [Key] = []
    /// Numbers, 0 for an empty slot.
    private var slots = [UInt32](repeating: 0, count: 1 << 10)
    /// So that nobody can prepare keys that all fall into one slot. No output depends on it.
    private let seed = UInt64.random(in: .min ... .max)

    var count: Int { keys.count }

    /// The number of `key`, or 0.
    func find(_ key: Key) -> UInt32 {
        let number = slots[slot(of: key)]
        return number
    }

    func insert(_ key: Key) -> (number: UInt32, isNew: Bool) {
        let place = slot(of: key)
        if slots[place] != 0 { return (slots[place], false) }
        keys.append(key)
        let number = UInt32(truncatingIfNeeded: keys.count)
        slots[place] = number
        if keys.count * 5 > slots.count * 3 { rebuild(slotCount: slots.count * 2) }
        return (number, true)
    }

    /// Forgets the numbers above `count`. O(count).
    func truncate(to count: Int) {
        guard count < keys.count else { return }
        keys.removeSubrange(count...)
        rebuild(slotCount: slots.count)
    }

    private func slot(of key: Key) -> Int {
        let mask = slots.count &- 1
        var slot =
            Int(
                truncatingIfNeeded: folded(
                    folded(key.high ^ seed, 0xE703_7ED1_A0B4_28DB) ^ key.low, 0x8EBC_6AF0_9C88_C6E3)) & mask
        while slots[slot] != 0, keys[Int(slots[slot]) &- 1] != key { slot = (slot &+ 1) & mask }
        return slot
    }

    private func rebuild(slotCount: Int) {
        slots = Array(repeating: 0, count: slotCount)
        for index in keys.indices { slots[slot(of: keys[index])] = UInt32(truncatingIfNeeded: index + 1) }
    }
}
