import Casework

/// Where the words of one text of a column are in its bytes.
struct WordSpans {
    private let bytes: ArraySlice<UInt8>
    private var offsets: [Int] = []
    private var ends: [Int] = []

    init(_ column: TextColumn, _ text: Int) {
        bytes = column.bytes[column.range(text)]
        bytes.withUnsafeBufferPointer { buffer in
            var reader = WordReader(buffer, seed: 0)
            while let word = reader.next() {
                offsets.append(word.offset)
                ends.append(word.offset + word.length)
            }
        }
    }

    /// From the first byte of the first word to the last byte of the last; where there is no word, length 0
    /// after the word before.
    func span(_ words: Range<Int>) -> TextSpan {
        let words = words.clamped(to: 0..<ends.count)
        guard !words.isEmpty else {
            return TextSpan(
                offset: words.lowerBound > 0 ? Self.narrow(ends[words.lowerBound - 1]) : 0, length: 0)
        }
        let start = offsets[words.lowerBound]
        return TextSpan(offset: Self.narrow(start), length: Self.narrow(ends[words.upperBound - 1] - start))
    }

    func bytes(_ words: Range<Int>) -> ArraySlice<UInt8>? {
        guard !words.isEmpty, words.lowerBound >= 0, words.upperBound <= ends.count else { return nil }
        return slice(offsets[words.lowerBound], ends[words.upperBound - 1])
    }

    func between(_ word: Int, _ next: Int) -> ArraySlice<UInt8>? {
        guard word >= 0, word < next, next < offsets.count else { return nil }
        return slice(ends[word], offsets[next])
    }

    private func slice(_ start: Int, _ end: Int) -> ArraySlice<UInt8> {
        bytes[bytes.startIndex + start..<bytes.startIndex + end]
    }

    private static func narrow(_ number: Int) -> Int32 { Int32(clamping: number) }
}
