import Casework
import Testing

@testable import Screens

@Suite("Account") struct AccountTests {
    private func opened(_ columns: Int, _ rows: Int) -> Desk {
        var desk = Desk.open(columns, rows, keys: "3")
        desk.enter()
        return desk
    }

    @Test("a dossier at 80 columns") func narrow() throws {
        try opened(80, 24).matches("account-80x24.txt")
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
        let lines = DossierFacts.lines(row, groupName: nil, notes: [], width: 80, glyphs: .unicode)
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
