import Casework
import Testing

@testable import Screens

@Suite("Flagged neighbours") struct ConnectionsTests {
    @Test("one key from the list of accounts: the values the sentence counts, with their rows") func drawn() {
        #expect(
            Desk.open(keys: "3R").screen == """
                 REVENUER  Quickstart…  ▌SYNTHETIC▐  Accounts › u-10000000 › Flagged neighbours
                ────────────────────────────────────────────────────────────────────────────────
                 This account is connected to 5 addresses that each have 10 or more flagged
                 accounts. Behind them: 51 flagged accounts, 48 as members of a campaign, 9 as
                 banned or suspended by the provider, 0 as confirmed by a reviewer.
                 address                             accounts  flagged  campaign  provider
                ›198.18.40.17                              61       44        43         4
                    exchanges.csv:120
                    exchanges.csv:131
                    exchanges.csv:977
                    and 297 more rows
                 198.18.40.18                              52       36        35         4
                    exchanges.csv:130
                    exchanges.csv:141
                    exchanges.csv:987
                    and 277 more rows
                 198.18.40.19                              43       28        27         4
                    exchanges.csv:140
                    exchanges.csv:151
                    exchanges.csv:997
                    and 257 more rows
                 198.18.40.20                              34       20        19         4
                ─ lines 1 to 20 of 29 ──────────────────────────────────────────────────────────
                 Enter open  x pivot  q back  : palette  e export  ? help                   UTC
                """)
    }

    @Test("the same from the dossier, and by Enter on its sentence") func dossier() {
        var desk = Desk.open(keys: "3")
        desk.enter()
        desk.type("R")
        #expect(desk.grid[0].contains("Accounts › u-10000000 › Flagged neighbours"))
        desk.type("q")
        desk.type("jjj")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-10000000 › Flagged neighbours"))
    }

    @Test("a value opens with all its holders") func value() {
        var desk = Desk.open(keys: "3Rj")
        desk.enter()
        #expect(desk.grid[0].contains("Evidence › exchanges.csv › line 120"))
        desk.type("q")
        desk.type("jjj")
        desk.enter()
        #expect(desk.grid[0].contains("Networks › 198.18.40.18"))
    }

    @Test("a payment opens as an artifact, a frame as a frame") func kinds() {
        let kinds: [ArtifactKind] = [.payment, .template]
        let connections = kinds.map { kind in
            var found = FlaggedConnections(field: "f", kind: kind, least: 10, count: 1)
            found.values = [FlaggedConnections.Value(value: ExactText("T-1"), accounts: 12, flagged: 11)]
            return found
        }
        let page = ConnectionsPage(account: AccountID("u-1"), connections: connections, glyphs: .unicode)
            .page(width: 80)
        let targets = page.choices.map { page.rows[$0].choice?.line.target }
        #expect(
            targets == [
                .artifact(Artifact(kind: .payment, value: ExactText("T-1"))), .template("T-1"),
            ])
    }

    @Test("before holders were counted it says what to do") func uncounted() {
        let page = ConnectionsPage(account: AccountID("u-1"), connections: [], glyphs: .unicode).page(
            width: 80)
        #expect(Desk.text(page).contains("not counted yet: press A"))
    }
}
