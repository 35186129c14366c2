import Terminal
import Testing

@testable import Screens

@Suite("Networks") struct NetworkTests {
    @Test("ranges with owner, usage and the accounts behind them") func list() throws {
        try Desk.open(120, 40, keys: "5j").matches("networks-120x40.txt")
    }

    @Test("an opened range says when strangers share it") func opened() {
        var desk = Desk.open(100, 30, keys: "5j")
        desk.enter()
        #expect(desk.screen.contains("strangers share such addresses"))
        #expect(desk.screen.contains("about 61 users behind one address"))
    }

    @Test("an address typed into the palette opens its range") func address() {
        var desk = Desk.open(keys: ":198.18.40.17")
        desk.enter()
        #expect(desk.screen.contains("the address 198.18.40.17, in"))
    }
}
