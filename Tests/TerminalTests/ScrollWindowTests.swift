import Testing

@testable import Terminal

@Suite("Scroll window")
struct ScrollWindowTests {
    @Test("the window follows the cursor as little as possible")
    func follow() {
        var window = ScrollWindow(total: 100, height: 10, margin: 2)
        window.move(to: 7)
        #expect(window.offset == 0)
        window.move(by: 1)
        #expect(window.offset == 1)
        #expect(window.visible == 1..<11)
        #expect(window.cursorLine == 7)
        window.move(to: 99)
        #expect(window.offset == 90)
        window.move(to: 50)
        #expect(window.offset == 48)
    }

    @Test("pages move cursor and window together")
    func pages() {
        var window = ScrollWindow(total: 100, height: 10, cursor: 3)
        window.page(by: 1)
        #expect(window.cursor == 12 && window.offset == 9)
        window.page(by: -1)
        #expect(window.cursor == 3 && window.offset == 0)
        window.page(by: 99)
        #expect(window.cursor == 99 && window.offset == 90)
    }

    @Test("a shorter list or screen keeps the cursor where it can")
    func resize() {
        var window = ScrollWindow(total: 100, height: 10, cursor: 60)
        window.resize(height: 3)
        #expect(window.cursor == 60 && window.visible.contains(60))
        window.resize(total: 20)
        #expect(window.cursor == 19 && window.visible == 17..<20)
        window.resize(total: 0)
        #expect(window.cursor == 0 && window.visible.isEmpty)
    }

    @Test("the cursor is always visible, whatever the numbers", arguments: 0..<200)
    func visible(seed: UInt64) {
        var random = SeededRandom(seed)
        let extremes = [Int.min, -1, 0, 1, 5, 40, Int.max]
        var window = ScrollWindow(
            total: Int.random(in: 0...50, using: &random), height: Int.random(in: 1...12, using: &random),
            margin: Int.random(in: 0...9, using: &random))
        for _ in 0..<20 {
            let number = extremes.randomElement(using: &random) ?? 0
            switch Int.random(in: 0...3, using: &random) {
            case 0: window.move(to: number)
            case 1: window.move(by: number)
            case 2: window.page(by: number)
            default: window.resize(total: Int.random(in: 0...50, using: &random))
            }
            #expect(window.total == 0 || window.visible.contains(window.cursor), "seed \(seed)")
            #expect(window.offset >= 0, "seed \(seed)")
        }
    }
}
