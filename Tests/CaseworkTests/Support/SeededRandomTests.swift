import TestSupport
import Testing

@Suite struct SeededRandomTests {
    @Test("The first numbers are those of SplitMix64")
    func reference() {
        var random = SeededRandom(seed: 1_234_567)
        let published: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ]
        #expect(published.map { _ in random.next() } == published)
    }
}
