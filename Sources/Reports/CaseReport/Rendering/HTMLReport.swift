import Casework

/// The report as one HTML file: no script, nothing from outside, readable on paper and without colours.
struct HTMLReport {
    let document: ReportDocument

    var text: String {
        var html = head
        html += "<body>\n" + banner + "<main>\n" + title
        for (place, section) in document.sections.enumerated() {
            html += self.section(section) + (place == 0 ? contents : "")
        }
        return html + "</main>\n" + footer + "</body>\n</html>\n"
    }

    // MARK: - Frame

    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="referrer" content="no-referrer">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(HTMLText.escaped(document.marks.joined(separator: " ") + ": " + document.title))</title>
        <style>
        \(HTMLStyle.sheet(marks: document.marks, running: document.running, closing: document.closing))</style>
        </head>

        """
    }

    private var marks: String {
        document.marks.map { "<span class=\"mark\">\(HTMLText.escaped($0))</span>" }.joined(separator: " ")
    }

    private var banner: String {
        "<header class=\"banner\">\(marks) <span>\(HTMLText.escaped(document.running))</span></header>\n"
    }

    private var footer: String {
        "<footer>\(marks) \(HTMLText.escaped(document.running)). \(HTMLText.escaped(document.closing))</footer>\n"
    }

    private var title: String {
        "<p class=\"kicker\">\(HTMLText.escaped(document.kicker))</p>\n<h1>\(HTMLText.escaped(document.title))</h1>\n"
    }

    private var contents: String {
        let entries = document.sections.filter { $0.level == 1 && $0.id != "cover" }.map {
            "<li><a href=\"#\(HTMLText.anchor($0.id))\">\(HTMLText.escaped($0.title))</a></li>"
        }
        return "<nav aria-label=\"Contents\"><ol>\(entries.joined())</ol></nav>\n"
    }

    private func section(_ section: ReportDocument.Section) -> String {
        let heading = section.level == 1 ? "h2" : "h3"
        let style = section.startsPage ? " class=\"page\"" : ""
        return
            "<section id=\"\(HTMLText.anchor(section.id))\"\(style)>\n<\(heading)>\(HTMLText.escaped(section.title))</\(heading)>\n"
            + section.blocks.map(block).joined() + "</section>\n"
    }

    // MARK: - Blocks

    private func block(_ block: ReportDocument.Block) -> String {
        switch block {
        case .paragraph(let statements):
            statements.isEmpty ? "" : "<p>" + statements.map(statement).joined(separator: " ") + "</p>\n"
        case .list(let statements):
            statements.isEmpty
                ? ""
                : "<ul>" + statements.map { "<li>\(statement($0))</li>" }.joined(separator: "\n") + "</ul>\n"
        case .facts(let facts): self.facts(facts)
        case .table(let table): self.table(table)
        case .figure(let figure): self.figure(figure)
        case .remark(let text): "<p class=\"remark\">\(HTMLText.escaped(text))</p>\n"
        }
    }

    private func statement(_ statement: CaseReport.Statement) -> String {
        let cites = statement.cites.isEmpty ? "" : " <span class=\"cites\">[\(links(statement.cites))]</span>"
        return HTMLText.escaped(statement.text) + cites
    }

    private func links(_ ids: [String]) -> String {
        ids.map { "<a href=\"#\(HTMLText.anchor($0))\">\(HTMLText.escaped($0))</a>" }.joined(separator: ", ")
    }

    private func facts(_ facts: [ReportDocument.Fact]) -> String {
        let rows = facts.map {
            "<dt>\(HTMLText.escaped($0.name))</dt><dd>\(cell($0.value))</dd>"
        }
        return "<dl>\n\(rows.joined(separator: "\n"))\n</dl>\n"
    }

    private func table(_ table: ReportDocument.Table) -> String {
        guard !table.rows.isEmpty else { return "<p>\(HTMLText.escaped(table.caption)): none.</p>\n" }
        let numeric = numericColumns(table)
        var html =
            "<div class=\"scroll\"><table\(style(table))>\n<caption>\(HTMLText.escaped(table.caption))</caption>\n<thead><tr>"
        for (place, column) in table.columns.enumerated() {
            html +=
                "<th scope=\"col\"\(numeric.contains(place) ? " class=\"n\"" : "")>\(HTMLText.escaped(column))</th>"
        }
        html += "</tr></thead>\n<tbody>\n"
        for row in table.rows { html += self.row(row) }
        html += "</tbody>\n</table></div>\n"
        return html + (table.note.map { "<p class=\"note\">\(HTMLText.escaped($0))</p>\n" } ?? "")
    }

    private func style(_ table: ReportDocument.Table) -> String {
        let names = (table.isDense ? ["dense"] : []) + (table.isNarrow ? ["narrow"] : [])
        return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
    }

    private func numericColumns(_ table: ReportDocument.Table) -> Set<Int> {
        Set(
            table.columns.indices.filter { place in
                !table.rows.isEmpty
                    && table.rows.allSatisfy { place < $0.cells.count && $0.cells[place].isNumeric }
            })
    }

    private func row(_ row: ReportDocument.Table.Row) -> String {
        var html = "<tr\(row.anchor.map { " id=\"\(HTMLText.anchor($0))\"" } ?? "")>"
        for (place, cell) in row.cells.enumerated() {
            let style = cell.isNumeric ? " class=\"n\"" : ""
            html +=
                place == 0
                ? "<th scope=\"row\"\(style)>\(self.cell(cell))</th>" : "<td\(style)>\(self.cell(cell))</td>"
        }
        return html + "</tr>\n"
    }

    private func cell(_ cell: ReportDocument.Cell) -> String {
        switch cell {
        case .text(let text), .number(let text): HTMLText.breakable(text)
        case .strong(let text): "<strong>\(HTMLText.breakable(text))</strong>"
        case .code(let text): text.isEmpty ? "–" : "<code>\(HTMLText.breakable(text))</code>"
        case .bar(let share, let text):
            "<span class=\"p\">\(SVGBar.inline(share))\(HTMLText.escaped(text))</span>"
        case .cites(let ids): links(ids)
        case .lines(let lines): lines.map { "<div>\(HTMLText.breakable($0))</div>" }.joined()
        }
    }

    private func figure(_ figure: ReportDocument.Figure) -> String {
        """
        <figure id="\(HTMLText.anchor(figure.id))">
        \(SVGFigure.drawing(figure))
        <figcaption><strong>\(HTMLText.escaped(figure.caption)).</strong> \(HTMLText.escaped(figure.description))</figcaption>
        </figure>

        """
    }
}
