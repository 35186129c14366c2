import Casework

/// Distinct byte strings, numbered from 0 in the order of first mention.
///
/// Open addressing over slots of 32 bytes. A string of up to 16 bytes, nearly every id, lies in its slot, so
/// that finding it touches one place in memory; a longer one is told by a 64-bit hash and then compared in
/// an arena. The seed keeps hostile evidence from choosing strings that collide; it changes no number.
/// Looking up and inserting are O(length), amortised.
struct ByteDictionary {
    struct Slot: BitwiseCopyable {
        /// Up to 16 bytes: the bytes. Longer: the hash, and where the bytes begin in the arena.
        var first: UInt64
        var second: UInt64
        /// 0 in an empty slot, else 1 + the number.
        var code: UInt32
        var length: UInt32
        /// Fills the slot up to half a cache line.
        var unused: UInt64 = 0

        static var empty: Slot { Slot(first: 0, second: 0, code: 0, length: 0) }
    }

    /// What finding a string needs to know of it.
    struct Key {
        var first: UInt64
        var second: UInt64
        var hash: UInt64
    }

    private static let inlineBytes = 16

    private var table: SlotTable<Slot>
    private var long: [UInt8] = []
    private let seed: UInt64
    private(set) var count = 0

    init(seed: UInt64, capacity: Int = 64) {
        self.seed = seed
        table = SlotTable(count: max(64, capacity).nextPowerOfTwo, empty: .empty)
    }

    /// The number of a string that was inserted, else nil.
    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? { find(bytes, key(bytes)) }

    /// The slot where looking for the key begins: reading it fetches it.
    @inline(__always)
    func firstSlot(_ key: Key) -> UInt32 { table.slots[table.first(key.hash)].code }

    @inline(__always)
    func find(_ bytes: UnsafeBufferPointer<UInt8>, _ key: Key) -> UInt32? {
        let slot = table.slots[place(of: key, bytes)]
        return slot.code == 0 ? nil : slot.code - 1
    }

    /// Takes a string that `find` does not know; its number is the `count` before.
    mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if (count + 1) * 2 > table.count { grow() }
        if !isKnownUniquelyReferenced(&table) { table = table.copy(empty: .empty) }
        var key = key(bytes)
        let index = place(of: key, bytes)
        if bytes.count > ByteDictionary.inlineBytes {
            key.second = UInt64(long.count)
            long.append(contentsOf: bytes)
        }
        count += 1
        let code = UInt32(truncatingIfNeeded: count)
        table.slots[index] = Slot(
            first: key.first, second: key.second, code: code, length: UInt32(truncatingIfNeeded: bytes.count))
        return code - 1
    }

    /// The slot that holds the string, or the empty one where it belongs.
    @inline(__always)
    private func place(of key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var index = table.first(key.hash)
        while true {
            let slot = table.slots[index]
            if slot.code == 0 { return index }
            if slot.first == key.first, slot.length == UInt32(truncatingIfNeeded: bytes.count) {
                if bytes.count <= ByteDictionary.inlineBytes {
                    if slot.second == key.second { return index }
                } else if isStored(bytes, at: Int(slot.second)) {
                    return index
                }
            }
            index = table.next(index)
        }
    }

    private func isStored(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        long[start..<start + bytes.count].elementsEqual(bytes)
    }

    @inline(__always)
    func key(_ bytes: UnsafeBufferPointer<UInt8>) -> Key {
        guard let start = bytes.baseAddress, bytes.count > 0 else {
            return Key(first: 0, second: 0, hash: hash(0, 0, 0))
        }
        let count = bytes.count
        if count <= ByteDictionary.inlineBytes {
            let (first, second) = ByteDictionary.inlineWords(start, count)
            return Key(first: first, second: second, hash: hash(first, second, count))
        }
        var state = seed
        var at = 0
        while count - at > ByteDictionary.inlineBytes {
            state = hash(WordScan.load(start + at) ^ state, WordScan.load(start + at + 8), count)
            at += ByteDictionary.inlineBytes
        }
        let (first, second) = ByteDictionary.inlineWords(start + at, count - at)
        state = hash(first ^ state, second, count)
        return Key(first: state, second: 0, hash: state)
    }

    /// 1 to 16 bytes as two words that, with the length, stand for exactly these bytes.
    @inline(__always)
    private static func inlineWords(_ start: UnsafePointer<UInt8>, _ count: Int) -> (UInt64, UInt64) {
        let raw = UnsafeRawPointer(start)
        if count >= 8 {
            return (WordScan.load(start), WordScan.load(start + (count - 8)))
        }
        if count >= 4 {
            let head = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
            let tail = UInt32(littleEndian: (raw + (count - 4)).loadUnaligned(as: UInt32.self))
            return (UInt64(head) | UInt64(tail) << 32, 0)
        }
        let middle = UInt64(start[count >> 1]) << 8
        return (UInt64(start[0]) | middle | UInt64(start[count - 1]) << 16, 0)
    }

    /// Folded multiplication, as in wyhash (Wang Yi, public domain).
    @inline(__always)
    private func hash(_ first: UInt64, _ second: UInt64, _ count: Int) -> UInt64 {
        let left = first ^ seed ^ 0xA076_1D64_78BD_642F
        let right =
            second ^ seed.byteSwapped ^ 0xE703_7ED1_A0B4_28DB ^ UInt64(truncatingIfNeeded: count) << 56
        let product = left.multipliedFullWidth(by: right)
        return (product.high ^ product.low) &* 0x8EBC_6AF0_9C88_C6E3
    }

    private mutating func grow() {
        let larger = SlotTable<Slot>(count: table.count * 2, empty: .empty)
        for old in 0..<table.count where table.slots[old].code != 0 {
            let slot = table.slots[old]
            let isInline = slot.length <= UInt32(ByteDictionary.inlineBytes)
            let hash = isInline ? hash(slot.first, slot.second, Int(slot.length)) : slot.first
            var index = larger.first(hash)
            while larger.slots[index].code != 0 { index = larger.next(index) }
            larger.slots[index] = slot
        }
        table = larger
    }
}

extension Int {
    /// The least power of two that is not less.
    var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
