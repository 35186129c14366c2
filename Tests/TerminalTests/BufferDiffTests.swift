import Testing

@testable import Terminal

@Suite("Changes between buffers")
struct BufferDiffTests {
    private func line(_ text: String, columns: Int = 10) -> Buffer {
        var buffer = Buffer(size: Size(columns: columns, rows: 1))
        buffer.put(text, at: .zero)
        return buffer
    }

    private func texts(_ runs: [CellRun]) -> [String] {
        runs.map { "\($0.origin.column):" + $0.cells.map(\.text).joined() }
    }

    @Test("equal buffers have no changes")
    func equal() {
        #expect(line("abc").changes(from: line("abc")).isEmpty)
    }

    @Test("only what changed is in the runs")
    func minimal() {
        #expect(texts(line("aXcdYZ").changes(from: line("abcdef"))) == ["1:X", "4:YZ"])
    }

    @Test("a wide character changes as a whole")
    func wide() {
        #expect(texts(line("a中b").changes(from: line("axyb"))) == ["1:中"])
        #expect(texts(line("axyb").changes(from: line("a中b"))) == ["1:xy"])
        #expect(texts(line("中c").changes(from: line("a中"))) == ["0:中c"])
    }

    @Test("a new style is a change")
    func style() {
        var styled = line("abc")
        styled.highlight(Rect(column: 1, row: 0, columns: 1, rows: 1))
        #expect(texts(styled.changes(from: line("abc"))) == ["1:b"])
    }

    @Test("without an old buffer of the same size everything is painted")
    func whole() {
        let buffer = Buffer(size: Size(columns: 3, rows: 2))
        #expect(buffer.changes(from: nil).map(\.cells.count) == [3, 3])
        #expect(buffer.changes(from: line("a")).count == 2)
    }

    @Test("the changes put over the old buffer give the new one", arguments: 0..<200)
    func round(seed: UInt64) {
        var random = SeededRandom(seed)
        let size = Size(columns: 19, rows: 4)
        let old = random.buffer(size)
        let new = random.buffer(size)
        let runs = new.changes(from: old)
        #expect(old.applying(runs) == new, "seed \(seed)")
        #expect(runs.allSatisfy { $0.cells.first?.width != 0 && $0.cells.last?.width != 2 }, "seed \(seed)")
    }
}
