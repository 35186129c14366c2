import Casework

/// A campaign, section by section.
struct CampaignSections {
    typealias Section = ReportDocument.Section
    typealias Table = ReportDocument.Table

    let report: CaseReport
    let campaign: CaseReport.Campaign

    var sections: [Section] {
        [summary, members, shared, signals, explanations, sought, activity, access].compactMap { $0 }
            + [AttributionSection.section(campaign, statements(campaign.attribution.statements))]
            + [notes].compactMap { $0 }
    }

    private func section(_ name: String, _ title: String, _ blocks: [ReportDocument.Block]) -> Section {
        Section(id: "\(campaign.id)-\(name)", title: "\(campaign.id): \(title)", level: 2, blocks: blocks)
    }

    private var summary: Section {
        Section(
            id: campaign.id, title: "Alleged campaign \(campaign.id): \(campaign.name)", startsPage: true,
            blocks: [.paragraph(statements(campaign.summary)), .table(elements)])
    }

    private var elements: Table {
        var table = Table(
            caption: "What the evidence shows of what would make it a case",
            columns: ["Part", "Answer", "Why"])
        table.rows = campaign.elements.map { element in
            .init([.strong(element.element), .text(answer(element.answer)), .text(element.statement.text)])
        }
        return table
    }

    private func answer(_ answer: CaseReport.Element.Answer) -> String {
        switch answer {
        case .shown: "shown"
        case .notShown: "not shown"
        case .notExamined: "not examined"
        }
    }

    /// The sentences without citations of the campaign itself, whose part this is.
    private func statements(_ all: [CaseReport.Statement]) -> [CaseReport.Statement] {
        all.map { .init($0.text, cites: $0.cites.filter { $0 != campaign.id }) }
    }

    // MARK: - Members

    private static let strongest = 12

    private var members: Section {
        var bands = Table(
            caption: "Members by probability of belonging",
            columns: ["Probability", "Core", "Periphery", "Accounts"])
        bands.isNarrow = true
        bands.rows = campaign.bands.map { band in
            .init([
                .text(bandWords(band)), .number(ReportFigures.count(band.core)),
                .number(ReportFigures.count(band.periphery)),
                .number(ReportFigures.count(band.core + band.periphery)),
            ])
        }
        var table = MemberTable.table(
            "The strongest members", Array(campaign.members.prefix(Self.strongest)))
        if campaign.members.count > Self.strongest {
            table.note = "All \(ReportFigures.count(campaign.members.count)) are in the appendix."
        }
        return section("members", "members", [.table(bands), .table(table)])
    }

    private func bandWords(_ band: CaseReport.Band) -> String {
        band.from == 0
            ? "below \(ReportFigures.hundredths(band.to))"
            : "\(ReportFigures.hundredths(band.from)) to \(band.to == 1 ? "1" : ReportFigures.hundredths(band.to))"
    }

    // MARK: - What is shared

    private var shared: Section? {
        guard !campaign.shared.isEmpty else { return nil }
        let figure = ReportDocument.Figure(
            id: "figure-\(campaign.id)-shared",
            caption: "What the members share; size: members that hold it, filled: nobody else does",
            description: description,
            drawing: .shared(campaign.shared, members: campaign.accounts))
        return section(
            "shared", "what the members share",
            [.figure(figure), .table(ExhibitTable.table(campaign.shared))])
    }

    private var description: String {
        EvidenceFamily.allCases.compactMap { family -> String? in
            let values = campaign.shared.filter { $0.family == family }
            guard !values.isEmpty else { return nil }
            let own = values.count { $0.outside == 0 }
            return
                "\(FamilyWords.name(family)): \(ReportFigures.counted(values.count, "value")), \(own) held by nobody else"
        }.joined(separator: "; ") + "."
    }

    // MARK: - Signals and explanations

    private var signals: Section? {
        guard !campaign.signals.isEmpty else { return nil }
        return section(
            "signals", "patterns tested against chance", [.table(SignalTable.table(campaign.signals))])
    }

    private var explanations: Section {
        var table = Table(
            caption: "Explanations that were weighed, the likeliest first after extraction itself",
            columns: ["If the group is …", "Probability", "Speaks for it (bits)", "Speaks against it (bits)"])
        table.rows = campaign.explanations.map { explanation in
            .init([
                .strong(explanation.words),
                .bar(explanation.probability ?? 0, ReportFigures.probability(explanation.probability)),
                .lines(ReasonLines.lines(explanation.speaksFor)),
                .lines(ReasonLines.lines(explanation.speaksAgainst)),
            ])
        }
        table.note = "An explanation for and against which nothing was found stands at its prior."
        return section("explanations", "innocent explanations considered", [.table(table)])
    }

    // MARK: - What was sought

    private var sought: Section? {
        var blocks: [ReportDocument.Block] = []
        if !campaign.capabilities.isEmpty {
            let bars = campaign.capabilities.map {
                ReportDocument.Bar(
                    name: Self.spaced($0.id), share: $0.share, text: ReportFigures.percent($0.share))
            }
            blocks.append(
                .figure(
                    .init(
                        id: "figure-\(campaign.id)-capabilities",
                        caption: "Capabilities sought, share of samples",
                        description: bars.map { "\($0.name) \($0.text)" }.joined(separator: ", ") + ".",
                        drawing: .bars(bars))))
            blocks.append(.table(capabilities))
        }
        blocks += campaign.frames.isEmpty ? [] : [.table(FrameTable.table(campaign.frames))]
        guard !blocks.isEmpty else { return nil }
        return section("sought", "what was sought", blocks)
    }

    private var capabilities: Table {
        var table = Table(
            caption: "Capabilities by rules over samples", columns: ["Capability", "Share", "MITRE ATLAS"])
        table.isNarrow = true
        table.rows = campaign.capabilities.map {
            .init([
                .text(Self.spaced($0.id)), .number(ReportFigures.percent($0.share)),
                .text($0.techniques.isEmpty ? "no id in the rules" : $0.techniques.joined(separator: ", ")),
            ])
        }
        return table
    }

    static func spaced(_ id: String) -> String { id.split(separator: "_").joined(separator: " ") }

    // MARK: - Time

    private var activity: Section? {
        guard !campaign.activity.isEmpty else { return nil }
        let volume = campaign.volume
        var sentence =
            "\(ReportFigures.counted(volume.exchanges, "exchange")), \(ReportFigures.percent(volume.share)) of the case, on \(ReportFigures.counted(volume.activeDays, "day"))"
        if let day = volume.busiestDay {
            sentence += "; most on \(day.day) (\(ReportFigures.count(day.exchanges)))"
        }
        var blocks: [ReportDocument.Block] = [.paragraph([.init(sentence + ".", cites: [])])]
        blocks.append(
            .figure(
                .init(
                    id: "figure-\(campaign.id)-days", caption: "Exchanges of \(campaign.id) per day",
                    description: sentence
                        + ". Numbered marks are the events listed under question and scope.",
                    drawing: .timeline(all: [], part: campaign.activity, events: report.scope.events))))
        if campaign.hours.count == 24, campaign.hours.contains(where: { $0 > 0 }) {
            blocks.append(.figure(HourWords.figure(campaign)))
        }
        return section("activity", "volume and time", blocks)
    }

    private var access: Section? {
        guard !campaign.violations.isEmpty else { return nil }
        return section("access", "use against the terms", [.table(ViolationTable.table(campaign.violations))])
    }

    private var notes: Section? {
        let statements = self.statements(campaign.notes + campaign.absent)
        guard !statements.isEmpty else { return nil }
        return section("notes", "doubts and gaps", [.list(statements)])
    }
}
