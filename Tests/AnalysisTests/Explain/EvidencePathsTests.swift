import Casework
import TestSupport
import Testing

@testable import Analysis

@Suite("The strongest chain of evidence") struct EvidencePathsTests {
    private func hub(_ name: String, _ bits: Double, _ holders: [UInt32]) -> EvidencePaths.Hub {
        EvidencePaths.Hub(
            artifact: Artifact(kind: .payment, value: ExactText(name)), bits: bits, holders: holders)
    }

    private func chain(_ hubs: [EvidencePaths.Hub], _ a: UInt32, _ b: UInt32) -> [String] {
        EvidencePaths(hubs) { AccountID("u\($0)") }.strongest(a, b).map {
            "\($0.from) \(hubs[$0.hub].artifact.value) \($0.to)"
        }
    }

    @Test("a long chain of strong hops beats a short one with a weak hop")
    func width() {
        let hubs = [hub("weak", 2, [1, 3]), hub("a", 9, [1, 2]), hub("b", 5, [2, 3])]
        #expect(chain(hubs, 1, 3) == ["1 a 2", "2 b 3"])
        #expect(chain(hubs, 3, 1) == ["3 b 2", "2 a 1"])
    }

    @Test(
        "of equally strong chains the shorter is shown, then the one with more bits, then the first by name")
    func ties() {
        let long = [hub("a", 5, [1, 2]), hub("b", 9, [2, 3]), hub("c", 5, [3, 4]), hub("d", 5, [1, 4])]
        #expect(chain(long, 1, 4) == ["1 d 4"])
        let sums = [hub("a", 5, [1, 2]), hub("b", 5, [2, 4]), hub("c", 6, [1, 3]), hub("d", 5, [3, 4])]
        #expect(chain(sums, 1, 4) == ["1 c 3", "3 d 4"])
        let names = [hub("b", 5, [1, 2]), hub("a", 5, [1, 2])]
        #expect(chain(names, 1, 2) == ["1 a 2"])
        let accounts = [hub("a", 5, [1, 3, 2]), hub("b", 5, [2, 4]), hub("c", 5, [3, 4])]
        #expect(chain(accounts, 1, 4) == ["1 a 2", "2 b 4"])
    }

    @Test("values without weight carry no hop, and strangers have no chain")
    func none() {
        #expect(chain([hub("a", 0, [1, 2]), hub("b", -3, [1, 2])], 1, 2) == [])
        #expect(chain([hub("a", 5, [1, 2]), hub("b", 5, [3, 4])], 1, 4) == [])
        #expect(chain([hub("a", 5, [1, 2])], 1, 9) == [])
        #expect(chain([hub("a", 5, [1, 2])], 1, 1) == [])
        #expect(chain([], 1, 2) == [])
    }

    @Test("chains are those that trying all of them gives", arguments: 0..<300)
    func bruteForce(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let accounts = UInt32(Int.random(in: 2...6, using: &random))
        let hubs = (0..<Int.random(in: 1...6, using: &random)).map { index in
            let holders = (1...accounts).filter { _ in Bool.random(using: &random) }
            return hub(
                "v\(index % 4)\(index)", Double(Int.random(in: -1...3, using: &random)),
                holders.shuffled(using: &random))
        }
        let found = chain(hubs, 1, accounts)
        let best = Oracle(hubs).best(from: 1, to: accounts)
        #expect(found == best, "seed \(seed)")
        #expect(chain(hubs.shuffled(using: &random), 1, accounts) == found, "seed \(seed), shuffled")
    }
}

/// Tries every chain in which no account comes twice.
private struct Oracle {
    private struct Chain {
        var bits: [Double] = []
        var names: [[UInt8]] = []
        var words: [String] = []
    }

    private let hubs: [EvidencePaths.Hub]

    init(_ hubs: [EvidencePaths.Hub]) { self.hubs = hubs.filter { $0.bits > 0 } }

    func best(from a: UInt32, to b: UInt32) -> [String] {
        var all: [Chain] = []
        extend(Chain(), at: a, to: b, seen: [a], &all)
        return all.min(by: isBetter)?.words ?? []
    }

    private func extend(_ chain: Chain, at: UInt32, to b: UInt32, seen: Set<UInt32>, _ all: inout [Chain]) {
        if at == b { return all.append(chain) }
        for hub in hubs where hub.holders.contains(at) {
            for next in hub.holders where !seen.contains(next) {
                var longer = chain
                longer.bits.append(hub.bits)
                longer.names += [Array(hub.artifact.value.string.utf8), Array("u\(next)".utf8)]
                longer.words.append("\(at) \(hub.artifact.value) \(next)")
                extend(longer, at: next, to: b, seen: seen.union([next]), &all)
            }
        }
    }

    private func isBetter(_ one: Chain, _ two: Chain) -> Bool {
        let (weak, other) = (one.bits.min() ?? 0, two.bits.min() ?? 0)
        if weak != other { return weak > other }
        if one.bits.count != two.bits.count { return one.bits.count < two.bits.count }
        let (sum, otherSum) = (one.bits.reduce(0, +), two.bits.reduce(0, +))
        if sum != otherSum { return sum > otherSum }
        for (left, right) in zip(one.names, two.names) where left != right {
            return left.lexicographicallyPrecedes(right)
        }
        return false
    }
}
