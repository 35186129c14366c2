import Casework
import Terminal
import Testing

@testable import Screens

@Suite("A row of evidence") struct EvidenceRowTests {
    private func opened(_ columns: Int = 80, _ rows: Int = 24, glyphs: Glyphs = .unicode) -> Desk {
        var desk = Desk.open(columns, rows, keys: "3 pjj", glyphs: glyphs)
        desk.enter()
        return desk
    }

    @Test("opens from a chain of evidence: what it says and where it comes from") func drawn() throws {
        try opened().matches("evidence-row-80x24.txt")
        try opened(160, 50).matches("evidence-row-160x50.txt")
    }

    @Test("its account and its value open") func targets() {
        var desk = opened()
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-10000000"))
        desk.type("qj")
        desk.enter()
        #expect(desk.grid[0].contains("Artifacts › payment › pf_81c0a4d2e6f0443e"))
    }

    @Test("a row that says nothing still says where it stands; in ASCII too") func empty() {
        let row = RowReference(source: 2, file: "payments.csv", line: 812)
        let detail = RowDetail(row: row, source: InventedCase.sources[0], offset: 0)
        let page = EvidenceRowPage(detail: detail, glyphs: .ascii).page(width: 80)
        #expect(Desk.text(page).contains("payments.csv:812"))
        #expect(Desk.text(page).contains("SHA-256"))
        #expect(opened(glyphs: .ascii).screen.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test("a prompt of a megabyte is cut after a few lines and hostile text is made visible") func hostile() {
        let row = RowReference(source: 2, file: "\u{1B}[2J名前.csv", line: 1)
        var detail = RowDetail(row: row, source: InventedCase.sources[0], offset: 0)
        detail.fields = [
            RowDetail.Field(name: "prompt", value: String(repeating: "x", count: 1_000_000)),
            RowDetail.Field(name: "\u{202E}x", value: "a\u{0}b\n\u{9B}31m"),
        ]
        let page = EvidenceRowPage(detail: detail, glyphs: .unicode).page(width: 80)
        let text = Desk.text(page)
        #expect(page.rows.count < 40)
        #expect(text.contains("␛[2J名前.csv:1"))
        #expect(
            text.unicodeScalars.allSatisfy {
                $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
            })
    }
}
