/// Aligns texts with one text, word by word.
///
/// Runs of three words that occur once in either are anchors (the patience method); the longest series of
/// them in the same order in both is kept, runs are drawn out in both directions, and short gaps are filled by
/// their longest common subsequence. Long gaps stay empty: there, single words meet by chance.
struct Alignment {
    static let unmatched: Int32 = -1
    private static let anchor = 3
    /// Longest gap, in words, in which single words are matched.
    private static let longestGap = 24

    private let model: ArraySlice<UInt32>
    private let base: Int
    /// Where in the model each run of three words is that occurs there once.
    private var anchors: [UInt64: Int32] = [:]

    init(_ model: ArraySlice<UInt32>) {
        self.model = model
        base = model.startIndex
        guard model.count >= Self.anchor else { return }
        for place in 0...model.count - Self.anchor {
            let key = Self.key(model, base + place)
            anchors[key] = anchors[key] == nil ? Int32(place) : Self.unmatched
        }
    }

    func align(_ text: UInt32, _ texts: DistinctTexts) -> AlignedText {
        let other = texts.words(Int(text))
        return AlignedText(text: text, count: other.count, matches: matches(other))
    }

    /// For each word of the model its place in `other`, or `unmatched`; ascending.
    ///
    /// Complexity: O(n log n) in the words of both.
    func matches(_ other: ArraySlice<UInt32>) -> [Int32] {
        var matches = [Int32](repeating: Self.unmatched, count: model.count)
        place(anchorPairs(other), into: &matches)
        var (left, right) = (-1, -1)
        for place in 0...model.count {
            let match = place == model.count ? Int32(other.count) : matches[place]
            guard match != Self.unmatched else { continue }
            fill(left + 1..<place, right + 1..<Int(match), other, &matches)
            (left, right) = (place, Int(match))
        }
        return matches
    }

    /// Places of the anchors in the model and in the other text, ascending in both.
    private func anchorPairs(_ other: ArraySlice<UInt32>) -> [(Int32, Int32)] {
        guard other.count >= Self.anchor, model.count >= Self.anchor else { return [] }
        var found = [Int32](repeating: Self.unmatched, count: model.count)
        for place in 0...other.count - Self.anchor {
            guard let match = anchors[Self.key(other, other.startIndex + place)], match >= 0 else { continue }
            found[Int(match)] = found[Int(match)] == Self.unmatched ? Int32(place) : -2
        }
        return Self.longestRise(found.indices.compactMap { found[$0] >= 0 ? (Int32($0), found[$0]) : nil })
    }

    /// The longest subsequence that ascends in the second number too (Schensted 1961).
    private static func longestRise(_ pairs: [(Int32, Int32)]) -> [(Int32, Int32)] {
        var ends: [Int] = []
        var previous = [Int](repeating: -1, count: pairs.count)
        for index in pairs.indices {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[ends[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
            }
            if low > 0 { previous[index] = ends[low - 1] }
            if low == ends.count { ends.append(index) } else { ends[low] = index }
        }
        var rise: [(Int32, Int32)] = []
        var index = ends.last ?? -1
        while index >= 0 {
            rise.append(pairs[index])
            index = previous[index]
        }
        return rise.reversed()
    }

    private func place(_ pairs: [(Int32, Int32)], into matches: inout [Int32]) {
        var (left, right): (Int32, Int32) = (-1, -1)
        for pair in pairs {
            for step in 0..<Int32(Self.anchor) where pair.0 + step > left && pair.1 + step > right {
                (left, right) = (pair.0 + step, pair.1 + step)
                matches[Int(left)] = right
            }
        }
    }

    /// Matches what it can between two matches.
    private func fill(
        _ places: Range<Int>, _ others: Range<Int>, _ other: ArraySlice<UInt32>, _ matches: inout [Int32]
    ) {
        var (places, others) = (places, others)
        let start = other.startIndex
        while let place = places.first, let match = others.first, model[base + place] == other[start + match]
        {
            matches[place] = Int32(match)
            (places, others) = (place + 1..<places.upperBound, match + 1..<others.upperBound)
        }
        while let place = places.last, let match = others.last, model[base + place] == other[start + match] {
            matches[place] = Int32(match)
            (places, others) = (places.lowerBound..<place, others.lowerBound..<match)
        }
        guard !places.isEmpty, !others.isEmpty, places.count <= Self.longestGap,
            others.count <= Self.longestGap
        else { return }
        fillByCommonWords(places, others, other, &matches)
    }

    private func fillByCommonWords(
        _ places: Range<Int>, _ others: Range<Int>, _ other: ArraySlice<UInt32>, _ matches: inout [Int32]
    ) {
        let width = others.count + 1
        var lengths = [UInt8](repeating: 0, count: (places.count + 1) * width)
        for row in (0..<places.count).reversed() {
            for column in (0..<others.count).reversed() {
                let isSame = same(places.lowerBound + row, others.lowerBound + column, other)
                lengths[row * width + column] =
                    isSame
                    ? lengths[(row + 1) * width + column + 1] + 1
                    : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
            }
        }
        var (row, column) = (0, 0)
        while row < places.count, column < others.count {
            if same(places.lowerBound + row, others.lowerBound + column, other) {
                matches[places.lowerBound + row] = Int32(others.lowerBound + column)
                (row, column) = (row + 1, column + 1)
            } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
                row += 1
            } else {
                column += 1
            }
        }
    }

    private func same(_ place: Int, _ match: Int, _ other: ArraySlice<UInt32>) -> Bool {
        model[base + place] == other[other.startIndex + match]
    }

    @inline(__always)
    private static func key(_ words: ArraySlice<UInt32>, _ place: Int) -> UInt64 {
        let first = UInt64(words[place]) << 32 | UInt64(words[place + 1])
        return Mixing.finish(first) &+ UInt64(words[place + 2]) &* Mixing.odd
    }
}
