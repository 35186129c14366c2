import Casework

/// How the fixed words of a frame are written: the commonest case and punctuation of its first members.
struct FrameSpelling: Sendable {
    /// Words and slots in order.
    private(set) var parts: [TemplateFinding.Part] = []
    /// The words in lower case with slots between them: equal for equal frames, whatever the punctuation.
    private(set) var key: [UInt8] = []

    private static let slotMark: UInt8 = 0x1F
    /// Longest stretch between two words, in bytes, that is shown as it is.
    private static let longestBetween = 12

    /// Complexity: O(bytes of the first members).
    init(_ frame: AlignedFrame, _ texts: DistinctTexts, _ column: TextColumn) {
        let count = frame.skeleton.places.count
        var words = [Tally](repeating: Tally(), count: count)
        var between = words
        for member in frame.members.prefix(AlignedFrame.spelled) {
            guard let copy = texts.copies(Int(member.text)).first else { continue }
            let spans = WordSpans(column, Int(copy))
            var last: Int32 = -2
            for (index, place) in member.wordPlaces.enumerated() {
                defer { last = place }
                guard place != Alignment.unmatched, let word = spans.bytes(Int(place)..<Int(place) + 1) else {
                    continue
                }
                words[index].add(word)
                guard place == last + 1, let both = spans.between(Int(last), Int(place)) else { continue }
                between[index].add(Self.shown(both))
            }
        }
        write(frame.skeleton.slots, words.map(\.commonest), between.map(\.commonest))
    }

    private mutating func write(_ slots: [Int], _ words: [[UInt8]], _ between: [[UInt8]]) {
        var stretch: [UInt8] = []
        var slot = 0
        for (index, word) in words.enumerated() {
            if slot < slots.count, slots[slot] == index {
                close(&stretch, slot)
                slot += 1
            } else if index > 0 {
                stretch += between[index]
            }
            stretch += word
            key.append(0x20)
            key += word.map { WordReader.folded($0) == 0 ? $0 : WordReader.folded($0) }
        }
        close(&stretch, slot < slots.count ? slot : nil)
    }

    private mutating func close(_ stretch: inout [UInt8], _ slot: Int?) {
        if !stretch.isEmpty { parts.append(.words(String(decoding: stretch, as: UTF8.self))) }
        stretch = []
        guard let slot else { return }
        parts.append(.slot(slot))
        key.append(Self.slotMark)
    }

    /// What lies between two words with single spaces; one space where it is long or steers a terminal.
    private static func shown(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var shown: [UInt8] = []
        for byte in bytes {
            let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
            if !isSpace { shown.append(byte) } else if shown.last != 0x20 { shown.append(0x20) }
        }
        let isPlain = shown.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        return isPlain && shown.count <= longestBetween ? shown : [0x20]
    }
}

/// Counts spellings.
private struct Tally: Sendable {
    private var counts: [[UInt8]: Int] = [:]

    mutating func add(_ bytes: some Sequence<UInt8>) { counts[Array(bytes), default: 0] += 1 }

    /// Ties: the first by bytes. A space where nothing was counted.
    var commonest: [UInt8] {
        counts.min { left, right in
            left.value != right.value
                ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
        }?.key ?? [0x20]
    }
}
