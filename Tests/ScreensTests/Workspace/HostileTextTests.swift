import Casework
import Terminal
import Testing

@testable import Screens

/// Evidence may hold anything; a screen shows it as visible signs and keeps its columns.
@Suite("Hostile evidence") struct HostileTextTests {
    private static let hostile = [
        "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{202E}gnimoc", "a\u{0}b\tc\nd\re", "\u{9B}31m",
        "zero\u{200B}width",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "名前は日本語です", "👩‍👩‍👧",
        String(repeating: "x", count: 1_000_000),
    ]

    private func desk(_ columns: Int, _ rows: Int) -> Desk {
        var desk = Desk(columns, rows, title: Self.hostile[0])
        desk.rows[.accounts] = Self.hostile.map { text in
            var row = AccountRow(accountId: AccountID(text), unlisted: false)
            row.emailDomain = text
            row.orgName = text
            row.declaredCountry = text
            row.channel = text
            return .account(row)
        }
        desk.rows[.rejects] = Self.hostile.map {
            .reject(RejectRow(source: 1, file: $0, line: 1, offset: 0, reason: $0, field: $0, raw: $0))
        }
        desk.rows[.groups] = Self.hostile.map { .group(GroupRow(id: $0, name: $0, kind: .campaign)) }
        desk.start()
        desk.answerAll()
        return desk
    }

    private func isSafe(_ screen: String) -> Bool {
        screen.unicodeScalars.allSatisfy { scalar in
            scalar == "\n"
                || (scalar.properties.generalCategory != .control
                    && scalar.properties.generalCategory != .format)
        }
    }

    @Test("reaches no screen raw", arguments: ["2", "3", "0r"]) func lists(keys: String) {
        for (columns, rows) in [(80, 24), (120, 40)] {
            var desk = desk(columns, rows)
            desk.type(keys)
            for _ in Self.hostile {
                desk.press(.down)
                desk.answerAll()
                #expect(isSafe(desk.screen))
            }
        }
    }

    @Test("an opened account keeps its signs visible") func dossier() {
        let row = AccountRow(accountId: AccountID(Self.hostile[0]), unlisted: false)
        let lines = DossierFacts.lines(
            row, groupName: Self.hostile[1], notes: [], width: 80, glyphs: .unicode)
        #expect(Desk.text(lines).contains("␛[2J␛]0;owned␇"))
    }

    @Test("wide characters leave the columns to their right where they are") func wideCharacters() {
        var desk = desk(80, 24)
        desk.type("3")
        let buffer = desk.workspace.view().buffer
        // Nine rows, none with exchanges: the 0 of each stands in one column.
        let columns = (3..<12).map { row in
            (0..<80).first { buffer[Point(column: $0, row: row)].text == "0" && $0 > 25 }
        }
        #expect(Set(columns).count == 1)
    }

    @Test("a control in the title does not reach the top line") func title() {
        #expect(desk(80, 24).grid[0].hasPrefix(" REVENUER  ␛[2J␛]0;owned␇"))
    }

    @Test("in ASCII nothing beyond it is drawn") func ascii() {
        var desk = Desk(80, 24, title: Self.hostile[6], glyphs: .ascii)
        desk.start()
        desk.answerAll()
        #expect(desk.screen.utf8.allSatisfy { $0 < 0x80 })
    }
}
