import Casework
import Terminal
import Testing

@testable import Screens

@Suite("The palette") struct PaletteTests {
    @Test("finds a screen by a few letters and opens it") func screen() {
        var desk = Desk.open(keys: ":evid")
        desk.press(.enter)
        desk.answerAll()
        #expect(desk.grid[0].contains("Evidence"))
    }

    @Test(
        "a typed or pasted id opens",
        arguments: [
            ("account:u 1", "Accounts › u 1"), ("u-14377d50", "Accounts › u-14377d50"),
            ("C-02", "Campaigns › C-02"),
            ("campaign:odd id", "Campaigns › odd id"), ("link:a~b", "Accounts › a › b"),
            ("  G-01 ", "Campaigns › G-01"),
        ])
    func ids(text: String, crumbs: String) {
        var desk = Desk.open()
        desk.send(.paste(text))
        desk.press(.enter)
        #expect(desk.grid[0].contains(crumbs))
    }

    @Test("the beginning of an id, or a word of a group's name, is enough")
    func beginnings() {
        var desk = Desk.open()
        desk.type(":u-1000")
        desk.answerAll()
        #expect(desk.screen.contains("account:u-10000000"))
        // What fits the longer text stays while the next answer is under way.
        desk.type("1ee")
        #expect(desk.screen.contains("account:u-10001eef") && !desk.screen.contains("u-10000000"))
        desk.answerAll()
        desk.press(.enter)
        #expect(desk.grid[0].contains("Accounts › u-10001eef"))
        let group = InventedCase.groups[1]
        desk.type(":" + group.name.split(separator: " ")[0])
        desk.answerAll()
        #expect(desk.screen.contains("group:\(group.id)"))
    }

    @Test("Esc closes it and leaves the screen as it was") func close() {
        var desk = Desk.open(keys: "3jj")
        let before = desk.grid
        desk.type(":back")
        desk.press(.escape)
        #expect(desk.grid == before)
    }

    @Test("quit is in it though it has no key") func quit() {
        var desk = Desk.open(keys: "3:quit")
        desk.press(.enter)
        #expect(desk.intents == [.quit])
    }

    @Test("every screen is offered by its name") func screens() {
        let titles = PaletteModel().entries(.standard, in: .overview).map(\.title)
        #expect(ScreenName.allCases.allSatisfy { titles.contains($0.title) })
    }

    @Test("letters in a row at the start of a word come first") func order() throws {
        let close = try #require(FuzzyMatch.score("acc", in: "Accounts"))
        let far = try #require(FuzzyMatch.score("acc", in: "back; at the first screen"))
        #expect(close > far)
        #expect(FuzzyMatch.score("xyz", in: "Accounts") == nil)
    }

    @Test("long pasted text is cut, not drawn over the frame") func long() {
        var desk = Desk.open()
        desk.send(.paste(String(repeating: "名", count: 100_000)))
        let widths = desk.grid[3...5].map { SafeText(.unicode).width(of: $0) }
        #expect(widths.allSatisfy { $0 <= 80 })
    }
}
