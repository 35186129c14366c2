import Terminal
import Testing

@testable import Screens

@Suite("Artifacts") struct ArtifactTests {
    @Test("what accounts share, with verdict and reasons") func list() throws {
        try Desk.open(120, 40, keys: "4j").matches("artifacts-120x40.txt")
    }

    @Test("a narrow screen keeps value, holders and verdict") func narrow() {
        let desk = Desk.open(keys: "4")
        #expect(desk.screen.contains("python-sdk/1.4"))
        #expect(desk.screen.contains("302"))
        #expect(desk.screen.contains("shared by strangers"))
    }

    @Test("Enter opens the holders, and Enter there the account") func opened() throws {
        var desk = Desk.open(120, 40, keys: "4j")
        desk.enter()
        try desk.matches("artifact-120x40.txt")
        desk.enter()
        #expect(desk.grid[0].contains("Accounts › " + InventedCase.account(0).accountId.string))
    }

    @Test("an artifact by its name in the palette") func palette() {
        var desk = Desk.open(keys: ":artifact:payment:pf_81c0a4d2e6f0443e")
        desk.enter()
        #expect(desk.grid[0].contains("pf_81c0a4d2e6f0443e"))
    }
}
