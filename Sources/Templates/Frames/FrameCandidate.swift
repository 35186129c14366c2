/// A group of phrases that may be a frame, with the texts that have it.
struct FrameCandidate: Sendable {
    var group: UInt32
    var shape: FrameShape
    /// Texts that have enough of it, ascending.
    var texts: [UInt32]
    /// The text to align the others with: the shortest that has the typical share of it.
    var model: UInt32
}

extension FrameCandidate {
    /// The groups of phrases that satisfy the rules, by group.
    ///
    /// Complexity: O(words) + O(members of groups × words of 24 sampled members).
    static func all(
        _ texts: DistinctTexts, _ phrases: PhraseIndex, _ groups: PhraseGroups, leastTexts: Int
    ) -> [FrameCandidate] {
        let coverages = coverages(texts, phrases, groups, leastTexts)
        var tally = PhraseTally(texts, phrases)
        var candidates: [FrameCandidate] = []
        var first = 0
        while first < coverages.count {
            var end = first
            while end < coverages.count, coverages[end].group == coverages[first].group { end += 1 }
            let holders = groups.holderCounts[Int(coverages[first].group)]
            if let candidate = candidate(coverages[first..<end], holders, leastTexts, texts, &tally) {
                candidates.append(candidate)
            }
            first = end
        }
        return candidates
    }

    /// How the groups that have enough words in enough texts lie in their texts; by group, then text.
    private static func coverages(
        _ texts: DistinctTexts, _ phrases: PhraseIndex, _ groups: PhraseGroups, _ leastTexts: Int
    ) -> [Coverage] {
        var reader = CoverageReader(texts, phrases, groups)
        var good = [UInt32](repeating: 0, count: groups.count)
        for text in 0..<texts.count {
            reader.read(text) { if $0.weight >= FrameRules.mostlyFrame { good[Int($0.group)] += 1 } }
        }
        var kept: [Coverage] = []
        for text in 0..<texts.count {
            reader.read(text) { if good[Int($0.group)] >= leastTexts { kept.append($0) } }
        }
        var starts = [Int](repeating: 0, count: groups.count + 1)
        for coverage in kept { starts[Int(coverage.group) + 1] += 1 }
        for group in 0..<groups.count { starts[group + 1] += starts[group] }
        var sorted = kept
        for coverage in kept {
            sorted[starts[Int(coverage.group)]] = coverage
            starts[Int(coverage.group)] += 1
        }
        return sorted
    }

    private static func candidate(
        _ coverages: ArraySlice<Coverage>, _ holders: Int, _ leastTexts: Int, _ texts: DistinctTexts,
        _ tally: inout PhraseTally
    ) -> FrameCandidate? {
        let weights = coverages.map(\.weight).sorted(by: >)
        let typical = weights[min(weights.count, holders) / 2]
        let members = coverages.filter { Double($0.weight) >= FrameRules.memberShare * Double(typical) }
        guard typical >= FrameRules.mostlyFrame, members.count >= leastTexts else { return nil }
        let runs = members.map(\.runs).sorted()[members.count / 2]
        let excess = members.map(\.excess).sorted()[members.count / 2]
        let atStart = members.count { $0.before <= FrameRules.edge }
        let atEnd = members.count { $0.after <= FrameRules.edge }
        let common = tally.common(members.prefix(PhraseTally.sample).map(\.text))
        let shape = FrameShape(
            texts: members.count, own: typical, runs: runs, excess: excess, fixed: common.fixed,
            text: common.text,
            isAtEdge: Double(max(atStart, atEnd)) >= FrameRules.phraseShare * Double(members.count))
        guard FrameRules.isFrame(shape) else { return nil }
        let model = members.filter { $0.weight >= typical }
            .min { (texts.words(Int($0.text)).count, $0.text) < (texts.words(Int($1.text)).count, $1.text) }
        return FrameCandidate(
            group: coverages[coverages.startIndex].group, shape: shape, texts: members.map(\.text),
            model: (model ?? members[0]).text)
    }
}

/// Counts phrases over a few texts, to see what they have in common.
private struct PhraseTally {
    /// Texts looked at: enough to tell a share of 80 % from one of 50 %.
    static let sample = 24

    private let texts: DistinctTexts
    private let phrases: PhraseIndex
    private var counts: [UInt32]
    private var last: [UInt32]
    private var touched: [UInt32] = []

    init(_ texts: DistinctTexts, _ phrases: PhraseIndex) {
        self.texts = texts
        self.phrases = phrases
        counts = [UInt32](repeating: 0, count: phrases.count)
        last = [UInt32](repeating: PhraseIndex.none, count: phrases.count)
    }

    /// Median weight of the words in phrases that most of the texts have, and of all their words.
    mutating func common(_ sample: [UInt32]) -> (fixed: Int32, text: Int32) {
        for text in sample { count(text) }
        let least = UInt32((FrameRules.phraseShare * Double(sample.count)).rounded(.up))
        let fixed = sample.map { weight($0, least) }.sorted()[sample.count / 2]
        let whole = sample.map { FrameWeight.of(texts.words(Int($0))) }.sorted()[sample.count / 2]
        for phrase in touched {
            counts[Int(phrase)] = 0
            last[Int(phrase)] = PhraseIndex.none
        }
        touched.removeAll(keepingCapacity: true)
        return (fixed, whole)
    }

    private mutating func count(_ text: UInt32) {
        for phrase in phrases.phraseAt[texts.starts[Int(text)]..<texts.starts[Int(text) + 1]]
        where phrase != PhraseIndex.none && last[Int(phrase)] != text {
            if counts[Int(phrase)] == 0 { touched.append(phrase) }
            last[Int(phrase)] = text
            counts[Int(phrase)] += 1
        }
    }

    private func weight(_ text: UInt32, _ least: UInt32) -> Int32 {
        var weight: Int32 = 0
        var covered = 0
        for place in texts.starts[Int(text)]..<texts.starts[Int(text) + 1] {
            let phrase = phrases.phraseAt[place]
            guard phrase != PhraseIndex.none, counts[Int(phrase)] >= least else { continue }
            for word in max(place, covered)..<place + PhraseOccurrences.length {
                weight += FrameWeight.of(texts.codes[word])
            }
            covered = place + PhraseOccurrences.length
        }
        return weight
    }
}
