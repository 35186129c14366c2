import Casework

/// Rows of evidence as `payments.csv:812, :4410`, each file named once.
enum RowWords {
    /// At most as many rows as are given; says how many more there are.
    static func list(_ rows: [RowReference], total: Int) -> String {
        var text = ""
        var file: String?
        for row in rows {
            let isSame = file.map { $0.utf8.elementsEqual(row.file.utf8) } ?? false
            if !text.isEmpty { text += ", " }
            text += (isSame ? ":" : row.file + ":") + String(row.line)
            file = row.file
        }
        let more = total - rows.count
        return more > 0 && !rows.isEmpty ? text + " and \(Figures.count(more)) more" : text
    }
}
