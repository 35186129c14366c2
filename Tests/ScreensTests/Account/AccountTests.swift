import Casework
import Testing

@testable import Screens

@Suite("Account") struct AccountTests {
    private func opened(_ columns: Int, _ rows: Int) -> Desk {
        var desk = Desk.open(columns, rows, keys: "3")
        desk.enter()
        return desk
    }

    @Test("a dossier at 80 columns") func narrow() {
        #expect(
            opened(80, 24).screen == """
                 REVENUER  Quickstart case  ▌SYNTHETIC▐  Accounts › u-10000000
                ────────────────────────────────────────────────────────────────────────────────
                 u-10000000  ⚑ flagged: campaign, provider
                › in C-01 large proxy network  core  .998 ███████▉
                 banned · created 2026-01-12 03:14:07Z · api · paid · declared SG
                 1,000 exchanges · first 2026-01-12 · last 2026-01-29

                 Linked to              bits  by
                  u-9c03aa11            26.4  payment pf_81c0a4d2e6f0443e · device dv_44a107
                  u-55d2e0f4            17.9  sign_up 2026-01-12T03

                 Connected to 5 addresses that each have 10 or more flagged accounts
                 Behind them: 51 flagged accounts, 48 as members of a campaign, 9 as banned or
                 suspended by the provider, 0 as confirmed by a reviewer.
                 address            accounts  flagged  exchanges  network
                 198.18.40.17             61       44        300  residential proxy · ResiProxy…
                 198.18.40.18             52       36        280  residential proxy · ResiProxy…
                 198.18.40.19             43       28        260  residential proxy · ResiProxy…
                 198.18.40.20             34       20        240  residential proxy · ResiProxy…
                 198.18.40.21             25       12        220  residential proxy · ResiProxy…
                 198.18.40.22             16        4        200  residential proxy · ResiProxy…

                ─ lines 1 to 20 of 51 ──────────────────────────────────────────────────────────
                 Enter open  R neighbours  q back  : palette  ? help                        UTC
                """)
    }

    @Test("a dossier at 120 columns shows what speaks for it beside its links") func wide() throws {
        try opened(120, 40).matches("account-120x40.txt")
    }

    @Test("Enter on a link says why, and from there the other account opens") func links() {
        var desk = opened(80, 24)
        desk.type("j")
        desk.enter()
        #expect(desk.grid[0].contains("u-10000000 › u-9c03aa11"))
        desk.type("j")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › u-9c03aa11"))
    }

    @Test("an account that no row describes says so") func unlisted() {
        let row = AccountRow(accountId: AccountID("ghost"), unlisted: true)
        let lines = DossierFacts.lines(row, groupName: nil, width: 80, glyphs: .unicode)
        #expect(Desk.text(lines).contains("no row of the accounts table describes it"))
    }

    @Test("addresses stand by flagged accounts, and one alone is spoken of in the singular") func addresses()
    {
        var dossier = AccountDossier(row: InventedCase.account(0))
        var few = AddressUse(address: "192.0.2.1", exchanges: 900)
        few.flagged = 2
        var many = AddressUse(address: "192.0.2.2", exchanges: 1)
        many.flagged = 10
        dossier.addresses = [few, many]
        let text = Desk.text(DossierAddresses.lines(dossier, width: 80, glyphs: .unicode, limit: 5))
        #expect(text.contains("Connected to 1 address that has 10 or more flagged accounts"))
        #expect(text.range(of: "192.0.2.2")!.lowerBound < text.range(of: "192.0.2.1")!.lowerBound)
    }
}
