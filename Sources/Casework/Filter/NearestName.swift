/// The name that somebody probably meant.
public enum NearestName {
    /// The candidate with the fewest slips from `name`, the first of them on a tie; nil where none is near.
    ///
    /// A slip is a letter too many, too few, wrong, or two swapped (optimal string alignment); at most one
    /// in three letters. The end of a candidate after a `_` is as good as the whole, and a candidate that
    /// contains the name is near as well. ASCII letters are folded.
    public static func of(_ name: String, among candidates: [String]) -> String? {
        let wanted = folded(name)
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        var best: (name: String, slips: Int)?
        for candidate in candidates {
            let slips = endings(folded(candidate)).map { self.slips(wanted, $0) }.min() ?? .max
            if slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        if let best, best.slips <= max(1, wanted.count / 3) { return best.name }
        return candidates.first { wanted.count >= 3 && TextMatch.contains(name, in: $0) }
    }

    /// Longer names are not names of ours; the table grows with the square.
    private static let longest = 64

    private static func folded(_ text: String) -> [UInt8] { text.utf8.map(FilterSyntax.lowercased) }

    /// `declared_country` and `country`.
    private static func endings(_ name: [UInt8]) -> [[UInt8]] {
        let underscores = name.indices.filter { name[$0] == UInt8(ascii: "_") }
        return [name] + underscores.map { Array(name[($0 + 1)...]) }
    }

    private static func slips(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var older: [Int] = []
        var previous = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let differs = left[row] == right[column] ? 0 : 1
                var cost = min(previous[column] + differs, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, older[column - 1] + 1)
                }
                current.append(cost)
            }
            (older, previous) = (previous, current)
        }
        return previous[right.count]
    }
}
