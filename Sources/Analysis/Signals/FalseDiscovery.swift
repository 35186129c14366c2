/// Control of the share of false discoveries among many tests.
enum FalseDiscovery {
    /// The q-values of p-values, each at the place of its p-value: the least share of false discoveries at which
    /// the test would still be called. What is not a number counts as 1.
    ///
    /// Benjamini and Hochberg, J. R. Stat. Soc. B 57 (1995): q of the i-th smallest of m is the minimum over
    /// j ≥ i of p(j) · m / j. Holds for independent and for positively dependent tests. O(m log m).
    ///
    /// - Parameter total: how many tests there were, where those with p = 1 are left out of the list.
    static func adjust(_ p: [Double], among total: Int? = nil) -> [Double] {
        var q = p.map { $0.isNaN ? 1 : min(1, max(0, $0)) }
        let order = q.indices.filter { q[$0] < 1 }.sorted { (q[$0], $0) < (q[$1], $1) }
        let tests = Double(max(total ?? 0, p.count))
        var least = 1.0
        for rank in order.indices.reversed() {
            least = min(least, q[order[rank]] * tests / Double(rank + 1))
            q[order[rank]] = least
        }
        return q
    }
}
