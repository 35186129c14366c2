import Testing

@testable import Analysis

@Suite("Account features")
struct AccountFeaturesTests {
    @Test("narrowness is the share of the commonest frame, whatever the volume")
    func narrowness() {
        #expect(Narrowness.figure([1, 1, 1, 2]) == 0.75)
        #expect(Narrowness.figure(ArraySlice(repeatElement([1, 1, 1, 2], count: 9).joined())) == 0.75)
        #expect(Narrowness.figure([ActivityColumns.none, ActivityColumns.none]) == 0)
    }

    @Test("a timer's pauses are regular, a person's are not")
    func regularGaps() {
        #expect(RegularGaps.figure(ArraySlice((0..<50).map { UInt32($0) * 600 })) == 1)
        var random = SeededGenerator(seed: 4)
        let person = (0..<200).map { _ in UInt32(random.below(2_000_000)) }.sorted()
        #expect(RegularGaps.figure(ArraySlice(person)) < 0.3)
    }

    @Test("few exchanges have no behaviour")
    func few() {
        var world = SmallWorld()
        world.addHonest(1, seed: 1)
        world.exchanges = Array(world.exchanges.prefix(3))
        #expect(AccountFeatures.figures(0, world.input(), lockstepWindows: 0)["narrowness"] == nil)
    }
}
