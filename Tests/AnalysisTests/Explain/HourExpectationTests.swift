import Testing

@testable import Analysis

@Suite("Accounts expected in one hour") struct HourExpectationTests {
    private func day(_ hours: [Int: Int]) -> [Int] { (0..<24).map { hours[$0] ?? 0 } }

    @Test("a group that keeps its hours is expected in them") func steady() {
        let expected = HourExpectation.byHour((0..<30).flatMap { _ in day([9: 40, 10: 40]) })
        #expect(expected[9] > 38 && expected[9] < 41)
        #expect(expected[3] < 0.1)
    }

    @Test("one hour in which all come together stands far above what the other days give") func burst() {
        let usual = (0..<24).reduce(into: [Int: Int]()) { $0[$1] = 4 }
        let active = (0..<10).flatMap { _ in day(usual) } + day([3: 96])
        let expected = HourExpectation.byHour(active)
        #expect(expected[10 * 24 + 3] < 5)
        #expect(abs(expected[5] - 4) < 0.5)
    }

    @Test("every day's expectations add up to its active hours") func sums() {
        let active = (0..<7).flatMap { place in day([place: 3 + place, 23 - place: 11]) }
        let expected = HourExpectation.byHour(active)
        for day in 0..<7 {
            let hours = day * 24..<day * 24 + 24
            let found = Double(active[hours].reduce(0, +))
            #expect(abs(expected[hours].reduce(0, +) - found) < 1e-9)
        }
    }

    @Test("nobody active is nothing to expect") func nobody() {
        #expect(HourExpectation.byHour([]).isEmpty)
        #expect(HourExpectation.byHour([Int](repeating: 0, count: 48)).allSatisfy { $0 == 0 })
    }
}
