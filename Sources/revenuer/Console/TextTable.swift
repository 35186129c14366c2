import Casework
import Foundation

/// Columns for people: aligned, numbers to the right, cells made safe and cut to a sensible width.
struct TextTable {
    struct Column {
        var title: String
        var isNumber = false
        /// Longer cells end in an ellipsis.
        var widest = 60
    }

    private let columns: [Column]
    private var rows: [[String]] = []

    init(_ columns: [Column]) { self.columns = columns }

    mutating func add(_ cells: [String]) {
        rows.append(
            zip(cells, columns).map { cell, column in cut(SafeOutput.escaped(cell), to: column.widest) })
    }

    /// Header and rows, without trailing spaces.
    func lines() -> [String] {
        let titles = columns.map(\.title)
        let widths = columns.indices.map { index in
            (rows.map { $0[index].count } + [titles[index].count]).max() ?? 0
        }
        return ([titles] + rows).map { cells in
            let padded = cells.indices.map { pad(cells[$0], to: widths[$0], right: columns[$0].isNumber) }
            return padded.joined(separator: "  ").trimmedRight
        }
    }

    private func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : text.prefix(width - 1) + "…"
    }

    private func pad(_ text: String, to width: Int, right: Bool) -> String {
        let space = String(repeating: " ", count: max(0, width - text.count))
        return right ? space + text : text + space
    }
}

extension String {
    var trimmedRight: String {
        var copy = self[...]
        while copy.last == " " { copy.removeLast() }
        return String(copy)
    }
}

extension Int {
    /// `31,077`
    var grouped: String {
        var digits = String(magnitude)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([digits] + parts).joined(separator: ",")
    }
}
