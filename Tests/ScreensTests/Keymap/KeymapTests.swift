import Terminal
import Testing

@testable import Screens

@Suite("The keymap") struct KeymapTests {
    @Test("no key has two meanings in one context", arguments: Context.allCases) func unambiguous(
        context: Context
    ) {
        let keys = Keymap.standard.bindings(in: context).flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }

    @Test(
        "the bottom line never loses help",
        arguments: Set<Context>.screens.sorted { $0.rawValue < $1.rawValue })
    func hints(context: Context) {
        var buffer = Buffer(size: Size(columns: 75, rows: 1))
        KeyHints(.standard, in: context).draw(on: &buffer, in: buffer.bounds)
        #expect(context == .help || buffer.rows[0].contains("? help"))
    }

    @Test("every screen can be left and every digit is a screen") func general() {
        for context in Set<Context>.screens {
            #expect(Keymap.standard.binding(for: .character("q"), in: context)?.command == .back)
            for digit in 0...9 {
                let key = Key.character(Character(String(digit)))
                let name = ScreenName(rawValue: digit)
                #expect(Keymap.standard.binding(for: key, in: context)?.command == name.map(Command.screen))
            }
        }
    }

    @Test("analysing is offered only where there is something new") func idle() {
        #expect(!Desk.open(120, 40).grid[39].contains("A analyse"))
        var desk = Desk(120, 40)
        desk.overview.run = nil
        desk.start()
        desk.answerAll()
        #expect(desk.grid[39].contains("A analyse"))
    }
}
