import Casework
import TestSupport
import Testing

@Suite struct FilterRobustnessTests {
    @Test("Random text is a filter or an error whose range lies in the text", arguments: UInt64(1)...6)
    func randomText(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let letters = "aot:><=!-()\"*?. 0123\\_" + "exchanges created_at status"
        for _ in 0..<2000 {
            let text = random.hostileText(limit: 40, letters: letters)
            do throws(FilterError) {
                let filter = try parse(text)
                #expect(filter.description.utf8.count <= 40 * text.utf8.count + 10, "seed \(seed)")
            } catch {
                let isInside =
                    error.utf8Range.lowerBound >= 0 && error.utf8Range.upperBound <= text.utf8.count
                #expect(isInside, "seed \(seed): \(text.debugDescription)")
                #expect(!error.marked(in: text).contains("\u{1B}"), "seed \(seed)")
            }
        }
    }

    @Test("Completion answers at every place of random text", arguments: UInt64(1)...3)
    func randomCompletion(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let text = random.hostileText(limit: 20, letters: "status:exchanges>\"( -")
            let cursor = random.between(-2...text.utf8.count + 2)
            let found = FilterCompletion.at(cursor, of: text, fields: fields) { _ in ["a b", "none"] }
            #expect(
                found.replaces.lowerBound >= 0 && found.replaces.upperBound <= text.utf8.count, "seed \(seed)"
            )
        }
    }
}
