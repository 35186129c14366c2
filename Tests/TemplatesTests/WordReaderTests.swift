import Testing

@testable import Templates

struct WordReaderTests {
    private func words(_ bytes: [UInt8]) -> [String] {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = WordReader(buffer, seed: 1)
            var words: [String] = []
            while let word = reader.next() {
                words.append(String(decoding: bytes[word.offset..<word.offset + word.length], as: UTF8.self))
            }
            return words
        }
    }

    private func codes(_ text: String, seed: UInt64 = 1) -> [UInt32] {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var reader = WordReader(buffer, seed: seed)
            var codes: [UInt32] = []
            while let word = reader.next() { codes.append(word.code) }
            return codes
        }
    }

    @Test("words are runs of letters, digits and underscores")
    func words() {
        #expect(
            words(Array("Explain, step-by-step: max_len=10!".utf8)) == [
                "Explain", "step", "by", "step", "max_len", "10",
            ])
    }

    @Test("each ideograph and each kana is a word")
    func ideographs() {
        #expect(words(Array("请解释GPT的原理。カナ".utf8)) == ["请", "解", "释", "GPT", "的", "原", "理", "カ", "ナ"])
    }

    @Test("letters beyond ASCII belong to words, punctuation beyond ASCII does not")
    func otherScripts() {
        #expect(words(Array("«Привет», señor… naïve—ok 😀x".utf8)) == ["Привет", "señor", "naïve", "ok", "x"])
    }

    @Test("the case of ASCII letters does not tell words apart")
    func folded() {
        #expect(codes("Hello WORLD") == codes("hello world"))
        #expect(codes("hello") != codes("hullo"))
    }

    @Test("zero-width characters inside a word do not split or change it")
    func invisible() {
        #expect(codes("ex\u{200B}pla\u{AD}in this") == codes("explain this"))
    }

    @Test("bytes that are not UTF-8 separate words")
    func invalid() {
        #expect(words([0x61, 0xFF, 0x62, 0xE4, 0xBD, 0x63, 0xC0, 0x80, 0x64, 0xF4]) == ["a", "b", "c", "d"])
    }

    @Test("overlong forms, surrogates and what is beyond Unicode separate words")
    func malformed() {
        #expect(
            words([0x61, 0xE0, 0x81, 0xA1, 0x62, 0xED, 0xA0, 0x80, 0x63, 0xF4, 0x90, 0x80, 0x80]) == [
                "a", "b", "c",
            ])
    }

    @Test("the lowest bit of a code says whether the word is an ideograph")
    func ideographBit() {
        #expect(codes("word 字").map(Word.isIdeograph) == [false, true])
    }

    @Test("another seed gives other codes")
    func seeds() { #expect(codes("word", seed: 1) != codes("word", seed: 2)) }
}
