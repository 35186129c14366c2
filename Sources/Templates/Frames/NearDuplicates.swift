/// Texts that are alike word for word though no phrase is common to enough of them: copies with words
/// changed here and there.
///
/// Sets of three-word shingles at a Jaccard index of at least 0.5, found by one-permutation MinHash (Li, Owen
/// and Zhang 2012, with rotation for empty bins) and banding. Each text is compared with the first of a
/// group, on the real sets; nothing is joined because both are like a third.
struct NearDuplicates {
    static let likeness = 0.5
    private static let shingle = 3
    private static let bins = 64
    private static let rows = 3
    /// A pair at the likeness above meets in one of the bands in 94 of 100 cases.
    private static let bands = 21
    /// Least share of equal hashes for the sets to be looked at: 2.4 standard errors below the likeness.
    private static let glance = 0.35
    /// Words of a text below which shingles are too few to compare.
    private static let leastWords = 8

    /// Groups of at least `leastTexts`; each text once, the first of a group is the one that the others are like.
    ///
    /// `candidates` ascending. Complexity: O(words of the candidates × bands) expected.
    static func groups(_ texts: DistinctTexts, _ candidates: [UInt32], leastTexts: Int) -> [[UInt32]] {
        let able = candidates.filter { texts.words(Int($0)).count >= leastWords }
        let parts = stretches(of: able.count, parts: 64)
        let drawn = inParallel(able.isEmpty ? 0 : parts.count) { part in
            able[parts[part]].flatMap { sketch(texts.words(Int($0))) }
        }
        let sketches = drawn.flatMap { $0 }
        var leaders: [UInt64: Int] = [:]
        var groups: [Int: [UInt32]] = [:]
        for place in able.indices {
            let keys = (0..<bands).map { key(sketches, place, $0) }
            let met = Set(keys.compactMap { leaders[$0] }).sorted().filter { isNear(sketches, $0, place) }
            if let leader = closest(texts, able, place, met) {
                groups[leader, default: [able[leader]]].append(able[place])
            } else {
                for key in keys where leaders[key] == nil { leaders[key] = place }
            }
        }
        return groups.values.filter { $0.count >= leastTexts }.sorted { $0[0] < $1[0] }
    }

    /// Texts that share enough phrases with others to have a near duplicate among them: at the likeness above,
    /// two of three shingles are shared.
    static func candidates(_ texts: DistinctTexts, _ phrases: PhraseIndex, without taken: [Bool]) -> [UInt32]
    {
        (0..<UInt32(texts.count)).filter { text in
            guard !taken[Int(text)] else { return false }
            let places = texts.starts[Int(text)]..<texts.starts[Int(text) + 1]
            let shared = phrases.phraseAt[places].count { $0 != PhraseIndex.none }
            return shared * 3 >= places.count - PhraseOccurrences.length
        }
    }

    private static func closest(
        _ texts: DistinctTexts, _ able: [UInt32], _ place: Int, _ leaders: [Int]
    ) -> Int? {
        guard !leaders.isEmpty else { return nil }
        let own = Set(shingles(texts.words(Int(able[place]))))
        var best: (leader: Int, index: Double)?
        for leader in leaders {
            let other = Set(shingles(texts.words(Int(able[leader]))))
            let shared = own.count { other.contains($0) }
            let index = Double(shared) / Double(own.count + other.count - shared)
            if index >= likeness, index > best?.index ?? 0 { best = (leader, index) }
        }
        return best?.leader
    }

    /// Whether enough of the hashes of two sketches are equal.
    private static func isNear(_ sketches: [UInt32], _ left: Int, _ right: Int) -> Bool {
        let equal = (0..<bins).count { sketches[left * bins + $0] == sketches[right * bins + $0] }
        return Double(equal) >= glance * Double(bins)
    }

    private static func key(_ sketches: [UInt32], _ place: Int, _ band: Int) -> UInt64 {
        let start = place * bins + band * rows
        return sketches[start..<start + rows].reduce(UInt64(band)) { Mixing.join($0, UInt64($1)) }
    }

    private static func shingles(_ words: ArraySlice<UInt32>) -> [UInt64] {
        (words.startIndex...words.endIndex - shingle).map { hash(words, $0) }
    }

    @inline(__always)
    private static func hash(_ words: ArraySlice<UInt32>, _ place: Int) -> UInt64 {
        let first = UInt64(words[place]) << 32 | UInt64(words[place + 1])
        return Mixing.finish(Mixing.finish(first) &+ UInt64(words[place + 2]))
    }

    /// The least hash in each bin.
    private static func sketch(_ words: ArraySlice<UInt32>) -> [UInt32] {
        var least = [UInt32](repeating: .max, count: bins)
        for place in words.startIndex...words.endIndex - shingle {
            let hash = hash(words, place)
            let bin = Int(hash & UInt64(bins - 1))
            least[bin] = min(least[bin], UInt32(truncatingIfNeeded: hash >> 33))
        }
        let filled = least
        for bin in 0..<bins where filled[bin] == .max {
            var step = 1
            while step < bins, filled[(bin + step) % bins] == .max { step += 1 }
            least[bin] = filled[(bin + step) % bins] ^ UInt32(step) << 24
        }
        return least
    }
}
