import Testing

@testable import Terminal

@Suite("Layout")
struct LayoutTests {
    @Test("fixed parts come first and shares take the rest by weight")
    func split() {
        #expect(Layout.split(100, [.fixed(10), .share(1), .share(2)]) == [10, 30, 60])
        #expect(Layout.split(10, [.share(1), .share(1), .share(1)]) == [3, 3, 4])
        #expect(Layout.split(21, [.share(1), .share(1)], gap: 1) == [10, 10])
    }

    @Test("when the room is short the parts in front are served")
    func short() {
        #expect(Layout.split(12, [.fixed(10), .fixed(10), .share(1)]) == [10, 2, 0])
        #expect(Layout.split(0, [.fixed(1), .share(1)]) == [0, 0])
        #expect(Layout.split(10, [.fixed(-5), .share(-1)]) == [0, 0])
    }

    @Test("parts never take more than there is", arguments: 0..<100)
    func bounds(seed: UInt64) {
        var random = SeededRandom(seed)
        let lengths = (0..<Int.random(in: 0...6, using: &random)).map { _ -> Length in
            let number = Int.random(in: -2...60, using: &random)
            return Bool.random(using: &random) ? .fixed(number) : .share(number)
        }
        let total = Int.random(in: 0...120, using: &random)
        let parts = Layout.split(total, lengths)
        #expect(parts.reduce(0, +) <= total && parts.allSatisfy { $0 >= 0 }, "seed \(seed)")
        let hasShare = lengths.contains { $0.weight > 0 }
        #expect(!hasShare || parts.reduce(0, +) == total, "seed \(seed)")
    }

    @Test("a rectangle is cut side by side and one above the other")
    func rectangles() {
        let rect = Rect(column: 5, row: 2, columns: 20, rows: 10)
        #expect(
            rect.columns([.share(1), .fixed(8)], gap: 2) == [
                Rect(column: 5, row: 2, columns: 10, rows: 10),
                Rect(column: 17, row: 2, columns: 8, rows: 10),
            ])
        #expect(
            rect.rows([.fixed(1), .share(1), .fixed(1)]).map(\.row) == [2, 3, 11])
    }

    @Test("rectangles meet in what they share")
    func intersection() {
        let rect = Rect(column: 0, row: 0, columns: 4, rows: 4)
        #expect(
            rect.intersection(Rect(column: 2, row: -1, columns: 9, rows: 3))
                == Rect(column: 2, row: 0, columns: 2, rows: 2))
        #expect(rect.intersection(Rect(column: 9, row: 9, columns: 1, rows: 1)).isEmpty)
        #expect(rect.line(5).isEmpty)
        #expect(rect.inset(columns: 3, rows: 1).size == Size(columns: 0, rows: 2))
    }
}
