import Testing

@testable import Terminal

@Suite("Buffer")
struct BufferTests {
    private func buffer(_ columns: Int, _ rows: Int) -> Buffer {
        Buffer(size: Size(columns: columns, rows: rows))
    }

    @Test("text is drawn where it is put and its columns are counted")
    func put() {
        var buffer = buffer(8, 2)
        let used = buffer.put("abc", at: Point(column: 2, row: 1))
        #expect(used == 3)
        #expect(buffer.rows == ["", "  abc"])
    }

    @Test("text is cut at the edges and above, below and beside nothing happens")
    func clipping() {
        var buffer = buffer(4, 2)
        buffer.put("abcdef", at: Point(column: -2, row: 0))
        buffer.put("abcdef", at: Point(column: 2, row: 1))
        for point in [Point(column: 0, row: -1), Point(column: 0, row: 2), Point(column: 4, row: 0)] {
            buffer.put("zz", at: point)
        }
        #expect(buffer.rows == ["cdef", "  ab"])
    }

    @Test("a width limit holds, with an ellipsis when asked for")
    func maxWidth() {
        var buffer = buffer(10, 2)
        #expect(buffer.put("abcdef", at: .zero, maxWidth: 4) == 4)
        #expect(buffer.put("abcdef", at: Point(column: 0, row: 1), maxWidth: 4, cut: .end) == 4)
        #expect(buffer.rows == ["abcd", "abc…"])
    }

    @Test("a wide character is never half drawn at an edge")
    func wideAtEdges() {
        var buffer = buffer(3, 2)
        buffer.put("a中文", at: .zero)
        buffer.put("中a", at: Point(column: -1, row: 1))
        #expect(buffer.rows == ["a中", " a"])
        #expect(buffer[Point(column: 2, row: 0)].width == 0)
    }

    @Test(
        "overwriting half of a wide character leaves a space", arguments: [(1, " x文"), (0, "x 文"), (2, "中x")])
    func halfOverwritten(column: Int, expected: String) {
        var buffer = buffer(4, 1)
        buffer.put("中文", at: .zero)
        buffer.put("x", at: Point(column: column, row: 0))
        #expect(buffer.rows == [expected])
    }

    @Test("a wide character over the seam of two others leaves spaces on both sides")
    func wideOverSeam() {
        var buffer = buffer(4, 1)
        buffer.put("中文", at: .zero)
        buffer.put("字", at: Point(column: 1, row: 0))
        #expect(buffer.styledRows == [[Buffer.Span(" 字 ", .normal)]])
    }

    @Test("hidden characters are drawn as signs in a style of their own")
    func hiddenStyle() {
        var buffer = buffer(4, 1)
        buffer.put("a\u{1B}b", at: .zero, style: .accent)
        #expect(
            buffer.styledRows == [
                [Buffer.Span("a", .accent), .init("␛", .hidden), .init("b", .accent), .init(" ", .normal)]
            ])
    }

    @Test("a field aligns its text and fills the rest")
    func fields() {
        var buffer = buffer(6, 4)
        let field = Rect(column: 0, row: 0, columns: 6, rows: 1)
        buffer.put("ab", in: field)
        for (row, align) in [(1, Buffer.Alignment.right), (2, .center)] {
            buffer.put("ab", in: Rect(column: 0, row: row, columns: 6, rows: 1), align: align, style: .bar)
        }
        buffer.put("abcdefgh", in: Rect(column: 0, row: 3, columns: 6, rows: 1), align: .right)
        #expect(buffer.rows == ["ab", "    ab", "  ab", "abcde…"])
        #expect(buffer.styledRows[1] == [Buffer.Span("    ab", .bar)])
    }

    @Test("bytes that are no text are drawn as signs")
    func bytes() {
        var buffer = buffer(8, 1)
        #expect(buffer.put(utf8: [0x61, 0xFE], at: .zero) == 6)
        #expect(buffer.rows == ["a‹xFE›"])
    }

    @Test("highlighting keeps the text and the roles")
    func highlight() {
        var buffer = buffer(4, 1)
        buffer.put("ab", at: .zero, style: .danger)
        buffer.highlight(Rect(column: 0, row: 0, columns: 3, rows: 1))
        #expect(
            buffer.styledRows == [
                [
                    Buffer.Span("ab", Style.danger.highlighted), .init(" ", Style.normal.highlighted),
                    .init(" ", .normal),
                ]
            ])
    }

    @Test("a part is drawn as a buffer of its own and clipped to its rectangle")
    func within() {
        var buffer = buffer(6, 3)
        buffer.fill(buffer.bounds, with: ".")
        buffer.within(Rect(column: 1, row: 1, columns: 3, rows: 1)) { part in
            #expect(part.rows == ["..."])
            part.put("abcdef", at: Point(column: 1, row: 0))
        }
        #expect(buffer.rows == ["......", "..ab..", "......"])
    }

    @Test("another buffer is copied with its wide characters whole")
    func draw() {
        var part = buffer(4, 1)
        part.put("中文", at: .zero)
        var buffer = buffer(5, 1)
        buffer.fill(buffer.bounds, with: ".")
        buffer.draw(part, at: Point(column: 2, row: 0))
        #expect(buffer.rows == ["..中."])
    }

    @Test("no random drawing leaves half a wide character", arguments: 0..<100)
    func wholeness(seed: UInt64) {
        var random = SeededRandom(seed)
        let buffer = random.buffer(Size(columns: 17, rows: 5))
        for row in 0..<5 {
            for column in 0..<17 {
                let cell = buffer[Point(column: column, row: row)]
                let next = column < 16 ? buffer[Point(column: column + 1, row: row)] : nil
                #expect((cell.width == 2) == (next?.width == 0), "seed \(seed)")
                #expect(cell.text.unicodeScalars.count <= Cell.scalarLimit, "seed \(seed)")
            }
            #expect(buffer[Point(column: 0, row: row)].width > 0, "seed \(seed)")
        }
    }

    @Test("composed and decomposed letters are different cells")
    func exactCells() {
        var composed = buffer(1, 1)
        var decomposed = buffer(1, 1)
        composed.put("\u{E9}", at: .zero)
        decomposed.put("e\u{301}", at: .zero)
        #expect(composed != decomposed)
    }
}
