import Casework

/// What the report rests on: files, method, terms, partners, words for figures.
enum BasisSections {
    static func sections(_ report: CaseReport) -> [ReportDocument.Section] {
        var sections = [
            ReportDocument.Section(
                id: "sources", title: "Sources", startsPage: true, blocks: [.table(sources(report.sources))]),
            method(report),
        ]
        if !report.signals.isEmpty {
            sections.append(
                .init(
                    id: "signals", title: "Patterns over the whole case",
                    blocks: [.table(SignalTable.table(report.signals))]))
        }
        if !report.terms.isEmpty {
            sections.append(.init(id: "terms", title: "Terms of use", blocks: [.table(terms(report.terms))]))
        }
        if !report.indicators.isEmpty {
            sections.append(
                .init(
                    id: "indicators", title: "Indicators of partners",
                    blocks: [.table(indicators(report.indicators))]))
        }
        sections.append(
            .init(id: "scales", title: "Words for figures", blocks: report.scales.map { .table(scale($0)) }))
        return sections
    }

    private static func sources(_ sources: [CaseReport.Source]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Files of evidence, as received",
            columns: ["No.", "File", "Holds", "Rows", "Rejected", "Faults", "From", "Grade", "SHA-256"])
        table.isDense = true
        table.rows = sources.map { source in
            .init(
                [
                    .number(String(source.number)), .code(source.file),
                    .text(CampaignSections.spaced(source.table.rawValue)),
                    .number(ReportFigures.count(source.rows)), .number(ReportFigures.count(source.rejected)),
                    .number(ReportFigures.count(source.faults)), .text(source.obtainedFrom ?? "not said"),
                    .text(source.grade ?? "–"), .code(source.sha256),
                ], anchor: "source:\(source.number)")
        }
        table.note =
            "Grades are the provider's, on the Admiralty scale: reliability A to F, credibility 1 to 6."
        return table
    }

    private static func method(_ report: CaseReport) -> ReportDocument.Section {
        var section = ReportDocument.Section(
            id: "method", title: "Method", blocks: [.list(report.method.statements)])
        var facts = [ReportDocument.Fact(name: "Program", value: .text(report.tool))]
        if let run = report.run {
            facts.append(.init(name: "Run", value: .text("\(run.id), seed \(run.seed)")))
        }
        facts += report.method.settings.map { .init(name: $0.name, value: .text($0.value)) }
        section.blocks.append(.facts(facts))
        return section
    }

    private static func terms(_ terms: [CaseReport.Term]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Clauses with the time they were in force",
            columns: ["Clause", "In force", "Kind", "Text"])
        table.rows = terms.map {
            .init([
                .text($0.clause), .text(ReportFigures.period($0.from, $0.to)),
                .text($0.kind.map(GroupWords.term) ?? "–"), .text($0.text),
            ])
        }
        return table
    }

    private static func indicators(_ indicators: [CaseReport.Indicator]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Indicators that accounts of the case match",
            columns: ["Partner", "Grade", "Kind", "Value", "Accounts", "Flagged", "Row"])
        table.rows = indicators.map {
            .init([
                .text($0.partner ?? "not named"), .text($0.grade ?? "–"),
                .text(CampaignSections.spaced($0.kind.rawValue)),
                .code(SafeOutput.brief($0.value, limit: 80)), .number(ReportFigures.count($0.accounts)),
                .number(ReportFigures.count($0.flagged)), .text("\($0.row.file):\($0.row.line)"),
            ])
        }
        return table
    }

    private static func scale(_ scale: CaseReport.VerbalScale) -> ReportDocument.Table {
        var table = ReportDocument.Table(caption: scale.name, columns: [scale.figure, "words"])
        table.isNarrow = true
        table.rows = scale.steps.map { .init([.text($0.range), .text($0.words)]) }
        return table
    }
}
