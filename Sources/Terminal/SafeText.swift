/// Turns hostile text into what may be drawn on a terminal.
///
/// Everything a line of evidence could use to move the cursor, change colours, reorder or hide text comes
/// out as visible signs: `␛` for an escape, `␊` for a newline, `‹U+202E›` for a bidi control, `‹xFF›` for a
/// byte that is no UTF-8; where the locale has no Unicode `^[`, `^J`, `\u{202E}`, `\xFF`, and every other
/// letter beyond ASCII likewise. A cluster has at most `Cell.scalarLimit` scalars; marks beyond are shown.
///
/// Complexity of every operation: O(width asked for), however long the text is.
public struct SafeText: Sendable {
    /// A piece of text that is drawn as one.
    public struct Cluster: Equatable, Sendable {
        public internal(set) var text: String
        /// 1 or 2 columns.
        public let width: Int
        /// Whether this is (part of) a sign for something that cannot be shown as it is.
        public let isSign: Bool
        var scalarCount = 1
    }

    /// What happens to text that is too wide.
    public enum Cut: Sendable {
        /// Dropped without a sign.
        case clip
        /// Ends in an ellipsis.
        case end
        /// Keeps start and end with an ellipsis between, for ids.
        case middle
    }

    /// Clusters with the columns they take together.
    public struct Line: Equatable, Sendable {
        public internal(set) var clusters: [Cluster] = []
        public internal(set) var width = 0
        /// Whether the whole text is there.
        public internal(set) var isWhole = true

        /// The text as it will be drawn.
        public var text: String { clusters.map(\.text).joined() }
    }

    public let glyphs: Glyphs

    public init(_ glyphs: Glyphs = .unicode) {
        self.glyphs = glyphs
    }

    /// The text in at most `width` columns.
    public func line(_ text: String, width: Int, cut: Cut = .clip) -> Line {
        let head = read(text.unicodeScalars.lazy.map(TextPiece.scalar), width: width)
        guard !head.isWhole, cut != .clip else { return head }
        guard cut == .middle else { return ending(head, width: width) }
        let reach = Self.reach(width)
        let tail = text.unicodeScalars.suffix(reach).map(TextPiece.scalar)
        return joining(head, tail: tail, width: width)
    }

    /// UTF-8 bytes, possibly invalid, in at most `width` columns.
    public func line(utf8 bytes: some BidirectionalCollection<UInt8>, width: Int, cut: Cut = .clip) -> Line {
        let head = read(TextPieces(bytes.makeIterator()), width: width)
        guard !head.isWhole, cut != .clip else { return head }
        guard cut == .middle else { return ending(head, width: width) }
        let tail = Array(TextPieces(bytes.suffix(4 * Self.reach(width)).makeIterator()))
        return joining(head, tail: tail, width: width)
    }

    /// The text as it would be drawn in at most `width` columns.
    public func fit(_ text: String, width: Int, cut: Cut = .end) -> String {
        line(text, width: width, cut: cut).text
    }

    /// The columns the text takes, counted up to a limit.
    public func width(of text: String, limit: Int = 4096) -> Int {
        line(text, width: limit).width
    }
}

extension SafeText {
    /// Scalars that are sure to fill this many columns: every cluster takes a column and has few scalars.
    private static func reach(_ width: Int) -> Int {
        (max(0, width) + 1) * (Cell.scalarLimit + 1)
    }

    private func read(_ pieces: some Sequence<TextPiece>, width: Int) -> Line {
        var reader = ClusterReader(glyphs: glyphs, width: width)
        for piece in pieces where !reader.take(piece) {
            reader.line.isWhole = false
            break
        }
        return reader.line
    }

    private func ending(_ head: Line, width: Int) -> Line {
        let sign = ellipsis(width: width)
        var line = head
        while let last = line.clusters.last, line.width + sign.width > width {
            line.clusters.removeLast()
            line.width -= last.width
        }
        line.clusters += sign.clusters
        line.width += sign.width
        return line
    }

    private func joining(_ head: Line, tail pieces: [TextPiece], width: Int) -> Line {
        let sign = ellipsis(width: width)
        let room = max(0, width - sign.width)
        let tail = read(pieces, width: .max)
        var end: [Cluster] = []
        var endWidth = 0
        for cluster in tail.clusters.reversed() {
            guard endWidth + cluster.width <= room / 2 else { break }
            end.append(cluster)
            endWidth += cluster.width
        }
        var line = ending(head, width: width - endWidth)
        line.clusters += end.reversed()
        line.width += endWidth
        return line
    }

    private func ellipsis(width: Int) -> Line {
        var line = Line(isWhole: false)
        // One column in narrow places, where three would leave no text.
        let text = glyphs.isUnicode || width >= 8 ? glyphs.ellipsis : "~"
        for character in text.unicodeScalars where line.width < width {
            line.clusters.append(Cluster(text: String(character), width: 1, isSign: false))
            line.width += 1
        }
        return line
    }
}
