import Casework
import Testing

@Suite("Figures in words")
struct StrengthWordsTests {
    @Test(
        "a likelihood ratio is said with two digits that count",
        arguments: [
            (0.0, "about 1.0"), (1, "about 2.0"), (3.2, "about 9.2"), (5.9, "about 60"), (6.7, "about 100"),
            (10, "about 1,000"), (13.3, "about 10,000"), (25, "more than 1,000,000"),
        ] as [(Double, String)])
    func times(_ bits: Double, _ words: String) { #expect(StrengthWords.times(bits) == words) }

    @Test("what is no number has words too, and never traps")
    func strange() {
        #expect(
            StrengthWords.times(.nan) == "more than 1,000,000" || StrengthWords.times(.nan) == "about 1.0")
        #expect(StrengthWords.times(-.infinity) == "about 1.0")
        #expect(StrengthWords.probability(.infinity) == "unknown")
    }

    @Test(
        "a probability has three digits",
        arguments: [(0.5, ".500"), (0.9999, ">.999"), (0.0001, "<.001"), (0.012, ".012")]
            as [(Double, String)])
    func probability(_ value: Double, _ words: String) { #expect(StrengthWords.probability(value) == words) }

    @Test("counts are grouped, and none is said as no")
    func counts() {
        #expect(CountWords.grouped(1_234_567) == "1,234,567")
        #expect(CountWords.counted(0, "account") == "no account")
        #expect(CountWords.counted(1, "address", "addresses") == "1 address")
        #expect(CountWords.counted(2, "address", "addresses") == "2 addresses")
    }
}
