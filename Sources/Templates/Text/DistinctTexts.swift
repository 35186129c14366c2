import Casework

/// The texts of a column by their words, each once.
///
/// Texts with the same words are one: case of ASCII letters, white space and punctuation do not tell texts
/// apart. The order is that of a seeded hash of the words, so it does not depend on the order of the column.
struct DistinctTexts: Sendable {
    /// The words of all texts one after the other.
    private(set) var codes: [UInt32] = []
    /// Text t is `codes[starts[t]..<starts[t + 1]]`.
    private(set) var starts: [Int] = [0]
    /// Places in the column of the texts with the words of t: `copies[copyStarts[t]..<copyStarts[t + 1]]`, by key.
    private(set) var copies: [Int32] = []
    private(set) var copyStarts: [Int] = [0]

    var count: Int { starts.count - 1 }

    func words(_ text: Int) -> ArraySlice<UInt32> { codes[starts[text]..<starts[text + 1]] }

    func copies(_ text: Int) -> ArraySlice<Int32> { copies[copyStarts[text]..<copyStarts[text + 1]] }

    /// Complexity: O(bytes + texts log texts). Texts without a word are left out.
    init(_ column: TextColumn, seed: UInt64) {
        let parts = stretches(of: column.count, parts: 64)
        let read = inParallel(parts.count) { ReadWords(column, parts[$0], seed: seed) }
        var hashes: [UInt64] = []
        hashes.reserveCapacity(column.count)
        for part in read { hashes += part.hashes }
        let order = (0..<column.count).sorted {
            hashes[$0] != hashes[$1] ? hashes[$0] < hashes[$1] : column.keys[$0] < column.keys[$1]
        }
        let partOf = parts.indices.flatMap { part in parts[part].map { _ in Int32(part) } }
        func words(_ text: Int) -> ArraySlice<UInt32> {
            let part = Int(partOf[text])
            return read[part].words(text - parts[part].lowerBound)
        }
        codes.reserveCapacity(read.reduce(0) { $0 + $1.codes.count })
        var first = 0
        while first < order.count {
            var end = first + 1
            while end < order.count, hashes[order[end]] == hashes[order[first]] { end += 1 }
            add(order[first..<end], words: words)
            first = end
        }
    }

    /// Adds texts of one hash, by key: one distinct text but for a collision.
    private mutating func add(_ texts: ArraySlice<Int>, words: (Int) -> ArraySlice<UInt32>) {
        var left = Array(texts)
        while let first = left.first {
            let model = words(first)
            guard !model.isEmpty else { return }
            let same = left.filter { words($0) == model }
            codes += model
            starts.append(codes.count)
            copies += same.map { Int32(truncatingIfNeeded: $0) }
            copyStarts.append(copies.count)
            left = same.count == left.count ? [] : left.filter { words($0) != model }
        }
    }
}

/// The words of a stretch of a column.
private struct ReadWords: Sendable {
    var codes: [UInt32] = []
    var ends: [Int] = []
    var hashes: [UInt64] = []

    init(_ column: TextColumn, _ texts: Range<Int>, seed: UInt64) {
        column.bytes.withUnsafeBufferPointer { bytes in
            for text in texts {
                var reader = WordReader(UnsafeBufferPointer(rebasing: bytes[column.range(text)]), seed: seed)
                var hash = seed
                while let word = reader.next() {
                    codes.append(word.code)
                    hash = Mixing.join(hash, UInt64(word.code))
                }
                ends.append(codes.count)
                hashes.append(Mixing.finish(hash))
            }
        }
    }

    func words(_ text: Int) -> ArraySlice<UInt32> { codes[(text == 0 ? 0 : ends[text - 1])..<ends[text]] }
}
