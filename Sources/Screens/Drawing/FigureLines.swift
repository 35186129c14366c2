import Casework

/// Named figures in as many columns as fit, in the order of their names.
enum FigureLines {
    private static let columns = 38

    static func table(_ figures: [String: Double], width: Int) -> [PageLine] {
        let sorted = figures.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        let across = max(1, width / columns)
        let down = (sorted.count + across - 1) / across
        return (0..<down).map { row in
            var line = PageLine()
            for index in stride(from: row, to: sorted.count, by: max(1, down)) {
                line.gap(1)
                line.field(sorted[index].key, columns - 14, .muted)
                line.number(Figures.figure(sorted[index].value), 11)
                line.gap(2)
            }
            return line
        }
    }
}
