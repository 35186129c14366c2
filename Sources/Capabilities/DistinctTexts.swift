/// Which texts of a column are equal, byte for byte.
struct DistinctTexts {
    /// The first text of each kind, ascending.
    private(set) var firsts: [Int32] = []
    /// For each text the place of its kind in `firsts`.
    private(set) var kinds: [Int32] = []

    /// Linear in the bytes. Texts with one hash are compared, so no two texts are taken for one; the hash is
    /// Swift's own, whose key a sender of texts cannot know. Nothing of the result depends on the hashes.
    init(_ column: TextColumn, threads: Int) {
        let hashes = Self.hashes(column, threads: threads)
        var kindOfHash: [Int: Int32] = [:]
        kindOfHash.reserveCapacity(column.count)
        kinds.reserveCapacity(column.count)
        // Kinds of one hash form a chain, which in practice has one member.
        var nextOfKind: [Int32] = []
        column.bytes.withUnsafeBufferPointer { bytes in
            for text in 0..<column.count {
                let head = kindOfHash[hashes[text]] ?? -1
                var kind = head
                while kind >= 0 && !Self.areEqual(column, bytes, Int(firsts[Int(kind)]), text) {
                    kind = nextOfKind[Int(kind)]
                }
                if kind < 0 {
                    kind = Int32(firsts.count)
                    firsts.append(Int32(text))
                    nextOfKind.append(head)
                    kindOfHash[hashes[text]] = kind
                }
                kinds.append(kind)
            }
        }
    }

    private static func areEqual(
        _ column: TextColumn, _ bytes: UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int
    ) -> Bool {
        bytes[column.range(left)].elementsEqual(bytes[column.range(right)])
    }

    private static func hashes(_ column: TextColumn, threads: Int) -> [Int] {
        let share = (column.count + threads - 1) / max(threads, 1)
        let parts = Shares(count: threads) { (part: Int) -> [Int] in
            let texts = min(part * share, column.count)..<min((part + 1) * share, column.count)
            return column.bytes.withUnsafeBytes { bytes in
                texts.map { text in
                    var hasher = Hasher()
                    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[column.range(text)]))
                    return hasher.finalize()
                }
            }
        }
        return parts.values.flatMap { $0 }
    }
}
