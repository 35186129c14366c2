/// Finds frames for texts that are left: copies of a frame with so many words changed that few of its phrases
/// are whole.
struct FrameRecruits {
    /// Share of the phrases that are a frame's alone which a text must have.
    private static let leastShare = 1.0 / 3
    private static let several = UInt32.max - 1

    /// For each phrase the frame whose fixed words it is among; `several` where there are more.
    private var frameOf: [UInt32]
    /// For each frame how many phrases are its alone.
    private var phraseCounts: [Int]
    private let phrases: PhraseIndex
    private let texts: DistinctTexts

    init(_ frames: [AlignedFrame], _ texts: DistinctTexts, _ phrases: PhraseIndex) {
        self.texts = texts
        self.phrases = phrases
        frameOf = [UInt32](repeating: PhraseIndex.none, count: phrases.count)
        phraseCounts = [Int](repeating: 0, count: frames.count)
        for (number, frame) in frames.enumerated() {
            let start = texts.starts[Int(frame.model)]
            for (index, place) in frame.skeleton.places.enumerated() {
                let last = index + PhraseOccurrences.length - 1
                guard last < frame.skeleton.places.count,
                    frame.skeleton.places[last] - place == Int32(PhraseOccurrences.length - 1)
                else { continue }
                claim(phrases.phraseAt[start + Int(place)], UInt32(number))
            }
        }
        for frame in frameOf where frame < Self.several { phraseCounts[Int(frame)] += 1 }
    }

    /// Gives texts to the frame of most of their phrases, where they fit it.
    ///
    /// `left` ascending. Complexity: O(words of the texts).
    func recruit(_ left: [UInt32], into frames: [AlignedFrame]) -> [AlignedFrame] {
        var others = [[UInt32]](repeating: [], count: frames.count)
        for text in left {
            if let frame = likeliest(text) { others[Int(frame)].append(text) }
        }
        let chosen = others
        return inParallel(frames.count) { number in
            var frame = frames[number]
            frame.recruit(chosen[number], texts)
            return frame
        }
    }

    private mutating func claim(_ phrase: UInt32, _ frame: UInt32) {
        guard phrase != PhraseIndex.none else { return }
        let owner = frameOf[Int(phrase)]
        frameOf[Int(phrase)] = owner == PhraseIndex.none || owner == frame ? frame : Self.several
    }

    private func likeliest(_ text: UInt32) -> UInt32? {
        var votes: [UInt32: Int] = [:]
        for phrase in phrases.phraseAt[texts.starts[Int(text)]..<texts.starts[Int(text) + 1]]
        where phrase != PhraseIndex.none && frameOf[Int(phrase)] < Self.several {
            votes[frameOf[Int(phrase)], default: 0] += 1
        }
        let most = votes.min { ($1.value, $0.key) < ($0.value, $1.key) }
        return most.flatMap {
            Double($0.value) >= Self.leastShare * Double(phraseCounts[Int($0.key)]) ? $0.key : nil
        }
    }
}
