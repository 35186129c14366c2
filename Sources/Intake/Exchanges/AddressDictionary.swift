import Casework

/// Distinct addresses, numbered from 0 in the order of first mention; see `ByteDictionary`.
///
/// IPv4 and IPv6 have tables of their own and one numbering: an IPv4 slot has 8 bytes, so that a hundred
/// thousand addresses still lie in a core's cache.
struct AddressDictionary {
    /// The address above, its code below; 0 in an empty slot, since codes begin with 1.
    private typealias Slot4 = UInt64

    private struct Slot6: BitwiseCopyable {
        var high: UInt64
        var low: UInt64
        /// 0 in an empty slot, else 1 + the number. 64 bits fill the slot up to half a cache line.
        var code: UInt64
        var unused: UInt64 = 0

        static var empty: Slot6 { Slot6(high: 0, low: 0, code: 0) }
    }

    private var table4 = SlotTable<Slot4>(count: 1024, empty: 0)
    private var table6 = SlotTable<Slot6>(count: 64, empty: .empty)
    private var count4 = 0
    private var count6 = 0
    private let seed: UInt64

    init(seed: UInt64) { self.seed = seed }

    var count: Int { count4 + count6 }

    /// 1 + the number of the address; `isNew` if it was not known. O(1), amortised.
    @inline(__always)
    mutating func code(of address: IPAddress) -> (code: UInt32, isNew: Bool) {
        if address.isIPv4 {
            let known = UInt32(truncatingIfNeeded: table4.slots[place4(address.low)])
            return known != 0 ? (known, false) : (insert4(address.low), true)
        }
        let known = table6.slots[place6(address)].code
        return known != 0 ? (UInt32(truncatingIfNeeded: known), false) : (insert6(address), true)
    }

    /// The slot where looking for the address begins: reading it fetches it.
    @inline(__always)
    func firstSlot(_ address: IPAddress) -> UInt32 {
        let hash = hash(address.high, address.low)
        let slot = address.isIPv4 ? table4.slots[table4.first(hash)] : table6.slots[table6.first(hash)].code
        return UInt32(truncatingIfNeeded: slot)
    }

    // MARK: IPv4

    @inline(__always)
    private func place4(_ low: UInt64) -> Int {
        var index = table4.first(hash(0, low))
        while true {
            let slot = table4.slots[index]
            if slot == 0 || slot >> 32 == low & 0xFFFF_FFFF { return index }
            index = table4.next(index)
        }
    }

    @inline(never)
    private mutating func insert4(_ low: UInt64) -> UInt32 {
        if (count4 + 1) * 2 > table4.count { grow4() }
        if !isKnownUniquelyReferenced(&table4) { table4 = table4.copy(empty: 0) }
        let code = UInt32(truncatingIfNeeded: count + 1)
        count4 += 1
        table4.slots[place4(low)] = low << 32 | UInt64(code)
        return code
    }

    private mutating func grow4() {
        let old = table4
        table4 = SlotTable(count: old.count * 2, empty: 0)
        for index in 0..<old.count where old.slots[index] != 0 {
            let slot = old.slots[index]
            table4.slots[place4(0xFFFF_0000_0000 | slot >> 32)] = slot
        }
    }

    // MARK: IPv6

    @inline(__always)
    private func place6(_ address: IPAddress) -> Int {
        var index = table6.first(hash(address.high, address.low))
        while true {
            let slot = table6.slots[index]
            if slot.code == 0 || (slot.low == address.low && slot.high == address.high) { return index }
            index = table6.next(index)
        }
    }

    @inline(never)
    private mutating func insert6(_ address: IPAddress) -> UInt32 {
        if (count6 + 1) * 2 > table6.count { grow6() }
        if !isKnownUniquelyReferenced(&table6) { table6 = table6.copy(empty: .empty) }
        let code = UInt32(truncatingIfNeeded: count + 1)
        count6 += 1
        table6.slots[place6(address)] = Slot6(high: address.high, low: address.low, code: UInt64(code))
        return code
    }

    private mutating func grow6() {
        let old = table6
        table6 = SlotTable(count: old.count * 2, empty: .empty)
        for index in 0..<old.count where old.slots[index].code != 0 {
            let slot = old.slots[index]
            table6.slots[place6(IPAddress(high: slot.high, low: slot.low))] = slot
        }
    }

    /// Folded multiplication, as in wyhash (Wang Yi, public domain).
    @inline(__always)
    private func hash(_ high: UInt64, _ low: UInt64) -> UInt64 {
        let left = high ^ seed ^ 0xA076_1D64_78BD_642F
        let product = left.multipliedFullWidth(by: low ^ seed.byteSwapped ^ 0xE703_7ED1_A0B4_28DB)
        return (product.high ^ product.low) &* 0x8EBC_6AF0_9C88_C6E3
    }
}
