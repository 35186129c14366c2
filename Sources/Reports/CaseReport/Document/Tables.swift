import Casework

/// Tables that more than one section has, or that take some words.
enum MemberTable {
    static func table(_ caption: String, _ members: [CaseReport.Member]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: caption,
            columns: ["Account", "Probability", "Role", "Rests on (bits)", "Against", "Status", "Exchanges"])
        table.isDense = true
        table.rows = members.map { member in
            .init([
                .code(member.account.string),
                .bar(member.probability, ReportFigures.probability(member.probability)),
                .text(member.role.rawValue), .text(families(member)),
                .text(member.against.isEmpty ? "–" : member.against.joined(separator: "; ")),
                .text(member.status?.rawValue ?? "unknown"), .number(ReportFigures.count(member.exchanges)),
            ])
        }
        return table
    }

    private static func families(_ member: CaseReport.Member) -> String {
        (["prior \(ReportFigures.bits(member.priorBits))"]
            + member.families.map { "\($0.family.rawValue) \(ReportFigures.bits($0.bits))" }).joined(
                separator: ", ")
    }
}

enum ExhibitTable {
    static func table(_ exhibits: [CaseReport.Exhibit]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Shared values; their rows are in the appendix",
            columns: ["Exhibit", "Kind", "Value", "Members", "Others", "Bits"])
        table.isDense = true
        table.rows = exhibits.map { exhibit in
            .init(
                [
                    .strong(exhibit.id), .text(CampaignSections.spaced(exhibit.kind.rawValue)),
                    .code(SafeOutput.brief(exhibit.value, limit: 80)),
                    .number(ReportFigures.count(exhibit.inside)),
                    .number(ReportFigures.count(exhibit.outside)), .number(ReportFigures.bits(exhibit.bits)),
                ], anchor: exhibit.id)
        }
        if exhibits.contains(where: \.shortened) {
            table.note = "Values that may name a person are shortened to first and last character and length."
        }
        return table
    }
}

enum SignalTable {
    static func table(_ signals: [CaseReport.Signal]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Patterns over accounts, each beside what chance or other accounts give",
            columns: ["Signal", "What was seen", "Measured", "Expected", "q", "Accounts", "Innocent reason"])
        table.rows = signals.map { signal in
            .init(
                [
                    .strong("\(signal.id) \(GroupWords.signal(signal.kind))"), .text(signal.words),
                    .number(ReportFigures.measure(signal.value)),
                    .number(signal.expected.map(ReportFigures.measure) ?? "–"),
                    .number(ReportFigures.significance(signal.qValue)),
                    .number(ReportFigures.count(signal.accounts)),
                    .text(signal.innocent ?? "–"),
                ], anchor: signal.id)
        }
        table.note =
            "q: the probability of such a value by chance, after control of the false discovery rate."
        return table
    }
}

enum FrameTable {
    static func table(_ frames: [CaseReport.Frame]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Prompt frames that members share",
            columns: ["Frame", "Members", "Others", "Text, slots as {1}", "In the slots"])
        table.rows = frames.map { frame in
            .init([
                .code(frame.id), .number(ReportFigures.count(frame.inside)),
                .number(ReportFigures.count(frame.outside)),
                .text(frame.frame.map { SafeOutput.brief($0, limit: 300) } ?? "not read"),
                .lines(slots(frame)),
            ])
        }
        return table
    }

    private static func slots(_ frame: CaseReport.Frame) -> [String] {
        frame.slots.enumerated().map { place, slot in
            let examples = slot.examples.map { SafeOutput.brief($0, limit: 40) }.joined(separator: " · ")
            return "{\(place + 1)} \(ReportFigures.counted(slot.distinct, "value")): \(examples)"
        }
    }
}

enum ViolationTable {
    static func table(_ violations: [CaseReport.Violation]) -> ReportDocument.Table {
        var table = ReportDocument.Table(
            caption: "Use that a clause in force at the time does not allow",
            columns: ["Clause", "What", "Country", "By", "Accounts", "Exchanges", "When"])
        table.rows = violations.map {
            .init([
                .text($0.clause ?? "no clause received"), .text(GroupWords.term($0.kind)), .text($0.country),
                .text(GroupWords.basis($0.basis)), .number(ReportFigures.count($0.accounts)),
                .number(ReportFigures.count($0.exchanges)),
                .text(ReportFigures.period($0.firstAt, $0.lastAt)),
            ])
        }
        return table
    }
}

enum ReasonLines {
    static func lines(_ reasons: [CaseReport.Reason]) -> [String] {
        reasons.isEmpty ? ["–"] : reasons.map { "\(ReportFigures.bits($0.bits))  \($0.words)" }
    }
}

enum HourWords {
    static func figure(_ campaign: CaseReport.Campaign) -> ReportDocument.Figure {
        let all = max(1, campaign.hours.reduce(0, +))
        let most = campaign.hours.enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
        let least = campaign.hours.enumerated().min { ($0.element, $0.offset) < ($1.element, $1.offset) }
        func words(_ hour: (offset: Int, element: Int)?) -> String {
            hour.map { "\($0.offset):00 (\(ReportFigures.percent(Double($0.element) / Double(all))))" } ?? "–"
        }
        return ReportDocument.Figure(
            id: "figure-\(campaign.id)-hours", caption: "Exchanges of \(campaign.id) by hour of day, UTC",
            description:
                "Exchanges by hour of day in UTC: most at \(words(most)), least at \(words(least)); an even spread would be 4 % an hour.",
            drawing: .hours(campaign.hours))
    }
}
