/// The style sheet of the report. Restrained on purpose: ink, one blue, greys that keep apart when printed in black.
enum HTMLStyle {
    /// - Parameters: words of ours only; they stand in the head of every printed page.
    static func sheet(marks: [String], running: String, closing: String) -> String {
        """
        @page { size: A4; margin: 22mm 16mm 18mm;
          @top-left { content: "\(string(marks.joined(separator: " · ")))"; font: 700 8pt sans-serif; letter-spacing: .08em; color: #111; }
          @top-right { content: "\(string(running))"; font: 8pt sans-serif; color: #444; }
          @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; }
          @bottom-left { content: "\(string(closing))"; font: 8pt sans-serif; color: #444; } }

        """ + rules
    }

    /// A CSS string may hold neither quotes nor backslashes of its own.
    private static func string(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 != "\"" && $0 != "\\" && $0 != "<" && $0.value >= 0x20 }))
    }

    private static let rules = """
        :root { --ink: #16191d; --soft: #4a535d; --line: #c9d0d7; --wash: #f3f5f7; --blue: #1f4e79; }
        * { box-sizing: border-box; }
        html { font: 15px/1.5 "Inter", "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; color: var(--ink); background: #fff; }
        body { margin: 0; }
        main { max-width: 1080px; margin: 0 auto; padding: 8px 36px 48px; }
        .banner { position: sticky; top: 0; z-index: 1; background: #fff; border-bottom: 1px solid var(--line); padding: 8px 36px; font-size: 12px; color: var(--soft); display: flex; gap: 8px; align-items: center; }
        .mark { border: 1.5px solid var(--ink); color: var(--ink); font-weight: 700; letter-spacing: .08em; font-size: 11px; padding: 0 6px; }
        footer { max-width: 1080px; margin: 0 auto; padding: 16px 36px 32px; font-size: 12px; color: var(--soft); border-top: 1px solid var(--line); }
        .kicker { text-transform: uppercase; letter-spacing: .12em; font-size: 12px; color: var(--soft); margin: 28px 0 0; }
        h1 { font-size: 32px; line-height: 1.15; margin: 2px 0 14px; font-weight: 700; letter-spacing: -.01em; overflow-wrap: anywhere; }
        h2 { font-size: 22px; line-height: 1.25; margin: 44px 0 10px; padding-top: 10px; border-top: 3px solid var(--ink); overflow-wrap: anywhere; }
        h3 { font-size: 16px; margin: 30px 0 6px; overflow-wrap: anywhere; }
        p, ul { max-width: 76ch; margin: 8px 0 12px; overflow-wrap: anywhere; }
        ul { padding-left: 20px; } li { margin: 3px 0; }
        nav { margin-top: 20px; } nav ol { columns: 2; column-gap: 40px; font-size: 13px; padding-left: 22px; margin: 0; }
        a { color: var(--blue); text-decoration: none; } a:hover, a:focus { text-decoration: underline; }
        .cites { font-size: 11.5px; color: var(--soft); } .cites a, td a, th a { white-space: nowrap; }
        .remark { border-left: 4px solid var(--ink); background: var(--wash); padding: 10px 14px; font-weight: 600; }
        .note { font-size: 12.5px; color: var(--soft); margin-top: 4px; }
        dl { margin: 14px 0; font-size: 13.5px; border-top: 1px solid var(--line); display: grid; grid-template-columns: 190px 1fr; }
        dt, dd { margin: 0; padding: 4px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
        dt { color: var(--soft); } dd { overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; margin: 14px 0; }
        table { border-collapse: collapse; width: 100%; font-size: 13.5px; line-height: 1.4; }
        caption { text-align: left; font-weight: 600; padding: 0 0 6px; }
        th, td { text-align: left; vertical-align: top; padding: 5px 8px; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
        th:first-child { padding-left: 0; } th:last-child, td:last-child { padding-right: 0; }
        table.narrow { width: auto; min-width: 400px; }
        tbody th { font-weight: 400; min-width: 4.2em; } table.dense tbody th { min-width: 88px; }
        thead th { font-size: 12px; font-weight: 600; color: var(--soft); border-bottom: 1.5px solid var(--ink); vertical-align: bottom; overflow-wrap: normal; }
        th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        table.dense { font-size: 12px; } table.dense th, table.dense td { padding: 3px 6px; }
        table.dense th:first-child { padding-left: 0; }
        tr:target, section:target > h2 { background: #fff4d6; }
        code { font: 12px/1.4 "JetBrains Mono", "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace; }
        table.dense code { font-size: 11px; }
        .p { font-variant-numeric: tabular-nums; white-space: nowrap; }
        svg.bar { width: 44px; height: 9px; margin-right: 6px; vertical-align: 0; }
        figure { margin: 18px 0; break-inside: avoid; } figure svg { width: 100%; height: auto; display: block; }
        figcaption { font-size: 12.5px; color: var(--soft); max-width: 96ch; margin-top: 4px; } figcaption strong { color: var(--ink); }
        svg text { font: 11px "Inter", "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, sans-serif; fill: #16191d; }
        svg text.s { fill: #4a535d; font-size: 10px; }
        @media print {
          html { font-size: 10pt; } main { max-width: none; padding: 0; } .banner, nav { display: none; } footer { display: none; }
          h2 { margin-top: 6mm; break-after: avoid; } h3, caption { break-after: avoid; } section.page { break-before: page; }
          tr { break-inside: avoid; } thead { display: table-header-group; } table { font-size: 8.5pt; } table.dense { font-size: 7.5pt; }
          table.dense code, code { font-size: 7pt; } .scroll { overflow: visible; } a { color: inherit; } h1 { font-size: 22pt; }
        }

        """
}
