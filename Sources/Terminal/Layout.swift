/// How much of a side one of its parts takes.
public enum Length: Hashable, Sendable {
    /// This many cells, as far as there is room.
    case fixed(Int)
    /// A share of what the fixed parts leave, by weight.
    case share(Int)
}

/// Cuts a side into parts.
public enum Layout {
    /// The parts of a side of `total` cells, in order; together never more than there is.
    ///
    /// Fixed parts are served first, from the front; what rounding leaves goes to the last shares.
    public static func split(_ total: Int, _ lengths: [Length], gap: Int = 0) -> [Int] {
        var free = max(0, total - max(0, gap) * max(0, lengths.count - 1))
        var parts = lengths.map { length -> Int in
            guard case .fixed(let cells) = length else { return 0 }
            let part = min(max(0, cells), free)
            free -= part
            return part
        }
        var weight = lengths.reduce(0) { $0 + $1.weight }
        for (index, length) in lengths.enumerated() where length.weight > 0 {
            parts[index] = free * length.weight / weight
            free -= parts[index]
            weight -= length.weight
        }
        return parts
    }
}

extension Length {
    /// Capped so that products with any screen size stay small.
    var weight: Int {
        guard case .share(let weight) = self else { return 0 }
        return min(max(0, weight), 10_000)
    }
}

extension Rect {
    /// Side by side, from the left.
    public func columns(_ lengths: [Length], gap: Int = 0) -> [Rect] {
        var start = column
        return Layout.split(columns, lengths, gap: gap).map { part in
            defer { start += part + gap }
            return Rect(column: start, row: row, columns: part, rows: rows)
        }
    }

    /// One above the other, from the top.
    public func rows(_ lengths: [Length], gap: Int = 0) -> [Rect] {
        var start = row
        return Layout.split(rows, lengths, gap: gap).map { part in
            defer { start += part + gap }
            return Rect(column: column, row: start, columns: columns, rows: part)
        }
    }
}
