import Testing

@testable import Analysis

@Suite("Glob")
struct GlobTests {
    @Test(
        "stars and question marks",
        arguments: [
            ("kiln-*", "kiln-7", true), ("kiln-*", "kiln", false), ("*", "", true), ("a?c", "abc", true),
            ("a?c", "ac", false), ("*-e-*", "amb-e-1", true), ("exact", "exact", true),
            ("exact", "exactly", false),
        ])
    func cases(pattern: String, text: String, expected: Bool) {
        #expect(Glob(pattern).matches(text) == expected)
    }

    @Test("agrees with a plain recursive matcher", arguments: [1, 2] as [UInt64])
    func agrees(seed: UInt64) {
        func plain(_ p: Substring, _ t: Substring) -> Bool {
            guard let first = p.first else { return t.isEmpty }
            if first == "*" { return plain(p.dropFirst(), t) || (!t.isEmpty && plain(p, t.dropFirst())) }
            return !t.isEmpty && (first == "?" || first == t.first) && plain(p.dropFirst(), t.dropFirst())
        }
        var random = SeededGenerator(seed: seed)
        for _ in 0..<3000 {
            let pattern = String((0..<random.below(6)).map { _ in Array("ab*?")[random.below(4)] })
            let text = String((0..<random.below(7)).map { _ in Array("ab")[random.below(2)] })
            #expect(
                Glob(pattern).matches(text) == plain(pattern[...], text[...]),
                "seed \(seed) \(pattern) \(text)")
        }
    }
}
