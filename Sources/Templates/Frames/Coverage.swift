/// How one group of phrases lies in one text.
struct Coverage: Sendable {
    var group: UInt32
    var text: UInt32
    /// Weight of the words in phrases of the group.
    var weight: Int32
    /// Stretches that these words make.
    var runs: Int32
    /// Weight of what each stretch has beyond a stock phrase.
    var excess: Int32
    /// Words before the first and after the last of them.
    var before: Int32
    var after: Int32
}

/// Reads off, text by text, which groups of phrases cover which words.
struct CoverageReader {
    private let texts: DistinctTexts
    private let phrases: PhraseIndex
    private let groups: PhraseGroups
    /// For each group what was found of it in the text being read, the place after its last phrase, and the
    /// weight of the stretch that ends there.
    private var found: [Coverage]
    private var covered: [Int]
    private var run: [Int32]
    private var touched: [UInt32] = []

    init(_ texts: DistinctTexts, _ phrases: PhraseIndex, _ groups: PhraseGroups) {
        self.texts = texts
        self.phrases = phrases
        self.groups = groups
        found = [Coverage](
            repeating: Coverage(group: 0, text: .max, weight: 0, runs: 0, excess: 0, before: 0, after: 0),
            count: groups.count)
        covered = [Int](repeating: 0, count: groups.count)
        run = [Int32](repeating: 0, count: groups.count)
    }

    /// Calls `body` for every group with a phrase in the text, in order of first phrase. O(words of the text).
    mutating func read(_ text: Int, _ body: (Coverage) -> Void) {
        touched.removeAll(keepingCapacity: true)
        let start = texts.starts[text]
        let end = texts.starts[text + 1]
        for place in start..<end where phrases.phraseAt[place] != PhraseIndex.none {
            let group = groups.groupOf[Int(phrases.phraseAt[place])]
            guard group != PhraseIndex.none else { continue }
            take(Int(group), text, place, start)
        }
        for group in touched {
            found[Int(group)].after = Int32(truncatingIfNeeded: end - covered[Int(group)])
            body(found[Int(group)])
            found[Int(group)].text = .max
        }
    }

    @inline(__always)
    private mutating func take(_ group: Int, _ text: Int, _ place: Int, _ start: Int) {
        if found[group].text != UInt32(text) {
            found[group] = Coverage(
                group: UInt32(group), text: UInt32(text), weight: 0, runs: 0, excess: 0,
                before: Int32(truncatingIfNeeded: place - start), after: 0)
            covered[group] = -1
            touched.append(UInt32(group))
        }
        let last = place + PhraseOccurrences.length
        if covered[group] < place {
            found[group].runs += 1
            run[group] = 0
        }
        let before = run[group]
        for word in max(place, covered[group])..<last { run[group] += FrameWeight.of(texts.codes[word]) }
        found[group].weight += run[group] - before
        found[group].excess += FrameRules.excess(of: run[group]) - FrameRules.excess(of: before)
        covered[group] = last
    }
}
