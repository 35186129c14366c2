import Casework

/// Writes frames as findings.
struct FrameReport {
    private let texts: DistinctTexts
    private let column: TextColumn

    init(_ texts: DistinctTexts, _ column: TextColumn) {
        self.texts = texts
        self.column = column
    }

    /// One finding per skeleton, those with the most samples first, ties by id. Frames found twice, with the same words and slots, become one.
    func findings(_ frames: [AlignedFrame]) -> [TemplateFinding] {
        let spellings = inParallel(frames.count) { FrameSpelling(frames[$0], texts, column) }
        var places: [[UInt8]: [Int]] = [:]
        for (place, spelling) in spellings.enumerated() { places[spelling.key, default: []].append(place) }
        let keys = places.keys.sorted { $0.lexicographicallyPrecedes($1) }
        let ids = Self.ids(keys)
        let groups = keys.map { places[$0] ?? [] }
        let findings = inParallel(keys.count) { index in
            finding(ids[index], spellings[groups[index][0]].parts, groups[index].map { frames[$0] })
        }
        return findings.sorted { ($1.members.count, $0.id) < ($0.members.count, $1.id) }
    }

    private func finding(
        _ id: String, _ parts: [TemplateFinding.Part], _ frames: [AlignedFrame]
    ) -> TemplateFinding {
        var values = [SlotValues](repeating: SlotValues(), count: frames[0].skeleton.slots.count)
        var members: [TemplateFinding.Member] = []
        for member in frames.flatMap(\.members) {
            for copy in texts.copies(Int(member.text)) {
                let spans = WordSpans(column, Int(copy))
                for (slot, words) in member.slots.enumerated() {
                    values[slot].add(spans.bytes(words) ?? [], words: words.count)
                }
                members.append(
                    TemplateFinding.Member(
                        sample: column.keys[Int(copy)], slots: member.slots.map(spans.span)))
            }
        }
        members.sort { $0.sample < $1.sample }
        return TemplateFinding(id: id, skeleton: parts, slots: values.map(\.slot), members: members)
    }

    /// `T-` and the least number of hexadecimal digits, at least 6, that tells each apart from all others.
    static func ids(_ keys: [[UInt8]]) -> [String] {
        let digits = keys.map { key in
            let hash = Mixing.finish(
                key.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* Mixing.byteFactor })
            let hex = String(hash, radix: 16)
            return String(repeating: "0", count: 16 - hex.count) + hex
        }
        var lengths = [Int](repeating: 6, count: keys.count)
        let order = keys.indices.sorted { digits[$0] < digits[$1] }
        for (left, right) in zip(order, order.dropFirst()) {
            let shared = zip(digits[left].utf8, digits[right].utf8).prefix { $0 == $1 }.count
            lengths[left] = max(lengths[left], min(16, shared + 1))
            lengths[right] = max(lengths[right], min(16, shared + 1))
        }
        return zip(digits, lengths).map { "T-" + $0.prefix($1) }
    }
}
