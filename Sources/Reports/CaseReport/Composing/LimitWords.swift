import Casework

/// What this case cannot say, from what it has and what it lacks.
struct LimitWords {
    private let facts: ReportFacts

    init(_ facts: ReportFacts) { self.facts = facts }

    var statements: [CaseReport.Statement] {
        (missingTables + missingColumns + quality + analysis + general).map { .init($0) }
    }

    private func has(_ table: EvidenceTable) -> Bool {
        facts.sources.contains { $0.table == table && $0.rows > 0 }
    }

    private var missingTables: [String] {
        let wanted: [(EvidenceTable, String)] = [
            (.payments, "no payments: shared means of payment cannot be seen"),
            (.attributes, "no attributes: shared devices, telephones and fingerprints cannot be seen"),
            (.exchanges, "no exchanges: volume, hours and addresses cannot be seen"),
            (.samples, "no samples: what was asked is not known, only that something was"),
            (.ipRanges, "no address ranges: networks are not told apart by owner and use"),
            (.events, "no events: releases and bans cannot be set beside the activity"),
            (.terms, "no terms: nothing is cited as a violation of a clause"),
            (.profile, "no lab profiles: nobody could be named"),
            (.sources, "no provenance: who handed over the files, and on what request, is not recorded"),
        ]
        let provided: [EvidenceTable: EvidenceTable] = [.ipRanges: .geoip]
        return wanted.filter { table, _ in !has(table) && !(provided[table].map(has) ?? false) }
            .map { "The case has \($0.1)." } + unread
    }

    /// What the case may have and this report did not look at.
    private var unread: [String] {
        var unread: [String] = []
        if facts.terms == nil, has(.terms) {
            unread.append("The case has terms of use; this report does not set them beside the members' use.")
        }
        if facts.violations == nil {
            unread.append("Use from restricted countries was not examined for this report.")
        }
        if facts.rules == nil {
            unread.append("Capability rules were not read for this report: MITRE ATLAS ids are missing.")
        }
        if facts.indicators == nil { unread.append("Indicators of partners were not read for this report.") }
        return unread
    }

    private var missingColumns: [String] {
        let listed = facts.survey.listed
        guard listed > 0 else { return [] }
        return facts.survey.missing.named.filter { 2 * $0.count > listed }.map {
            "\($0.name) is not known of \(ReportFigures.percent(Double($0.count) / Double(listed))) of the accounts: it says little about them."
        }
    }

    private var quality: [String] {
        let overview = facts.overview
        var words: [String] = []
        if overview.rejects > 0 {
            words.append(
                "\(ReportFigures.counted(overview.rejects, "row was", "rows were")) rejected on import; the table of sources says in which files."
            )
        }
        if overview.faults > 0 {
            words.append(
                "\(ReportFigures.counted(overview.faults, "field", "fields")) could not be read and counted as empty."
            )
        }
        if facts.survey.unlisted > 0 {
            words.append(
                "\(ReportFigures.counted(facts.survey.unlisted, "account is", "accounts are")) named by evidence but described nowhere."
            )
        }
        if overview.samples > 0, overview.samples < overview.exchanges {
            words.append(
                "Texts are known for \(ReportFigures.count(overview.samples)) of \(ReportFigures.count(overview.exchanges)) exchanges; how they were chosen decides what capabilities can be seen."
            )
        }
        return words
    }

    private var analysis: [String] {
        guard let run = facts.overview.run else { return ["The evidence has not been analysed."] }
        return run.outOfDate.map { reason in
            switch reason {
            case .evidence: "Evidence came in after the analysis; the findings do not cover it."
            case .decisions:
                "Reviewers' decisions were made or withdrawn after the analysis; the findings do not follow them."
            case .method:
                "The findings are those of \(run.methodWords), and the program that wrote this report has method \(run.currentMethod): analysed anew, the same evidence could come to other findings."
            }
        }
    }

    private var general: [String] {
        [
            "Priors and weights are set by hand from the published case and an experiment. They are not calibrated on cases with known truth: a probability of .99 means far above every other explanation that was considered, not right 99 times in 100.",
            "Items within a family of evidence depend on each other. The discounts for that are judgement.",
            "Only explanations that were thought of were weighed. Ask people who know these accounts what else they could be.",
            "Bits of shared values are counted over this case alone; in another population the same value can weigh less.",
            "An operation with its own card and device for every account, no common prompt frame and no common timing is not found by this method.",
            "The audit log shows tampering, it cannot prevent it: keep the head on the cover somewhere else.",
        ]
    }
}

/// Room for an answer.
enum ReplyWords {
    static func statements(_ campaigns: [CaseReport.Campaign]) -> [CaseReport.Statement] {
        guard !campaigns.isEmpty else {
            return [.init("Nobody is accused in this report, so nobody has to answer it.")]
        }
        let named = campaigns.compactMap(\.attribution.actor)
        var seen: [String] = []
        for name in named where !seen.contains(where: { ExactText($0) == ExactText(name) }) {
            seen.append(name)
        }
        var statements = [
            CaseReport.Statement(
                "Holders of the accounts listed here are to be told what is alleged and on which values and rows it rests, and are to be heard before anything final is done. The report knows of no answer so far."
            )
        ]
        if !seen.isEmpty {
            statements.append(
                .init(
                    "\(seen.joined(separator: ", ")) \(seen.count == 1 ? "is" : "are") named as alleged \(seen.count == 1 ? "actor" : "actors") and \(seen.count == 1 ? "has" : "have") not been heard."
                ))
        }
        statements.append(
            .init("Answers, with date and author, belong here and go with every copy of the report."))
        return statements
    }
}
