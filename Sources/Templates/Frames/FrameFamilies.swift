/// Decides between frames that lie within one another.
///
/// A group of phrases whose texts all belong to a wider frame is either a frame of its own that shares words
/// with the wider one, or the wider frame with one slot filled the same way several times.
enum FrameFamilies {
    /// Share of a frame's texts that must belong to another for it to lie within.
    private static let within = 0.8
    /// Of the words that its texts share, a frame within another must bring at least this share.
    private static let ownShare = 1.0 / 3
    /// One unbroken run of words is a frame of its own only where this share of the wider frame's texts has
    /// it: less is a value of a slot, such as one question asked of many answers.
    private static let oneRunShare = 0.2

    /// The candidates without those that only repeat a value of a slot; the most texts first, ties by group.
    static func withoutRepeatedValues(_ candidates: [FrameCandidate], texts: Int) -> [FrameCandidate] {
        let order = candidates.sorted { ($1.texts.count, $0.group) < ($0.texts.count, $1.group) }
        var kept: [FrameCandidate] = []
        var framesOf = [[Int32]](repeating: [], count: texts)
        var shared: [Int] = []
        for candidate in order {
            var wider: [Int] = []
            for text in candidate.texts {
                for frame in framesOf[Int(text)] {
                    if shared[Int(frame)] == 0 { wider.append(Int(frame)) }
                    shared[Int(frame)] += 1
                }
            }
            let least = within * Double(candidate.texts.count)
            let isValue = wider.contains {
                Double(shared[$0]) >= least && isSlotValue(candidate, in: kept[$0])
            }
            for frame in wider { shared[frame] = 0 }
            guard !isValue else { continue }
            for text in candidate.texts { framesOf[Int(text)].append(Int32(kept.count)) }
            kept.append(candidate)
            shared.append(0)
        }
        return kept
    }

    private static func isSlotValue(_ candidate: FrameCandidate, in wider: FrameCandidate) -> Bool {
        let added = Double(candidate.shape.fixed - wider.shape.fixed)
        if added < ownShare * Double(candidate.shape.fixed) { return true }
        let share = Double(candidate.texts.count) / Double(wider.texts.count)
        return candidate.shape.runs < 2 && share < oneRunShare
    }

    /// Gives each text to the frame that fixes most of its words (ties: more texts, then lower group); a frame
    /// that is left with too few texts gets none. O(memberships).
    static func partition(_ candidates: [FrameCandidate], texts: Int, leastTexts: Int) -> [FrameCandidate] {
        let order = candidates.sorted {
            ($1.shape.fixed, $1.texts.count, $0.group) < ($0.shape.fixed, $0.texts.count, $1.group)
        }
        var taken = [Bool](repeating: false, count: texts)
        var frames: [FrameCandidate] = []
        for var frame in order {
            frame.texts.removeAll { taken[Int($0)] }
            guard frame.texts.count >= leastTexts else { continue }
            for text in frame.texts { taken[Int(text)] = true }
            frames.append(frame)
        }
        return frames
    }
}
