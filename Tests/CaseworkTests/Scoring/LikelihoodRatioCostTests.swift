@testable import Casework
import Testing

@Suite struct LikelihoodRatioCostTests {
    private func cost(targets: [Double], others: [Double]) -> LikelihoodRatioCost {
        LikelihoodRatioCost(
            targets.map { .init(bits: $0, isTarget: true) } + others.map { .init(bits: $0, isTarget: false) })
    }

    @Test("Saying nothing costs one bit")
    func nothingSaid() {
        let silent = cost(targets: [0, 0], others: [0, 0, 0])
        #expect(silent.cost == 1 && silent.leastCost == 1)
    }

    @Test("Strong ratios the right way round cost next to nothing, the wrong way round their size")
    func rightAndWrong() throws {
        #expect(try #require(cost(targets: [40], others: [-40]).cost) < 1e-9)
        #expect(abs(try #require(cost(targets: [-40], others: [40]).cost) - 40) < 1e-9)
        #expect(try #require(cost(targets: [4000], others: [-4000]).cost) == 0)
    }

    @Test("Ratios in the right order cost nothing once their sizes are mended")
    func discrimination() throws {
        let modest = cost(targets: [1, 2], others: [-1, 0.5])
        #expect(modest.leastCost == 0)
        #expect(try #require(modest.cost) > 0.5)
    }

    @Test("Ratios in the wrong order are worth no more than silence")
    func wrongOrder() {
        #expect(cost(targets: [-3], others: [3]).leastCost == 1)
    }

    @Test("Without trials of both sorts there is no cost")
    func oneSort() {
        #expect(cost(targets: [1], others: []).cost == nil && cost(targets: [], others: [1]).leastCost == nil)
    }
}
