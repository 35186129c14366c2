import Terminal
import Testing

@Suite("Test terminal")
struct TestTerminalTests {
    @Test("scripted events come in order and the input ends after them")
    func script() {
        let terminal = TestTerminal(script: [.key(.up), .paste("x")])
        #expect(terminal.events(withinMilliseconds: nil) == [.key(.up)])
        #expect(terminal.events(withinMilliseconds: nil) == [.paste("x")])
        #expect(terminal.events(withinMilliseconds: 0) == [])
        #expect(terminal.events(withinMilliseconds: nil) == [.quit(signal: 0)])
    }

    @Test("a resize changes the size")
    func resize() {
        let size = Size(columns: 40, rows: 10)
        let terminal = TestTerminal(script: [.resize(size)])
        _ = terminal.events(withinMilliseconds: nil)
        #expect(terminal.size == size)
    }

    @Test("wakes from anywhere count as one")
    func wake() async {
        let terminal = TestTerminal()
        let waker = terminal.waker
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<5 { group.addTask { waker.wake() } }
        }
        #expect(terminal.events(withinMilliseconds: 0) == [.wake])
        #expect(terminal.events(withinMilliseconds: 0) == [])
    }

    @Test("frames, cursor and clipboard are kept")
    func frames() {
        let terminal = TestTerminal(size: Size(columns: 3, rows: 1))
        var buffer = Buffer(size: terminal.size)
        buffer.put("abc", at: .zero)
        terminal.present(buffer, cursor: Point(column: 1, row: 0))
        #expect(terminal.rows == ["abc"])
        #expect(terminal.cursor == Point(column: 1, row: 0))
        #expect(terminal.copy("id") && terminal.clipboard == "id")
    }
}
