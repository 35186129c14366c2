/// Distinct byte strings numbered from 1 in the order of their coming: open addressing over one arena.
///
/// Lookups take one miss of the cache as a rule: a slot holds 32 bits of the hash beside the number.
/// Belongs to one thread.
final class ByteIndex {
    private var arena: UnsafeMutablePointer<UInt8>
    private var arenaCapacity = 1 << 12
    private var ends: [Int] = []
    /// Upper half: upper half of the hash; lower half: the number, 0 for an empty slot.
    private var slots: [UInt64]
    /// So that nobody can prepare ids that all fall into one slot. No output depends on it.
    private let seed = UInt64.random(in: .min ... .max)

    init() {
        arena = .allocate(capacity: arenaCapacity)
        slots = Array(repeating: 0, count: 1 << 10)
    }

    deinit { arena.deallocate() }

    var count: Int { ends.count }

    /// The number of `key`, or 0.
    func find(_ key: UnsafeBufferPointer<UInt8>) -> UInt32 { find(key, hash(key)) }

    /// The number of `key`, which is added if it is new.
    func insert(_ key: UnsafeBufferPointer<UInt8>) -> (number: UInt32, isNew: Bool) {
        let hash = hash(key)
        let found = find(key, hash)
        if found != 0 { return (found, false) }
        store(key)
        let number = UInt32(truncatingIfNeeded: ends.count)
        if ends.count * 5 > slots.count * 3 {
            rebuild(slotCount: slots.count * 2)
        } else {
            place(hash, number)
        }
        return (number, true)
    }

    /// The bytes of a number that was given out; valid until the next insertion.
    func bytes(_ number: UInt32) -> UnsafeBufferPointer<UInt8> {
        let index = Int(number) &- 1
        let start = index == 0 ? 0 : ends[index &- 1]
        return UnsafeBufferPointer(start: UnsafePointer(arena + start), count: ends[index] &- start)
    }

    /// Forgets the numbers above `count`. O(count).
    func truncate(to count: Int) {
        guard count < ends.count else { return }
        ends.removeSubrange(count...)
        rebuild(slotCount: slots.count)
    }

    func reserve(_ count: Int) {
        var wanted = slots.count
        while count * 5 > wanted * 3 { wanted *= 2 }
        ends.reserveCapacity(count)
        if wanted > slots.count { rebuild(slotCount: wanted) }
    }

    @inline(__always)
    private func find(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> UInt32 {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count &- 1
            var slot = Int(truncatingIfNeeded: hash) & mask
            while true {
                let entry = slots[slot]
                let number = UInt32(truncatingIfNeeded: entry)
                if number == 0 { return 0 }
                if entry &>> 32 == hash &>> 32, equal(bytes(number), key) { return number }
                slot = (slot &+ 1) & mask
            }
        }
    }

    @inline(__always)
    private func equal(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        let one = UnsafeRawBufferPointer(left)
        let other = UnsafeRawBufferPointer(right)
        var at = 0
        while at &+ 8 <= one.count {
            if one.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                != other.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            {
                return false
            }
            at &+= 8
        }
        while at < one.count {
            if left[at] != right[at] { return false }
            at &+= 1
        }
        return true
    }

    private func store(_ key: UnsafeBufferPointer<UInt8>) {
        let start = ends.last ?? 0
        if start + key.count > arenaCapacity {
            let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: (start + key.count) * 2)
            grown.update(from: arena, count: start)
            arena.deallocate()
            arena = grown
            arenaCapacity = (start + key.count) * 2
        }
        if let source = key.baseAddress { (arena + start).update(from: source, count: key.count) }
        ends.append(start + key.count)
    }

    private func place(_ hash: UInt64, _ number: UInt32) {
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = (hash &>> 32) &<< 32 | UInt64(number)
    }

    private func rebuild(slotCount: Int) {
        slots = Array(repeating: 0, count: slotCount)
        for index in ends.indices {
            let number = UInt32(truncatingIfNeeded: index + 1)
            place(hash(bytes(number)), number)
        }
    }

    /// After wyhash (Wang Yi): words of eight bytes, each folded by a 64 by 64 bit product.
    @inline(__always)
    private func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawBufferPointer(key)
        var hash = seed ^ UInt64(raw.count) &* 0xA076_1D64_78BD_642F
        var at = 0
        while at &+ 8 <= raw.count {
            hash = folded(
                hash ^ raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), 0xE703_7ED1_A0B4_28DB)
            at &+= 8
        }
        var tail: UInt64 = 0
        while at < raw.count {
            tail = tail &<< 8 | UInt64(raw[at])
            at &+= 1
        }
        return folded(hash ^ tail, 0x8EBC_6AF0_9C88_C6E3)
    }
}

/// The halves of a 128-bit product, folded together.
@inline(__always)
func folded(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
}
