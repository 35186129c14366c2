public import Casework

/// Finds the frames of prompts, with their slots, from the texts alone.
///
/// 1. Texts with the same words become one. 2. Phrases (runs of four words) that several texts hold are put
/// together where about the same texts hold them: the phrases of one frame, however long its slots. 3. Groups
/// of phrases with too few words of their own are stock phrases, not frames (`FrameRules`). 4. Each text goes
/// to the frame that fixes most of its words, and is aligned with it word by word; texts that are left find a
/// frame by single phrases. 5. What is left then is searched for near duplicates by MinHash, and for whole
/// texts that recur.
///
/// Signal: the same frame in texts of several accounts suggests one author. Innocent explanations: a frame that
/// was published, a framework, a course; who else uses it decides, not the miner.
///
/// Complexity: about linear in bytes, whatever they are. Memory: about 16 bytes per word of distinct text.
public struct TemplateMiner: Sendable {
    /// Bytes of a text: its words, in thirds, can then be counted with 32 bits.
    private static let longestText = 1 << 29

    private let seed: UInt64
    private let leastSamples: Int

    /// - Parameters:
    ///   - seed: of all hashes; the same seed and texts give the same findings in whatever order the texts come.
    ///   - leastSamples: different texts that a frame needs; also how often a text without slots must recur.
    public init(seed: UInt64, leastSamples: Int = 3) {
        self.seed = seed
        self.leastSamples = max(2, leastSamples)
    }

    /// The frames, those with the most samples first, ties by id; each text is in at most one.
    ///
    /// - Parameter isCancelled: asked between stages.
    public func mine(
        _ texts: TextColumn, isCancelled: () -> Bool = { false }
    ) throws(TemplateError) -> [TemplateFinding] {
        guard texts.count < Int32.max,
            (0..<texts.count).allSatisfy({ texts.range($0).count <= Self.longestText })
        else { throw .tooMuchText }
        let distinct = DistinctTexts(texts, seed: seed)
        guard distinct.codes.count < UInt32.max else { throw .tooMuchText }
        try check(isCancelled)
        let phrases = PhraseIndex(distinct)
        try check(isCancelled)
        var taken = [Bool](repeating: false, count: distinct.count)
        var frames = try framesByPhrases(distinct, phrases, isCancelled)
        Self.take(frames, &taken)
        try check(isCancelled)
        let copies = nearDuplicates(distinct, phrases, taken)
        Self.take(copies, &taken)
        try check(isCancelled)
        frames += copies + wholeTexts(distinct, taken)
        return FrameReport(distinct, texts).findings(frames)
    }

    private func framesByPhrases(
        _ texts: DistinctTexts, _ phrases: PhraseIndex, _ isCancelled: () -> Bool
    ) throws(TemplateError) -> [AlignedFrame] {
        let groups = PhraseGroups(phrases, leastHolders: leastSamples, seed: seed)
        try check(isCancelled)
        let candidates = FrameCandidate.all(texts, phrases, groups, leastTexts: leastSamples)
        let kept = FrameFamilies.withoutRepeatedValues(candidates, texts: texts.count)
        let frames = FrameFamilies.partition(kept, texts: texts.count, leastTexts: leastSamples)
        try check(isCancelled)
        let aligned = inParallel(frames.count) { index in
            AlignedFrame(
                texts, model: frames[index].model, members: frames[index].texts, leastTexts: leastSamples)
        }.compactMap { $0 }
        var taken = [Bool](repeating: false, count: texts.count)
        Self.take(aligned, &taken)
        let left = (0..<UInt32(texts.count)).filter { !taken[Int($0)] }
        return FrameRecruits(aligned, texts, phrases).recruit(left, into: aligned)
    }

    private func nearDuplicates(
        _ texts: DistinctTexts, _ phrases: PhraseIndex, _ taken: [Bool]
    ) -> [AlignedFrame] {
        let candidates = NearDuplicates.candidates(texts, phrases, without: taken)
        let groups = NearDuplicates.groups(texts, candidates, leastTexts: leastSamples)
        return inParallel(groups.count) { index in
            AlignedFrame(texts, model: groups[index][0], members: groups[index], leastTexts: leastSamples)
        }.compactMap { $0 }
    }

    private func wholeTexts(_ texts: DistinctTexts, _ taken: [Bool]) -> [AlignedFrame] {
        (0..<texts.count).compactMap { text in
            guard !taken[text], texts.copies(text).count >= leastSamples else { return nil }
            let words = texts.words(text)
            guard FrameWeight.of(words) >= FrameRules.wholeText else { return nil }
            return AlignedFrame(wholeText: UInt32(text), words: words.count)
        }
    }

    private static func take(_ frames: [AlignedFrame], _ taken: inout [Bool]) {
        for member in frames.flatMap(\.members) { taken[Int(member.text)] = true }
    }

    private func check(_ isCancelled: () -> Bool) throws(TemplateError) {
        if isCancelled() { throw .cancelled }
    }
}
