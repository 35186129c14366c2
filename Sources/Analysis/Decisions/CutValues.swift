import Casework

/// What the two accounts of a rejected link share: a value that nobody else holds ties nobody then.
///
/// A value with more holders stays: it links each of the two with those others, whatever they are to each other.
struct CutValues: Sendable {
    private var values: Set<Int> = []

    init() {}

    /// O(incidences) where there are such links.
    init(_ links: [DecisionBinding.Link], _ catalog: ValueCatalog) {
        guard !links.isEmpty else { return }
        let ends = Set(links.flatMap { [Int($0.one), Int($0.two)] })
        var held: [Int: Set<Int>] = [:]
        catalog.forEachIncidence { account, value, _ in
            if ends.contains(account) { held[account, default: []].insert(value) }
        }
        for link in links {
            values.formUnion(held[Int(link.one), default: []].intersection(held[Int(link.two), default: []]))
        }
    }

    /// Whether two accounts hold the value whose link was rejected.
    func contains(_ value: Int) -> Bool { values.contains(value) }
}
