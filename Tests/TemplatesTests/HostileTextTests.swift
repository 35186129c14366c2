import Casework
import Templates
import TestSupport
import Testing

struct HostileTextTests {
    private func check(_ column: TextColumn) throws -> [TemplateFinding] {
        let findings = try TemplateMiner(seed: 1).mine(column)
        for finding in findings {
            for member in finding.members {
                let size = column.range(Int(member.sample.number)).count
                #expect(member.slots.allSatisfy { $0.offset >= 0 && Int($0.offset + $0.length) <= size })
            }
        }
        return findings
    }

    @Test("no texts, empty texts and texts without words give nothing")
    func nothing() throws {
        #expect(try check(TextColumn()).isEmpty)
        #expect(try check(TextColumn(["", "", "", " \n", "!!!", "!!!", "!!!", "😀😀"])).isEmpty)
    }

    @Test("any bytes are survived")
    func randomBytes() throws {
        for seed in UInt64(0)..<40 {
            var random = SeededRandom(seed: seed)
            var column = TextColumn()
            let stretches = (0..<4).map { _ in random.bytes(random.below(120)) }
            for number in 0..<30 {
                let parts = (0..<random.below(6)).flatMap { _ in
                    random.chance(0.6) ? random.pick(stretches) : random.bytes(random.below(200))
                }
                column.append(SampleKey(source: 0, number: Int32(number)), parts)
            }
            _ = try check(column)
        }
    }

    @Test("texts of controls, marks and astral characters are survived")
    func hostileText() throws {
        for seed in UInt64(0)..<40 {
            var random = SeededRandom(seed: seed)
            _ = try check(TextColumn((0..<40).map { _ in random.hostileText(limit: 80, letters: "ab c字") }))
        }
    }

    @Test("a megabyte without a space, one word 60,000 times and 20,000 words in one text are survived")
    func megabytes() throws {
        let line = [UInt8](repeating: 0x61, count: 1 << 20)
        let nulls = [UInt8](repeating: 0, count: 1 << 20)
        let repeated = (0..<120_000).map { UInt8($0 % 2 == 0 ? 0x61 : 0x20) }
        var random = SeededRandom(seed: 1)
        let words = (0..<100_000).map { $0 % 5 == 4 ? 0x20 : UInt8(0x61 + random.below(26)) }
        var column = TextColumn()
        for (number, text) in [line, nulls, repeated, words, line, repeated, words, words, line].enumerated()
        {
            column.append(SampleKey(source: 0, number: Int32(number)), text + Array(" end \(number)".utf8))
        }
        _ = try check(column)
    }

    @Test("a value that is one endless character is cut for the examples")
    func endlessCharacter() throws {
        let frame = "Please translate the following text carefully and keep all of its names as they are: "
        let texts = (0..<4).map {
            frame + "e" + String(repeating: "\u{301}", count: 50_000 + $0) + " done now"
        }
        let found = try #require(try check(TextColumn(texts)).first)
        #expect(found.slots[0].examples.allSatisfy { $0.text.utf8.count <= 1600 })
    }

    @Test("fixed words that steer a terminal are not part of the frame's punctuation")
    func controlsBetweenWords() throws {
        let texts = (0..<4).map {
            "Please\u{1B}[2Jread this very long list of items and sum\u{7}it up for me: item\($0)"
        }
        let found = try #require(try check(TextColumn(texts)).first)
        #expect(found.frame.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
    }

    @Test("thousands of texts of one word, and thousands of equal texts, are dealt with")
    func degenerate() throws {
        #expect(try check(TextColumn((0..<20_000).map { "word\($0 % 700)" })).isEmpty)
        let equal = try check(TextColumn([String](repeating: "the very same text as ever", count: 20_000)))
        #expect(equal.map(\.members.count) == [20_000])
    }

    @Test("one paragraph in front of many long texts is one frame with one slot")
    func boilerplate() throws {
        var invented = InventedTexts(seed: 2)
        let paragraph = invented.prose(60)
        let texts = (0..<2000).map { _ in paragraph + " " + invented.prose(120) }
        let findings = try check(TextColumn(texts))
        #expect(findings.map(\.members.count) == [2000])
        #expect(findings.first?.skeleton == [.words(paragraph), .slot(0)])
    }
}
