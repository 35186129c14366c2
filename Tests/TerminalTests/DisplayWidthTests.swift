import Testing

@testable import Terminal

@Suite("Display width")
struct DisplayWidthTests {
    @Test(
        "scalars take the columns terminals give them",
        arguments: [
            ("a", 1), ("é", 1), ("ß", 1), ("中", 2), ("한", 2), ("Ａ", 2), ("ｱ", 1), ("👍", 2), ("─", 1),
            ("█", 1),
            ("\u{301}", 0), ("\u{20DD}", 0), ("\u{1160}", 0), ("\u{903}", 1), ("\u{1F1E9}", 1), ("⚑", 1),
            ("\u{20000}", 2),
        ] as [(Unicode.Scalar, Int)])
    func widths(scalar: Unicode.Scalar, width: Int) {
        #expect(DisplayWidth.of(scalar) == width)
    }

    @Test(
        "the tables are ascending and do not overlap",
        arguments: [DisplayWidthTable.zero, DisplayWidthTable.wide])
    func tables(table: [UInt32]) {
        #expect(table.count.isMultiple(of: 2))
        for index in stride(from: 0, to: table.count, by: 2) {
            #expect(table[index] <= table[index + 1])
            #expect(index == 0 || table[index - 1] < table[index])
        }
    }

    @Test("every edge of the tables is found and its neighbours are not")
    func edges() {
        for (table, width) in [(DisplayWidthTable.zero, 0), (DisplayWidthTable.wide, 2)] {
            for value in table {
                #expect(Unicode.Scalar(value).map(DisplayWidth.of) == width)
            }
        }
        #expect(DisplayWidth.of("\u{2FF}") == 1)
        #expect(DisplayWidth.of("\u{10FFFF}") == 1)
    }

    @Test("every sign of the glyph sets takes the columns promised")
    func glyphs() {
        for glyphs in [Glyphs.unicode, .ascii] {
            let signs = [
                glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.topRight, glyphs.bottomLeft,
                glyphs.bottomRight, glyphs.teeLeft, glyphs.teeRight, glyphs.teeTop, glyphs.teeBottom,
                glyphs.cross,
                glyphs.expanded, glyphs.collapsed, glyphs.bullet, glyphs.separator, glyphs.arrow,
                glyphs.breadcrumb, glyphs.check, glyphs.reject, glyphs.warning, glyphs.flag, glyphs.release,
                glyphs.badgeLeft, glyphs.badgeRight, glyphs.thumb, glyphs.track,
            ]
            for sign in signs + glyphs.eighths + glyphs.levels {
                #expect(SafeText(glyphs).width(of: sign) == 1, "\(sign)")
                #expect(SafeText(glyphs).fit(sign, width: 9) == sign)
                let isBraille = sign.unicodeScalars.contains { (0x2800...0x28FF).contains($0.value) }
                #expect(!isBraille, "\(sign)")
            }
        }
    }
}
