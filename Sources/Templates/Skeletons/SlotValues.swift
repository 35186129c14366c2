import Casework

/// Counts what stands in one slot.
struct SlotValues {
    private struct Seen {
        var samples: Int
        var bytes: ArraySlice<UInt8>
    }

    /// Examples kept of a slot, and their length in characters.
    private static let examples = 20
    private static let exampleLength = 200
    /// Bytes of a value that are looked at for an example: one "character" can be any number of bytes.
    private static let exampleBytes = 1600

    private var seen: [UInt64: Seen] = [:]
    private var shortest = Int.max
    private var longest = 0

    mutating func add(_ value: ArraySlice<UInt8>, words: Int) {
        shortest = min(shortest, words)
        longest = max(longest, words)
        guard !value.isEmpty else { return }
        var hash = Mixing.odd
        for byte in value { hash = (hash ^ UInt64(byte)) &* Mixing.byteFactor }
        seen[Mixing.finish(hash), default: Seen(samples: 0, bytes: value)].samples += 1
    }

    /// Complexity: O(d log d) in the distinct values.
    var slot: TemplateFinding.Slot {
        let order = seen.values.sorted { left, right in
            left.samples != right.samples
                ? left.samples > right.samples : left.bytes.lexicographicallyPrecedes(right.bytes)
        }
        let examples = order.prefix(Self.examples).map {
            TemplateFinding.Slot.Value(text: Self.example($0.bytes), samples: $0.samples)
        }
        return TemplateFinding.Slot(
            distinct: seen.count, examples: examples, shortestWords: shortest == .max ? 0 : shortest,
            longestWords: longest)
    }

    private static func example(_ bytes: ArraySlice<UInt8>) -> String {
        var cut = bytes.prefix(exampleBytes)
        if cut.count < bytes.count {
            while let last = cut.last, last & 0xC0 == 0x80 { cut.removeLast() }
            if let last = cut.last, last >= 0xC0 { cut.removeLast() }
        }
        return String(String(decoding: cut, as: UTF8.self).prefix(exampleLength))
    }
}
