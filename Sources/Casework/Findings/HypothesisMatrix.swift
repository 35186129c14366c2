/// Items of evidence against hypotheses, as in the analysis of competing hypotheses (Heuer 1999, chapter 8).
///
/// Heuer looks at what evidence contradicts, since most of it fits several hypotheses. Here every cell has the log2
/// of the item's probability under the hypothesis over that under an actor not in the profiles, and the reading
/// follows from the row: within one bit of its best cell is consistent, two bits or more below it inconsistent,
/// between them neutral; a row whose cells differ by less than one bit tells nothing apart and is neutral throughout.
public struct HypothesisMatrix: Sendable, Codable, Hashable {
    public enum Reading: String, Sendable, Codable {
        case consistent, neutral, inconsistent
    }

    public struct Cell: Sendable, Codable, Hashable {
        public var bits: Double
        public var reading: Reading
    }

    public struct Row: Sendable, Codable, Hashable {
        /// What was seen, in words that name no value of a person.
        public var label: String
        /// Place of the item in the finding's items; nil for what is no item.
        public var item: Int?
        /// The greatest difference between two cells in bits: 0 tells nothing apart.
        public var diagnosticity: Double
        /// One for each hypothesis.
        public var cells: [Cell]
    }

    /// Names, in the order of the finding's hypotheses.
    public var hypotheses: [String]
    /// The most telling first.
    public private(set) var rows: [Row]
    /// Rows that each hypothesis is inconsistent with: the fewest lead, in Heuer's reading.
    public private(set) var inconsistencies: [Int]

    public init(hypotheses: [String]) {
        self.hypotheses = hypotheses
        rows = []
        inconsistencies = hypotheses.map { _ in 0 }
    }

    /// Adds a row where its diagnosticity puts it, after equal ones.
    ///
    /// - Parameter bits: one figure for each hypothesis; lists of another length are left out.
    public mutating func add(_ label: String, item: Int? = nil, bits: [Double]) {
        guard bits.count == hypotheses.count, let most = bits.max(), let least = bits.min() else { return }
        let spread = most - least
        let cells = bits.map { Cell(bits: $0, reading: Self.reading($0, best: most, spread: spread)) }
        let place = rows.firstIndex { $0.diagnosticity < spread } ?? rows.count
        rows.insert(Row(label: label, item: item, diagnosticity: spread, cells: cells), at: place)
        for column in cells.indices where cells[column].reading == .inconsistent {
            inconsistencies[column] += 1
        }
    }

    private static func reading(_ bits: Double, best: Double, spread: Double) -> Reading {
        if spread < nearBits { return .neutral }
        let below = best - bits
        return below <= nearBits ? .consistent : below >= farBits ? .inconsistent : .neutral
    }

    private static let nearBits = 1.0
    private static let farBits = 2.0
}
