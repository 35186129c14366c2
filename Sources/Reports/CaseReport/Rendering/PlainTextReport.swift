import Casework

/// The report as plain text; tables as aligned columns, figures as their descriptions.
struct PlainTextReport {
    let document: ReportDocument

    /// A column wider than this is not waited for.
    private static let widest = 44

    var text: String {
        let line = document.marks.joined(separator: " ") + "  " + document.running
        var text = line + "\n\n" + SafeOutput.escaped(document.title) + "\n\n"
        for section in document.sections {
            if section.startsPage { text += line + "\n\n" }
            let title = SafeOutput.escaped(section.title)
            text +=
                title + "\n"
                + String(repeating: section.level == 1 ? "=" : "-", count: title.unicodeScalars.count)
                + "\n\n"
            text += section.blocks.map(block).joined()
        }
        return text + line + "\n"
    }

    private func block(_ block: ReportDocument.Block) -> String {
        switch block {
        case .paragraph(let statements):
            statements.isEmpty ? "" : statements.map(statement).joined(separator: "\n") + "\n\n"
        case .list(let statements):
            statements.isEmpty ? "" : statements.map { "- \(statement($0))\n" }.joined() + "\n"
        case .facts(let facts): aligned(facts.map { [$0.name, cell($0.value)] }) + "\n"
        case .table(let table):
            SafeOutput.escaped(table.caption) + "\n"
                + aligned([table.columns] + table.rows.map { $0.cells.map(cell) })
                + (table.note.map { SafeOutput.escaped($0) + "\n" } ?? "") + "\n"
        case .figure(let figure):
            "Figure: \(SafeOutput.escaped(figure.caption)). \(SafeOutput.escaped(figure.description))\n"
                + (Sparkline.of(figure.drawing).map { $0 + "\n" } ?? "") + "\n"
        case .remark(let text): "! \(SafeOutput.escaped(text))\n\n"
        }
    }

    private func statement(_ statement: CaseReport.Statement) -> String {
        SafeOutput.escaped(statement.text)
            + (statement.cites.isEmpty
                ? "" : " [\(statement.cites.map { SafeOutput.escaped($0) }.joined(separator: ", "))]")
    }

    private func aligned(_ rows: [[String]]) -> String {
        let safe = rows.map { $0.map { SafeOutput.escaped($0) } }
        let count = safe.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in
            min(
                Self.widest,
                safe.compactMap { column < $0.count ? $0[column].unicodeScalars.count : nil }.max() ?? 0)
        }
        return safe.map { row in
            row.enumerated().map { column, text in
                column + 1 == row.count
                    ? text
                    : text + String(repeating: " ", count: max(0, widths[column] - text.unicodeScalars.count))
            }.joined(separator: "  ") + "\n"
        }.joined()
    }

    private func cell(_ cell: ReportDocument.Cell) -> String {
        switch cell {
        case .text(let text), .number(let text), .code(let text), .bar(_, let text), .strong(let text): text
        case .cites(let ids): ids.joined(separator: ", ")
        case .lines(let lines): lines.joined(separator: "; ")
        }
    }
}

/// A row of figures as eighth blocks.
enum Sparkline {
    private static let blocks = Array("▁▂▃▄▅▆▇█")

    /// Of drawings that are one row of figures.
    static func of(_ drawing: ReportDocument.Drawing) -> String? {
        switch drawing {
        case .hours(let hours): line(hours)
        case .timeline(let all, let part, _): line((all.isEmpty ? part : all).map(\.exchanges))
        case .bars, .shared: nil
        }
    }

    static func line(_ counts: [Int]) -> String {
        let most = max(1, counts.max() ?? 1)
        return String(counts.map { blocks[min(7, max(0, $0) * 8 / (most + 1))] })
    }
}
