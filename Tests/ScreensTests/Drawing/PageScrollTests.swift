import Casework
import Testing

@testable import Screens

@Suite("Reading a page") struct PageScrollTests {
    /// 40 rows, of which some can be chosen.
    private func page(_ choices: Set<Int>) -> Page {
        var page = Page(width: 80)
        for row in 0..<40 {
            var line = PageLine("row \(row)")
            if choices.contains(row) { line.target = .group("\(row)") }
            page.add(line)
        }
        return page
    }

    @Test("down goes to the next choice in sight, else one row on") func step() {
        let page = page([1, 3, 30])
        var scroll = PageScroll()
        #expect(scroll.target(in: page, height: 10) == .group("1"))
        _ = scroll.perform(.down, page: page, height: 10)
        #expect(scroll.target(in: page, height: 10) == .group("3"))
        _ = scroll.perform(.down, page: page, height: 10)
        #expect(scroll.top == 1)
        #expect(scroll.target(in: page, height: 10) == .group("3"))
    }

    @Test("what is not in sight cannot be opened") func hidden() {
        let page = page([1, 30])
        var scroll = PageScroll()
        _ = scroll.perform(.pageDown, page: page, height: 10)
        #expect(scroll.target(in: page, height: 10) == nil)
        for _ in 0..<14 { _ = scroll.perform(.down, page: page, height: 10) }
        #expect(scroll.target(in: page, height: 10) == .group("30"))
    }

    @Test("from any place, going down row by row meets every choice and the end") func walk() {
        let choices: Set<Int> = [0, 2, 11, 12, 25, 39]
        let page = page(choices)
        for height in [1, 2, 5, 20, 60] {
            var scroll = PageScroll()
            var met: Set<String> = []
            for _ in 0..<120 {
                if case .group(let id)? = scroll.target(in: page, height: height) { met.insert(id) }
                _ = scroll.perform(.down, page: page, height: height)
            }
            #expect(met == Set(choices.map(String.init)), "height \(height)")
        }
    }

    @Test("a page that became shorter is not scrolled past its end") func settle() {
        var scroll = PageScroll()
        _ = scroll.perform(.last, page: page([39]), height: 10)
        #expect(scroll.top == 30)
        var short = Page(width: 80)
        short.add(PageLine("one"))
        scroll.settle(short, height: 10)
        #expect(scroll.top == 0)
        #expect(scroll.row(in: short, height: 10) == nil)
    }
}
