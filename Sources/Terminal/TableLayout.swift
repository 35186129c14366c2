/// A column of a table as a screen asks for it.
public struct TableColumn: Hashable, Sendable {
    public let title: String
    public let width: Width
    public let alignment: Buffer.Alignment
    /// Columns of the highest number go first when the room is short; 0 always stays.
    public let yield: Int

    public enum Width: Hashable, Sendable {
        /// Exactly this many columns.
        case fixed(Int)
        /// At least this many, and a share of the rest by weight.
        case flexible(least: Int, weight: Int)
    }

    public init(_ title: String, _ width: Width, align: Buffer.Alignment = .left, yield: Int = 0) {
        self.title = title
        self.width = width
        alignment = align
        self.yield = max(0, yield)
    }

    /// A column of numbers, aligned at the right.
    public static func number(_ title: String, _ columns: Int, yield: Int = 0) -> TableColumn {
        TableColumn(title, .fixed(columns), align: .right, yield: yield)
    }

    var least: Int {
        switch width {
        case .fixed(let columns): max(0, columns)
        case .flexible(let least, _): max(0, least)
        }
    }

    var weight: Int {
        guard case .flexible(_, let weight) = width else { return 0 }
        return min(max(0, weight), 10_000)
    }
}

/// Where the columns of a table stand in a given width.
public struct TableLayout: Hashable, Sendable {
    public struct Place: Hashable, Sendable {
        /// The number of the column in the list asked for.
        public let index: Int
        public let start: Int
        public let columns: Int
    }

    public let columns: [TableColumn]
    /// The columns that found room, from the left.
    public let places: [Place]

    /// Gives every column its least width, lets columns yield while that is too much, then shares the rest.
    ///
    /// - Parameter chosen: a column that never yields.
    public init(_ columns: [TableColumn], width: Int, gap: Int = 1, keeping chosen: Int? = nil) {
        self.columns = columns
        let kept = Self.kept(columns, width: width, gap: gap, chosen)
        let least = kept.reduce(max(0, kept.count - 1) * gap) { $0 + columns[$1].least }
        let extra = Layout.split(max(0, width - least), kept.map { .share(columns[$0].weight) })
        var start = 0
        places = zip(kept, extra).compactMap { index, more in
            let room = min(columns[index].least + more, width - start)
            guard room > 0 else { return nil }
            defer { start += room + gap }
            return Place(index: index, start: start, columns: room)
        }
    }

    private static func kept(_ columns: [TableColumn], width: Int, gap: Int, _ chosen: Int?) -> [Int] {
        func yield(_ column: Int) -> Int { column == chosen ? 0 : columns[column].yield }
        var kept = Array(columns.indices)
        func isTooWide() -> Bool {
            kept.reduce(max(0, kept.count - 1) * gap) { $0 + columns[$1].least } > width
        }
        while isTooWide(),
            let next = kept.indices.max(by: { yield(kept[$0]) < yield(kept[$1]) }), yield(kept[next]) > 0
        {
            kept.remove(at: next)
        }
        return kept
    }
}

extension Buffer {
    /// The titles of a table.
    public mutating func put(headings layout: TableLayout, at origin: Point, style: Style = .heading) {
        put(row: layout.columns.map(\.title), layout, at: origin) { _ in style }
    }

    /// One row of a table: a text for every column asked for; those without room are left out.
    ///
    /// - Parameters:
    ///   - cut: how texts that are too wide are shortened; numbers should never be.
    ///   - style: the style of a column.
    public mutating func put(
        row texts: [String], _ layout: TableLayout, at origin: Point, cut: SafeText.Cut = .end,
        style: (Int) -> Style = { _ in .normal }
    ) {
        for place in layout.places where place.index < texts.count {
            let field = Rect(
                origin: origin.moved(columns: place.start), size: Size(columns: place.columns, rows: 1))
            put(
                texts[place.index], in: field, align: layout.columns[place.index].alignment,
                style: style(place.index), cut: cut)
        }
    }
}
