/// Which phrase starts at each word, and which texts hold each phrase; phrases in one text only are left out.
struct PhraseIndex: Sendable {
    static let none = UInt32.max

    /// For each word of the texts the phrase that starts there, or `none`.
    private(set) var phraseAt: [UInt32]
    /// The texts that hold phrase p, ascending: `holders[starts[p]..<starts[p + 1]]`.
    private(set) var holders: [UInt32] = []
    private(set) var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    func holders(_ phrase: UInt32) -> ArraySlice<UInt32> {
        holders[starts[Int(phrase)]..<starts[Int(phrase) + 1]]
    }

    func holderCount(_ phrase: UInt32) -> Int { starts[Int(phrase) + 1] - starts[Int(phrase)] }

    /// Words whose phrases are looked at together: 128 MB.
    private static let partWords = 1 << 24

    /// Complexity: O(words) for each part of 16 million words; two parts at a time.
    init(_ texts: DistinctTexts) {
        phraseAt = [UInt32](repeating: Self.none, count: texts.codes.count)
        let parts = max(2, texts.codes.count / Self.partWords + 1)
        var phraseCount: UInt32 = 0
        for first in stride(from: 0, to: parts, by: 2) {
            let found = inParallel(min(2, parts - first)) {
                PhraseOccurrences(texts, part: first + $0, of: parts)
            }
            for part in found {
                for (place, phrase) in zip(part.places, part.phrases) {
                    phraseAt[Int(place)] = phrase + phraseCount
                }
                phraseCount += part.phraseCount
            }
        }
        keepShared(texts, phraseCount: Int(phraseCount))
    }

    /// Renumbers the phrases that at least two texts hold, drops the others, and lists the holders.
    private mutating func keepShared(_ texts: DistinctTexts, phraseCount: Int) {
        let counts = holderCounts(texts, phraseCount)
        var numbers = [UInt32](repeating: Self.none, count: phraseCount)
        for phrase in 0..<phraseCount where counts[phrase] > 1 {
            numbers[phrase] = UInt32(starts.count - 1)
            starts.append(starts[starts.count - 1] + Int(counts[phrase]))
        }
        holders = [UInt32](repeating: 0, count: starts[starts.count - 1])
        var next = starts
        for text in 0..<texts.count {
            for place in texts.starts[text]..<texts.starts[text + 1] where phraseAt[place] != Self.none {
                let phrase = numbers[Int(phraseAt[place])]
                phraseAt[place] = phrase
                guard phrase != Self.none else { continue }
                let slot = next[Int(phrase)]
                if slot > starts[Int(phrase)], holders[slot - 1] == UInt32(text) { continue }
                holders[slot] = UInt32(text)
                next[Int(phrase)] = slot + 1
            }
        }
    }

    private func holderCounts(_ texts: DistinctTexts, _ phraseCount: Int) -> [UInt32] {
        var counts = [UInt32](repeating: 0, count: phraseCount)
        var last = [UInt32](repeating: Self.none, count: phraseCount)
        for text in 0..<texts.count {
            for place in texts.starts[text]..<texts.starts[text + 1] where phraseAt[place] != Self.none {
                let phrase = Int(phraseAt[place])
                guard last[phrase] != UInt32(text) else { continue }
                last[phrase] = UInt32(text)
                counts[phrase] += 1
            }
        }
        return counts
    }
}
