import Casework
import Templates
import TestSupport
import Testing

struct FindingOrderTests {
    /// Frames of both scripts, near duplicates, copies and texts of their own.
    private func world(seed: UInt64) -> [String] {
        var invented = InventedTexts(seed: seed)
        var texts: [String] = []
        for number in 0..<6 {
            let stretches = (0..<3).map { _ in number % 3 == 0 ? invented.ideographs(14) : invented.prose(10)
            }
            for _ in 0..<invented.random.between(3...9) {
                texts.append(
                    stretches.map { $0 + " " + invented.prose(invented.random.between(1...40)) }
                        .joined(separator: " "))
            }
        }
        texts += (0..<30).map { _ in invented.prose(invented.random.between(5...80)) }
        texts += [String](repeating: invented.prose(9), count: 4)
        return texts
    }

    @Test("the order of the texts does not change the findings", arguments: [UInt64(1), 2, 3, 4, 5])
    func orderIndependence(seed: UInt64) throws {
        let texts = world(seed: seed)
        var random = SeededRandom(seed: seed)
        var column = TextColumn()
        for number in texts.indices.shuffled(using: &random) {
            column.append(SampleKey(source: 0, number: Int32(number)), texts[number])
        }
        let shuffled = try TemplateMiner(seed: 1).mine(column)
        #expect(shuffled.count >= 6, "seed \(seed)")
        #expect(try encoded(mine(texts)) == encoded(shuffled), "seed \(seed)")
    }

    @Test("the frames with the most samples come first, ties by id, and each text is in one frame at most")
    func order() throws {
        let findings = try mine(world(seed: 6))
        let order = findings.map { (-$0.members.count, $0.id) }
        #expect(zip(order, order.dropFirst()).allSatisfy { $0 < $1 })
        let numbers = findings.flatMap(\.numbers)
        #expect(Set(numbers).count == numbers.count)
        #expect(findings.allSatisfy { $0.numbers == $0.numbers.sorted() })
    }

    @Test("a frame keeps its id when other texts come, and under another seed")
    func stableIDs() throws {
        let texts = world(seed: 7)
        var invented = InventedTexts(seed: 8)
        let more = texts + (0..<50).map { _ in invented.prose(60) }
        let ids = Set(try mine(texts).map(\.id))
        #expect(try Set(mine(more).map(\.id)) == ids)
        #expect(try Set(mine(texts, seed: 99).map(\.id)) == ids)
    }

    @Test("spans lie in their texts, in order, without overlap", arguments: [UInt64(11), 12, 13])
    func spans(seed: UInt64) throws {
        let texts = world(seed: seed)
        for finding in try mine(texts) {
            #expect(
                finding.skeleton.count { if case .slot = $0 { true } else { false } } == finding.slots.count)
            for member in finding.members {
                #expect(member.slots.count == finding.slots.count, "seed \(seed)")
                var end: Int32 = 0
                for span in member.slots {
                    #expect(span.length >= 0 && span.offset >= end, "seed \(seed)")
                    end = span.offset + span.length
                }
                #expect(Int(end) <= texts[Int(member.sample.number)].utf8.count, "seed \(seed)")
            }
        }
    }
}
