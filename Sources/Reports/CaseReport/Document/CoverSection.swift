import Casework

/// The first page: what was found in one table, and what the report can be checked against.
enum CoverSection {
    static func section(_ report: CaseReport) -> ReportDocument.Section {
        var section = ReportDocument.Section(id: "cover", title: "Findings at a glance")
        if report.run == nil {
            section.blocks.append(.remark("Not analysed: this report names nobody and lists evidence only."))
        }
        if let withheld = report.run?.withheld {
            section.blocks.append(.remark("Nobody is accused. Withheld: \(withheld.asSentence)"))
        } else if report.run != nil, report.campaigns.isEmpty {
            section.blocks.append(.remark("No campaign was found. Nobody is accused."))
        }
        if !report.campaigns.isEmpty {
            section.blocks.append(.table(glance(report)))
            section.blocks.append(.paragraph([.init(reading(report))]))
        }
        if !report.scope.activity.isEmpty { section.blocks.append(.figure(timeline(report))) }
        section.blocks.append(.facts(facts(report)))
        return section
    }

    private static func glance(_ report: CaseReport) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Alleged campaigns",
            columns: [
                "Campaign", "How it works", "Accounts", "Exchanges", "Extraction", "Alleged actor",
                "Expected innocent",
            ])
        table.rows = report.campaigns.map { campaign in
            ReportDocument.Table.Row([
                .cites([campaign.id]), .text(campaign.name), .number(ReportFigures.count(campaign.accounts)),
                .number(ReportFigures.count(campaign.exchanges)),
                .bar(
                    campaign.extractionProbability ?? 0,
                    ReportFigures.probability(campaign.extractionProbability)),
                .text(actor(campaign.attribution)), .number(ReportFigures.decimal(innocents(campaign))),
            ])
        }
        return table
    }

    private static func actor(_ attribution: CaseReport.Attribution) -> String {
        guard let actor = attribution.actor else { return "unattributed" }
        return "\(actor) \(ReportFigures.probability(attribution.probability))"
    }

    /// Members who do not belong, by their own probabilities.
    private static func innocents(_ campaign: CaseReport.Campaign) -> Double {
        campaign.members.reduce(0) { $0 + 1 - $1.probability }
    }

    private static func reading(_ report: CaseReport) -> String {
        let groups = ReportFigures.counted(report.lookAlikes.count, "group")
        return
            "All of this is alleged. Probabilities order explanations and are not calibrated. Other linked accounts (\(groups)) look like something else and are not accused; they have a section of their own."
    }

    private static func timeline(_ report: CaseReport) -> ReportDocument.Figure {
        var part: [String: Int] = [:]
        for day in report.campaigns.flatMap(\.activity) { part[day.day, default: 0] += day.exchanges }
        let days = part.sorted { $0.key < $1.key }.map { DayCount(day: $0.key, exchanges: $0.value) }
        let inside = days.reduce(0) { $0 + $1.exchanges }
        return ReportDocument.Figure(
            id: "figure-case", caption: "Exchanges per day; dark: of alleged campaigns",
            description:
                "Exchanges per day over the case (\(ReportFigures.period(report.scope.from, report.scope.to))). Of \(ReportFigures.count(report.scope.exchanges)) exchanges \(ReportFigures.count(inside)) belong to alleged campaigns. Numbered marks are the events listed under question and scope.",
            drawing: .timeline(all: report.scope.activity, part: days, events: report.scope.events))
    }

    private static func facts(_ report: CaseReport) -> [ReportDocument.Fact] {
        var facts: [ReportDocument.Fact] = [
            .init(name: "Report of", value: .text(report.at.inZone)),
            .init(name: "Author", value: .text(report.author ?? "not named")),
        ]
        if let run = report.run {
            facts.append(
                .init(
                    name: "Analysis",
                    value: .text(
                        "\(run.id), \(run.at.inZone), seed \(run.seed), method \(run.method ?? "not recorded")\(run.upToDate ? "" : ", \(run.standing)")"
                    )))
        }
        facts += [
            .init(name: "Made with", value: .text(report.tool)),
            .init(name: "Audit log, entries", value: .text(ReportFigures.count(report.audit.entries))),
            .init(name: "Audit log, head", value: .code(report.audit.head)),
            .init(name: "Digest of the evidence", value: .code(report.digest.evidence)),
            .init(name: "Digest of the findings", value: .code(report.digest.findings)),
        ]
        return facts
    }
}

/// What was asked, and what there is to answer it with.
enum QuestionSection {
    static func section(_ report: CaseReport) -> ReportDocument.Section {
        var section = ReportDocument.Section(id: "question", title: "Question and scope", startsPage: true)
        section.blocks = [.paragraph(report.question)]
        section.blocks.append(.facts(scope(report)))
        section.blocks.append(.paragraph(report.population.allows))
        if !report.scope.events.isEmpty { section.blocks.append(.table(events(report.scope.events))) }
        return section
    }

    private static func scope(_ report: CaseReport) -> [ReportDocument.Fact] {
        let scope = report.scope
        let counts = [
            ReportFigures.counted(scope.accounts, "account"),
            ReportFigures.counted(scope.exchanges, "exchange"),
            ReportFigures.counted(scope.samples, "sample"),
            ReportFigures.counted(report.sources.count, "source"),
        ]
        var facts: [ReportDocument.Fact] = []
        if let description = scope.description {
            facts.append(.init(name: "Case", value: .text(description)))
        }
        facts += [
            .init(name: "Period", value: .text(ReportFigures.period(scope.from, scope.to))),
            .init(name: "Evidence", value: .text(counts.joined(separator: ", "))),
            .init(name: "Population", value: .text(report.population.text)),
            .init(
                name: "Groups",
                value: .text(
                    "\(ReportFigures.counted(report.campaigns.count, "alleged campaign")), \(ReportFigures.counted(report.lookAlikes.count, "other group"))"
                )
            ),
        ]
        if !scope.restrictedCountries.isEmpty {
            facts.append(
                .init(
                    name: "Service not offered in",
                    value: .text(scope.restrictedCountries.joined(separator: ", "))))
        }
        return facts
    }

    private static func events(_ events: [CaseReport.Event]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Events, by the marks in the timelines",
            columns: ["Mark", "When (\(DisplayZone.current.name))", "Kind", "What"])
        table.isDense = true
        table.rows = events.map {
            .init([
                .text(String($0.mark)), .text(minute($0.at)),
                .text($0.kind.rawValue.split(separator: "_").joined(separator: " ")),
                .text(words($0)),
            ])
        }
        return table
    }

    private static func words(_ event: CaseReport.Event) -> String {
        event.detail.map { "\(event.name): \($0)" } ?? event.name
    }

    private static func minute(_ time: Timestamp) -> String {
        String(time.shown.prefix(16))
    }
}
