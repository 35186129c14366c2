import Testing

@testable import Terminal

@Suite("Key decoder")
struct KeyDecoderTests {
    private func decode(_ text: String) -> [TerminalEvent] {
        var decoder = KeyDecoder()
        return decoder.feed(text.utf8) + decoder.expire()
    }

    @Test(
        "keys are known by their bytes",
        arguments: [
            ("a", .character("a")), ("é", .character("é")), ("中", .character("中")), (" ", .character(" ")),
            ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
            ("\u{3}", .control("c")), ("\u{10}", .control("p")), ("\0", .control(" ")),
            ("\u{1C}", .control("\\")),
            ("\u{1B}", .escape), ("\u{1B}x", .alt("x")), ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
            ("\u{1B}\u{7F}", .control("w")),
            ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}OD", .left),
            ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}[1;2C", .right),
            ("\u{1B}[H", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end),
            ("\u{1B}[7~", .home),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[6;5~", .pageDown), ("\u{1B}[2~", .insert),
            ("\u{1B}[3~", .delete),
            ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}[[E", .function(5)),
            ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)), ("\u{1B}[21~", .function(10)),
            ("\u{1B}[24~", .function(12)), ("\u{1B}OM", .enter),
        ] as [(String, Key)])
    func keys(bytes: String, key: Key) {
        #expect(decode(bytes) == [.key(key)])
    }

    @Test(
        "what is no key is dropped whole",
        arguments: [
            "\u{1B}[99~", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[201~", "\u{9B}", "\u{1B}[M !!",
            "\u{1B}[<0;0;1M",
        ])
    func unknown(bytes: String) {
        #expect(decode(bytes + "x") == [.key(.character("x"))])
    }

    @Test("the terminal's answers are counted and never typed, however they are cut")
    func answers() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("a\u{1B}[0".utf8) == [.key(.character("a"))])
        #expect(decoder.takeAnswers() == 0)
        #expect(decoder.feed("n\u{1B}[0nb".utf8) == [.key(.character("b"))])
        #expect(decoder.takeAnswers() == 2)
        #expect(decoder.takeAnswers() == 0)
    }

    @Test("bytes that are no UTF-8 are dropped")
    func invalid() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xFF, 0xC3, 0x61, 0xE4, 0xB8]) == [.key(.character("a"))])
        #expect(decoder.expire().isEmpty)
    }

    @Test("a lone Esc is a key only when the time is up")
    func loneEscape() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.patienceMilliseconds == 9)
        #expect(decoder.expire() == [.key(.escape)])
        #expect(decoder.patienceMilliseconds == nil)
    }

    @Test("Esc twice is a key and a beginning")
    func doubleEscape() {
        #expect(decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    }

    @Test("the cuts between reads do not matter")
    func splits() {
        let text = "a\u{1B}[1;5Cé中\u{1B}Ox\u{1B}[200~p\u{1B}q\u{1B}[201~\u{1B}[<65;3;4Mz"
        let bytes = Array(text.utf8)
        let whole = decode(text)
        #expect(whole.count == 7)
        for cut in bytes.indices {
            var decoder = KeyDecoder()
            let events = decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...])
            #expect(events == whole, "cut at \(cut)")
        }
    }

    @Test("a paste is one event, with newlines and escapes in it")
    func paste() {
        #expect(
            decode("\u{1B}[200~a\nb\u{1B}[A\u{1B}[201~q") == [.paste("a\nb\u{1B}[A"), .key(.character("q"))])
    }

    @Test("a paste whose end got lost is given after a second of silence")
    func lostEnd() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~abc".utf8).isEmpty)
        #expect(decoder.patienceMilliseconds == 1000)
        #expect(decoder.expire() == [.paste("abc")])
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }

    @Test("a paste beyond the limit is cut and its end still found")
    func longPaste() {
        var decoder = KeyDecoder()
        let long = [UInt8](repeating: 0x61, count: PasteBuffer.byteLimit + 3)
        _ = decoder.feed("\u{1B}[200~".utf8)
        _ = decoder.feed(long)
        let events = decoder.feed("\u{1B}[201~q".utf8)
        #expect(
            events == [.paste(String(repeating: "a", count: PasteBuffer.byteLimit)), .key(.character("q"))])
    }

    @Test("a sequence without end is given up")
    func endless() {
        var decoder = KeyDecoder()
        _ = decoder.feed("\u{1B}[".utf8)
        #expect(decoder.feed([UInt8](repeating: 0x31, count: KeyDecoder.sequenceLimit - 2)).isEmpty)
        #expect(decoder.patienceMilliseconds == nil)
    }

    @Test("the mouse reports buttons and wheel by cell")
    func mouse() {
        #expect(
            decode("\u{1B}[<0;12;3M\u{1B}[<0;12;3m\u{1B}[<64;1;1M") == [
                .mouse(MouseEvent(.press, at: Point(column: 11, row: 2))),
                .mouse(MouseEvent(.release, at: Point(column: 11, row: 2))),
                .mouse(MouseEvent(.wheelUp, at: .zero)),
            ])
    }

    @Test("keys held with the mouse change nothing, and its movements are dropped")
    func mouseWithKeys() {
        #expect(
            decode("\u{1B}[<4;2;1M\u{1B}[<20;2;1M\u{1B}[<73;2;1M\u{1B}[<35;2;1M\u{1B}[<32;2;1M") == [
                .mouse(MouseEvent(.press, at: Point(column: 1, row: 0))),
                .mouse(MouseEvent(.press, at: Point(column: 1, row: 0))),
                .mouse(MouseEvent(.wheelDown, at: Point(column: 1, row: 0))),
            ])
    }

    @Test("no bytes whatever break it, and cutting them changes nothing", arguments: 0..<300)
    func random(seed: UInt64) {
        var random = SeededRandom(seed)
        let alphabet = Array("\u{1B}\u{1B}[[O0125;~<MmABz\u{7F}é中".utf8) + [0xFF, 0x9B, 0x00]
        let bytes = random.bytes(upTo: 120, from: seed.isMultiple(of: 2) ? alphabet : nil)
        var whole = KeyDecoder()
        let expected = whole.feed(bytes) + whole.expire()
        var split = KeyDecoder()
        let cut = Int.random(in: 0...bytes.count, using: &random)
        let events = split.feed(bytes[..<cut]) + split.feed(bytes[cut...]) + split.expire()
        #expect(events == expected, "seed \(seed)")
        #expect(split.patienceMilliseconds == nil, "seed \(seed)")
    }
}
