import Testing

@testable import Analysis

@Suite("A resolution plateau")
struct ResolutionPlateauTests {
    private func step(_ resolution: Double, seeds: Double = 1, next: Double?) -> ResolutionPlateau.Step {
        let outcome = Leiden.Outcome(partition: .whole(2), quality: 0, seed: 1, iterations: 1)
        return ResolutionPlateau.Step(
            resolution: resolution, best: outcome, groupCount: 1, seedAgreement: seeds, nextAgreement: next,
            nextInformation: next)
    }

    @Test("is chosen in its middle, the widest first")
    func widest() {
        let steps = [
            step(1, next: 0.95), step(2, next: 0.4), step(3, next: 0.99), step(4, next: 0.99),
            step(5, next: 0.2),
            step(6, next: nil),
        ]
        let choice = ResolutionPlateau().choose(among: steps)
        #expect(choice.plateau == 2...4)
        #expect(choice.resolution == 4)
        #expect(choice.isStable && !choice.spansGrid)
    }

    @Test("needs its seeds to agree")
    func seeds() {
        let steps = [
            step(1, next: 0.95), step(2, seeds: 0.5, next: 0.95), step(3, next: 0.95), step(4, next: nil),
        ]
        #expect(ResolutionPlateau().choose(among: steps).plateau == 2...3)
    }

    @Test("is owned to be missing where nothing is stable")
    func unstable() {
        let steps = [
            step(1, next: 0.3), step(2, next: 0.6), step(3, seeds: 0.8, next: 0.5), step(4, next: nil),
        ]
        let choice = ResolutionPlateau().choose(among: steps)
        #expect(!choice.isStable)
        #expect(choice.plateau == 3...3)
    }

    @Test("is owned to say nothing where everything is stable")
    func everything() {
        let choice = ResolutionPlateau().choose(among: [
            step(1, next: 1), step(2, next: 1), step(3, next: nil),
        ])
        #expect(choice.spansGrid)
        #expect(choice.chosen == 1)
    }

    @Test("lies where planted operations are recovered")
    func planted() throws {
        let world = try GraphWorlds.planted(
            accounts: 400, values: 200, blocks: 8, edges: 4000, noise: 0.1, seed: 6)
        let choice = ResolutionPlateau().choose(world.graph.graph, comparingFirst: 400)
        #expect(choice.isStable)
        #expect(adjustedRandIndex(choice.partition.restricted(toFirst: 400), world.truth) > 0.97)
        #expect(choice == ResolutionPlateau().choose(world.graph.graph, comparingFirst: 400))
        #expect(choice.steps.count == 9)
    }

    @Test("of a large graph is sought at every other resolution")
    func large() throws {
        let graph = try GraphWorlds.random(nodeCount: 30, edgeCount: 60, seed: 1)
        var settings = ResolutionPlateau.Settings()
        let all = ResolutionPlateau(settings: settings).choose(graph, comparingFirst: 30)
        settings.mostEdgesForAll = 10
        let some = ResolutionPlateau(settings: settings).choose(graph, comparingFirst: 30)
        #expect(some.steps.count == 5)
        #expect(some.steps.map(\.best) == stride(from: 0, to: 9, by: 2).map { all.steps[$0].best })
    }
}
