import Testing

@testable import Terminal

@Suite("Line editor")
struct LineEditorTests {
    private func edit(_ text: String, _ keys: Key...) -> LineEditor {
        var editor = LineEditor(text)
        for key in keys {
            let isTaken = editor.take(key)
            #expect(isTaken, "\(key)")
        }
        return editor
    }

    @Test("typing goes in at the cursor")
    func typing() {
        let editor = edit("ac", .left, .character("b"))
        #expect(editor.text == "abc")
        #expect(editor.cursor == 2)
    }

    @Test("deleting takes one character with its marks")
    func deleting() {
        #expect(edit("ae\u{301}", .backspace).text == "a")
        #expect(edit("abc", .home, .delete).text == "bc")
        #expect(edit("abc", .home, .backspace).text == "abc")
        #expect(edit("abc", .delete).text == "abc")
    }

    @Test("words are deleted and passed over")
    func words() {
        #expect(edit("country:SG  by day ", .control("w")).text == "country:SG  by ")
        #expect(edit("one two", .wordLeft, .wordLeft).cursor == 0)
        #expect(edit("one two", .home, .wordRight).cursor == 3)
        #expect(edit("one two", .wordLeft, .control("u")).text == "two")
        #expect(edit("one two", .wordLeft, .control("k")).text == "one ")
    }

    @Test("a paste is made safe and stays one line")
    func paste() {
        var editor = LineEditor()
        editor.insert("\na\r\nb\tc\u{1B}[2J\u{202E}\0d\n")
        #expect(editor.text == "a b c[2Jd")
    }

    @Test("a mark typed after its letter joins it")
    func marks() {
        let editor = edit("e", .character("\u{301}"))
        #expect(editor.text.utf8.elementsEqual("e\u{301}".utf8))
        #expect(editor.cursor == 1)
    }

    @Test("the text has a limit, however much is pasted")
    func limit() {
        var editor = LineEditor()
        editor.insert(String(repeating: "a\n", count: LineEditor.scalarLimit))
        #expect(editor.text.unicodeScalars.count == LineEditor.scalarLimit)
        editor.insert("b\nc")
        #expect(editor.text.unicodeScalars.count == LineEditor.scalarLimit)
    }

    @Test("keys that edit nothing are left to others")
    func otherKeys() {
        var editor = LineEditor("a")
        for key in [Key.enter, .escape, .up, .tab, .control("c"), .function(1)] {
            let isTaken = editor.take(key)
            #expect(!isTaken, "\(key)")
        }
        #expect(editor.text == "a")
    }

    @Test("the visible part follows the cursor")
    func window() {
        let short = edit("abc").window(width: 10)
        #expect(short == ("abc", 3))
        let long = edit("abcdefgh").window(width: 4)
        #expect(long == ("fgh", 3))
        let wide = edit("中文字", .left).window(width: 4)
        #expect(wide == ("文字", 2))
    }

    @Test("replacing puts the cursor at the end")
    func replace() {
        var editor = edit("abc", .home)
        editor.replace(with: "xy")
        #expect(editor.text == "xy" && editor.cursor == 2 && !editor.isEmpty)
    }

    @Test("no keys break it and the cursor stays visible", arguments: 0..<100)
    func random(seed: UInt64) {
        var random = SeededRandom(seed)
        let keys: [Key] = [
            .left, .right, .home, .end, .backspace, .delete, .wordLeft, .wordRight, .control("w"),
            .control("u"),
            .control("k"), .character("中"), .character("a"), .character("\u{301}"), .character(" "),
        ]
        var editor = LineEditor(random.hostileText())
        for _ in 0..<60 {
            if let key = keys.randomElement(using: &random) { _ = editor.take(key) }
            let (text, column) = editor.window(width: 7)
            #expect(column < 7 && SafeText().width(of: text) <= 7, "seed \(seed)")
        }
    }
}
