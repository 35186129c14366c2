import Casework
import Testing

@testable import Analysis

@Suite("Accounts reached hop by hop")
struct RelatedSearchTests {
    private let explainer = LinkExplainer(accounts: 10_000, priorBits: -10)

    private func search() -> RelatedSearch {
        RelatedSearch(from: 1, explainer) { AccountID("u\($0)") }
    }

    private func hub(_ kind: ArtifactKind, _ value: String, bits: Double, _ holders: [UInt32])
        -> RelatedSearch.Hub
    {
        var shared = SharedValue(
            artifact: Artifact(kind: kind, value: ExactText(value)), holders: holders.count)
        (shared.bits, shared.verdict) = (bits, .operation)
        return RelatedSearch.Hub(shared: shared, holders: holders, used: holders.map { _ in 0...10 })
    }

    @Test("a hop goes over everything that the two neighbours share, weighed as a link is")
    func signals() throws {
        var search = search()
        let found = search.step(
            from: [1], over: [hub(.payment, "c", bits: 6, [1, 2]), hub("device", "d", bits: 4, [1, 2, 3])])
        #expect(found.map(\.account) == [2, 3])
        #expect(found[0].signals.map(\.artifact.kind) == [.payment, "device"])
        #expect(found[0].bits == 10)
        // Alone a family counts half.
        #expect(found[1].bits == 2)
    }

    @Test("a chain is as strong as its weakest hop, and an account is reached once, by its fewest hops")
    func chains() throws {
        var search = search()
        let first = search.step(from: [1], over: [hub(.payment, "c", bits: 4, [1, 2])])
        #expect(first.map(\.weakestBits) == [2])
        let second = search.step(
            from: [2], over: [hub(.payment, "c", bits: 4, [1, 2]), hub("device", "d", bits: 12, [2, 3])])
        #expect(second.map(\.account) == [3])
        #expect(
            second[0].from == 2 && second[0].hops == 2 && second[0].weakestBits == 2 && second[0].bits == 6)
        #expect(search.reached[3]?.from == 2)
    }

    @Test("of several neighbours the one with the strongest chain is gone over")
    func strongestNeighbour() {
        var search = search()
        _ = search.step(
            from: [1],
            over: [hub(.payment, "weak", bits: 2, [1, 2]), hub("device", "strong", bits: 12, [1, 3])])
        let reached = search.step(from: [2, 3], over: [hub("device", "d", bits: 8, [2, 3, 4])])
        #expect(reached.map(\.from) == [3])
    }

    @Test("values used years apart carry no hop")
    func apart() {
        var search = search()
        var address = hub(.address, "192.0.2.1", bits: 9, [1, 2])
        address.used = [0...10, 90_000_000...90_000_010]
        #expect(search.step(from: [1], over: [address]).isEmpty)
    }

    @Test("the order of values changes nothing", arguments: [1, 2, 3] as [UInt64])
    func order(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let hubs = (0..<30).map { place in
            hub(
                place % 2 == 0 ? .payment : "device", "v\(place)", bits: Double(1 + place % 7),
                Array(Set((0..<6).map { _ in UInt32(1 + random.below(20)) })).sorted())
        }
        var one = search()
        var other = search()
        let left = one.step(from: [1], over: hubs)
        let right = other.step(from: [1], over: hubs.shuffled(using: &random))
        #expect(left.map(\.account) == right.map(\.account), "seed \(seed)")
        #expect(left.map(\.bits) == right.map(\.bits), "seed \(seed)")
    }
}
