/// The report in Markdown with GitHub's pipe tables; figures stand as their descriptions.
struct MarkdownReport {
    let document: ReportDocument

    var text: String {
        let marks = document.marks.map { "**\(MarkdownText.escaped($0))**" }.joined(separator: " ")
        let line = marks + " " + MarkdownText.escaped(document.running)
        var text = "# \(MarkdownText.escaped(document.title))\n\n\(line)\n\n"
        for section in document.sections {
            text +=
                String(repeating: "#", count: section.level + 1) + " " + MarkdownText.escaped(section.title)
                + "\n\n"
            if section.startsPage { text += line + "\n\n" }
            text += section.blocks.map(block).joined()
        }
        return text + line + "\n"
    }

    private func block(_ block: ReportDocument.Block) -> String {
        switch block {
        case .paragraph(let statements):
            statements.isEmpty ? "" : statements.map(statement).joined(separator: " ") + "\n\n"
        case .list(let statements):
            statements.isEmpty ? "" : statements.map { "- \(statement($0))\n" }.joined() + "\n"
        case .facts(let facts):
            "|  |  |\n| --- | --- |\n"
                + facts.map { "| \(MarkdownText.escaped($0.name)) | \(cell($0.value)) |\n" }.joined() + "\n"
        case .table(let table): self.table(table)
        case .figure(let figure):
            "*Figure: \(MarkdownText.escaped(figure.caption)).* \(MarkdownText.escaped(figure.description))\n\n"
                + (Sparkline.of(figure.drawing).map { "`\($0)`\n\n" } ?? "")
        case .remark(let text): "> \(MarkdownText.escaped(text))\n\n"
        }
    }

    private func statement(_ statement: CaseReport.Statement) -> String {
        let cites =
            statement.cites.isEmpty
            ? "" : " (" + statement.cites.map(MarkdownText.escaped).joined(separator: ", ") + ")"
        return MarkdownText.escaped(statement.text) + cites
    }

    private func table(_ table: ReportDocument.Table) -> String {
        var text = "*\(MarkdownText.escaped(table.caption))*\n\n"
        text += "| " + table.columns.map(MarkdownText.escaped).joined(separator: " | ") + " |\n"
        let rules = table.columns.indices.map { place in
            let isNumeric =
                !table.rows.isEmpty
                && table.rows.allSatisfy { place < $0.cells.count && $0.cells[place].isNumeric }
            return isNumeric ? "--:" : "---"
        }
        text += "| " + rules.joined(separator: " | ") + " |\n"
        for row in table.rows { text += "| " + row.cells.map(cell).joined(separator: " | ") + " |\n" }
        return text + "\n" + (table.note.map { MarkdownText.escaped($0) + "\n\n" } ?? "")
    }

    private func cell(_ cell: ReportDocument.Cell) -> String {
        switch cell {
        case .text(let text), .number(let text), .code(let text), .bar(_, let text):
            MarkdownText.escaped(text)
        case .strong(let text): text.isEmpty ? "" : "**\(MarkdownText.escaped(text))**"
        case .cites(let ids): ids.map(MarkdownText.escaped).joined(separator: ", ")
        case .lines(let lines): lines.map(MarkdownText.escaped).joined(separator: "; ")
        }
    }
}
