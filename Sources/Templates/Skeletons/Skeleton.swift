/// The fixed words of a frame as places in its model, and where its slots are among them.
struct Skeleton: Sendable {
    /// Ascending places of fixed words in the model.
    private(set) var places: [Int32]
    /// Ascending; a slot s lies before fixed word s, or after the last where s is their number.
    private(set) var slots: [Int]

    /// A word is fixed where this share of the texts have it: a slip of the pen in a copy does not make a slot.
    private static let support = 0.9
    /// A slot is where more than this share of the texts have words between two fixed ones.
    private static let slotShare = 0.05
    /// Fixed words that stand alone between slots are believed in groups of at least this many texts: in
    /// fewer, free texts have a small word in common by chance.
    private static let enoughForLoneWords = 10
    /// Share of a skeleton's words that a text must have.
    private static let memberShare = 0.7

    /// A skeleton of whole texts that are the same.
    init(wholeText words: Int) {
        places = Array(0..<Int32(words))
        slots = []
    }

    /// From the alignments of a sample of the texts with the model, which has `words` words.
    init(_ alignments: [AlignedText], words: Int) {
        let provisional = Self.supported(alignments, words, share: FrameRules.phraseShare)
        let fitting = alignments.filter { Self.fits($0.matches, provisional) }
        places = Self.supported(fitting, words, share: Self.support)
        slots = Self.slots(fitting, places)
        if fitting.count < Self.enoughForLoneWords {
            let lone = Self.loneWords(slots, places.count)
            places = places.indices.filter { !lone.contains($0) }.map { places[$0] }
            slots = Self.slots(fitting, places)
        }
    }

    func weight(_ model: ArraySlice<UInt32>) -> Int32 {
        FrameWeight.of(places.map { model[model.startIndex + Int($0)] })
    }

    func fits(_ matches: [Int32]) -> Bool { Self.fits(matches, places) }

    /// For each slot the words in it, as places in the text.
    func slotWords(_ text: AlignedText) -> [Range<Int>] {
        var start = 0
        var nextWord = 0
        return slots.map { slot in
            while nextWord < slot {
                let match = text.matches[Int(places[nextWord])]
                if match != Alignment.unmatched { start = Int(match) + 1 }
                nextWord += 1
            }
            let next = places[slot...].first { text.matches[Int($0)] != Alignment.unmatched }
            let end = next.map { Int(text.matches[Int($0)]) } ?? text.count
            let words = start..<max(start, end)
            start = words.upperBound
            return words
        }
    }

    private static func fits(_ matches: [Int32], _ places: [Int32]) -> Bool {
        let matched = places.count { matches[Int($0)] != Alignment.unmatched }
        return Double(matched) >= memberShare * Double(places.count)
    }

    private static func supported(_ alignments: [AlignedText], _ words: Int, share: Double) -> [Int32] {
        let least = Int((share * Double(alignments.count)).rounded(.up))
        var counts = [Int](repeating: 0, count: words)
        for alignment in alignments {
            for place in 0..<words where alignment.matches[place] != Alignment.unmatched {
                counts[place] += 1
            }
        }
        return alignments.isEmpty ? [] : (0..<Int32(words)).filter { counts[Int($0)] >= least }
    }

    private static func slots(_ alignments: [AlignedText], _ places: [Int32]) -> [Int] {
        guard !places.isEmpty else { return [] }
        var counts = [Int](repeating: 0, count: places.count + 1)
        for alignment in alignments {
            var last: Int32 = -1
            var isAfterWord = true
            for (slot, place) in places.enumerated() {
                let match = alignment.matches[Int(place)]
                if match != Alignment.unmatched {
                    if isAfterWord, match > last + 1 { counts[slot] += 1 }
                    last = match
                }
                isAfterWord = match != Alignment.unmatched
            }
            if isAfterWord, Int(last) + 1 < alignment.count { counts[places.count] += 1 }
        }
        let most = slotShare * Double(alignments.count)
        return counts.indices.filter { Double(counts[$0]) > most }
    }

    /// Fixed words with a slot, or nothing, on either side.
    private static func loneWords(_ slots: [Int], _ words: Int) -> Set<Int> {
        let bounds = Set(slots).union([0, words])
        guard words > 1 else { return [] }
        return Set((0..<words).filter { bounds.contains($0) && bounds.contains($0 + 1) })
    }
}

/// A text aligned with the model of its frame.
struct AlignedText: Sendable {
    var text: UInt32
    /// Words of the text.
    var count: Int
    var matches: [Int32]
}
