/// Runs of four words that occur more than once in the texts, found in one stretch of the hashes.
///
/// Most phrases of free text occur once; here they are left behind before anything is kept of them.
/// Phrases are told apart by about 42 bits of hash: of 10 million different ones a dozen share a number with
/// another. That gives a phrase stray holders; texts are aligned word by word before they are called alike.
struct PhraseOccurrences: Sendable {
    /// Words in a phrase. Four: three recur by chance all over natural text ("one of the"), five miss frames
    /// with a slot every few words.
    static let length = 4

    /// Where a phrase starts (place among all words), and which phrase it is, from 0 within this stretch.
    private(set) var places: [UInt32] = []
    private(set) var phrases: [UInt32] = []
    private(set) var phraseCount: UInt32 = 0

    /// Occurrences whose hash falls into `part` of `parts`.
    ///
    /// Complexity: O(words), memory O(words / parts).
    init(_ texts: DistinctTexts, part: Int, of parts: Int) {
        let buckets = Self.buckets
        var bucketEnds = [Int](repeating: 0, count: buckets + 1)
        Self.forEach(texts, part, parts) { hash, _ in bucketEnds[Self.bucket(hash) + 1] += 1 }
        for bucket in 0..<buckets { bucketEnds[bucket + 1] += bucketEnds[bucket] }
        var next = bucketEnds
        let entries = [UInt64](unsafeUninitializedCapacity: bucketEnds[buckets]) { buffer, filled in
            Self.forEach(texts, part, parts) { hash, place in
                let bucket = Self.bucket(hash)
                buffer[next[bucket]] = hash << 32 | UInt64(place)
                next[bucket] += 1
            }
            filled = bucketEnds[buckets]
        }
        var table = CountTable()
        for bucket in 0..<buckets { take(entries[bucketEnds[bucket]..<bucketEnds[bucket + 1]], &table) }
    }

    private mutating func take(_ entries: ArraySlice<UInt64>, _ table: inout CountTable) {
        table.clear(for: entries.count)
        for entry in entries { table.count(UInt32(truncatingIfNeeded: entry >> 32)) }
        for entry in entries {
            guard let phrase = table.phrase(UInt32(truncatingIfNeeded: entry >> 32), next: &phraseCount)
            else {
                continue
            }
            places.append(UInt32(truncatingIfNeeded: entry))
            phrases.append(phrase)
        }
    }

    /// So many that the counts of one stay in a core's cache.
    private static let buckets = 256

    /// Bits 32…39; the high bits choose the part, the low 32 are the key within the bucket.
    @inline(__always)
    private static func bucket(_ hash: UInt64) -> Int { Int(hash >> 32) & (buckets - 1) }

    @inline(__always)
    private static func forEach(
        _ texts: DistinctTexts, _ part: Int, _ parts: Int, _ body: (UInt64, UInt32) -> Void
    ) {
        texts.codes.withUnsafeBufferPointer { codes in
            for text in 0..<texts.count {
                let start = texts.starts[text]
                let end = texts.starts[text + 1] - length
                guard start <= end else { continue }
                for place in start...end {
                    let hash = hash(codes, place)
                    guard Int(((hash >> 40) &* UInt64(parts)) >> 24) == part else { continue }
                    body(hash, UInt32(truncatingIfNeeded: place))
                }
            }
        }
    }

    @inline(__always)
    private static func hash(_ codes: UnsafeBufferPointer<UInt32>, _ place: Int) -> UInt64 {
        let first = UInt64(codes[place]) << 32 | UInt64(codes[place + 1])
        let second = UInt64(codes[place + 2]) << 32 | UInt64(codes[place + 3])
        return Mixing.finish(Mixing.finish(first) &+ second &* Mixing.odd)
    }
}

/// Counts of 32-bit keys, open addressing; emptied in time proportional to what it is to hold.
private struct CountTable {
    private var keys: [UInt32] = []
    private var counts: [UInt32] = []
    /// Number of the phrase plus 1; 0 for none yet.
    private var numbers: [UInt32] = []
    private var mask = 0

    mutating func clear(for entries: Int) {
        var capacity = 64
        while capacity < entries * 2 { capacity *= 2 }
        mask = capacity - 1
        if counts.count < capacity {
            keys = [UInt32](repeating: 0, count: capacity)
            counts = keys
            numbers = keys
        } else {
            for slot in 0..<capacity {
                counts[slot] = 0
                numbers[slot] = 0
            }
        }
    }

    mutating func count(_ key: UInt32) {
        let slot = slot(key)
        keys[slot] = key
        counts[slot] &+= 1
    }

    /// The number of a key that was counted more than once; the next free one when it has none yet.
    mutating func phrase(_ key: UInt32, next: inout UInt32) -> UInt32? {
        let slot = slot(key)
        guard counts[slot] > 1 else { return nil }
        if numbers[slot] == 0 {
            next += 1
            numbers[slot] = next
        }
        return numbers[slot] - 1
    }

    private func slot(_ key: UInt32) -> Int {
        var slot = Int(key &* 0x9E37_79B1) & mask
        while counts[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }
}
