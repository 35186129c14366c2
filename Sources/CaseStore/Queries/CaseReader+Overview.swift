public import Casework

extension CaseReader {
    /// What the case holds and what stands out. Reads sums that stand beside each source, never rows: its cost
    /// does not grow with the case.
    ///
    /// - Parameter currentMethod: the method that an analysis would have now; one by another is out of date.
    public func overview(currentMethod: String) throws -> CaseOverview {
        try connection.read { handle in
            let description = try CaseQuery.description(handle)
            var overview = CaseOverview(
                title: try CaseQuery.title(handle, description), synthetic: description?.synthetic ?? false,
                population: (description?.population ?? .all).text)
            try CaseQuery.fillCounts(&overview, handle)
            overview.period = try CaseQuery.period(handle, description)
            overview.activity = try CaseQuery.days(handle)
            overview.events = try CaseQuery.events(handle)
            overview.run = try CaseQuery.run(handle, currentMethod: currentMethod)
            overview.standsOut = try CaseQuery.groups(handle, limit: CaseReader.groupsThatStandOut)
            overview.needsAttention = CaseQuery.attention(
                overview, try ReviewQuery.tally(handle), rulesLeftOut: try CaseQuery.rulesLeftOut(handle))
            return overview
        }
    }

    /// What the newest case.yaml says, or nil where there was none.
    public func description() throws -> CaseDescription? { try connection.read(CaseQuery.description) }

    /// More than one screen of them helps nobody.
    private static let groupsThatStandOut = 50
}

/// Small questions about a case as a whole.
enum CaseQuery {
    static let horizon = "(SELECT source FROM horizon)"

    static func title(_ handle: Handle, _ description: CaseDescription?) throws -> String {
        if let title = description?.title { return title }
        return try handle.first("SELECT value FROM case_meta WHERE key = 'title'") { $0.text(0) } ?? ""
    }

    static func description(_ handle: Handle) throws -> CaseDescription? {
        try handle.first(
            "SELECT title, description, synthetic, population, period_from, period_to, restricted_countries,"
                + " clock_offset_seconds FROM case_description WHERE source <= \(horizon)"
                + " ORDER BY source DESC, number DESC LIMIT 1"
        ) { row in
            var description = CaseDescription()
            description.title = row.optionalText(0)
            description.text = row.optionalText(1)
            description.synthetic = row.int(2) != 0
            description.population = Population(row.text(3)) ?? .all
            description.periodFrom = row.time(4)
            description.periodTo = row.time(5)
            description.restrictedCountries = try JSONColumn.decode(row.text(6))
            description.clockOffsetSeconds = row.int(7)
            return description
        }
    }

    static func fillCounts(_ overview: inout CaseOverview, _ handle: Handle) throws {
        let sums = try handle.first(
            "SELECT count(*), coalesce(sum(accounts), 0), coalesce(sum(exchanges), 0), coalesce(sum(samples), 0),"
                + " coalesce(sum(rejected), 0), coalesce(sum(faults), 0) FROM source WHERE state = 'complete'"
        ) { row in (0..<6).map { row.int($0) } }
        guard let sums else { return }
        overview.sources = sums[0]
        overview.accounts = sums[1]
        overview.exchanges = sums[2]
        overview.samples = sums[3]
        overview.rejects = sums[4]
        overview.faults = sums[5]
        overview.groups = try handle.number("SELECT count(*) FROM finding_group")
        overview.campaigns = try handle.number("SELECT count(*) FROM finding_group WHERE kind = 'campaign'")
        overview.templates = try handle.number("SELECT count(*) FROM template")
        overview.violations = try handle.number("SELECT count(*) FROM access_violation")
        overview.indicatorHits = try handle.number("SELECT count(DISTINCT account) FROM indicator_hit")
    }

    /// The period case.yaml names, each end of it, or else that of the exchanges.
    static func period(_ handle: Handle, _ description: CaseDescription?) throws -> CaseOverview.Period {
        let seen = try handle.first(
            "SELECT min(first_at), max(last_at) FROM source WHERE state = 'complete'"
        ) { ($0.time(0), $0.time(1)) }
        return CaseOverview.Period(
            from: description?.periodFrom ?? seen?.0, to: description?.periodTo ?? seen?.1)
    }

    static func days(_ handle: Handle) throws -> [DayCount] {
        try handle.rows(
            "SELECT day, sum(exchanges) FROM day_count WHERE source <= \(horizon) GROUP BY day ORDER BY day"
        ) { DayCount(day: CivilDate(daysSince1970: $0.int(0)).description, exchanges: $0.int(1)) }
    }

    static func events(_ handle: Handle) throws -> [EventRow] {
        let query = try ListDefinition.events.selection(ListQuery(), list: "events")
        return try handle.rows(query.text, query.values, RowReading.event)
    }

    static func groups(_ handle: Handle, limit: Int) throws -> [GroupRow] {
        let query = try ListDefinition.groups.selection(ListQuery(limit: limit), list: "groups")
        return try handle.rows(query.text, query.values, RowReading.group)
    }

    static func runID(_ handle: Handle) throws -> String? {
        try handle.first("SELECT id FROM analysis_run") { $0.text(0) }
    }

    static func run(_ handle: Handle, currentMethod: String) throws -> RunSummary? {
        let horizon = try handle.number("SELECT source FROM horizon")
        let coversDecisions = try DecisionQuery.areCovered(handle)
        return try handle.first("SELECT id, at, seed, withheld, last_source, settings FROM analysis_run") {
            let settings: [String: String] = try JSONColumn.decode($0.text(5))
            return RunSummary(
                id: $0.text(0), at: Timestamp(milliseconds: $0.integer(1)), seed: UInt64($0.text(2)) ?? 0,
                method: settings[RunSummary.methodSetting], currentMethod: currentMethod,
                coversEvidence: $0.int(4) == horizon, coversDecisions: coversDecisions,
                withheld: $0.optionalText(3))
        }
    }

    /// Rules of the evidence that the last analysis had before it and did not run. Of a file that came twice the
    /// later counts; a rule that stands in for a shipped one says so behind its file's name.
    static func rulesLeftOut(_ handle: Handle) throws -> Int {
        try handle.number(
            "SELECT count(*) FROM rule_file AS f, json_each(f.rules) AS e"
                + " WHERE f.source <= (SELECT max(last_source) FROM analysis_run) AND NOT EXISTS (SELECT 1"
                + " FROM capability_rule AS c WHERE c.name = e.value AND (c.origin = f.file"
                + " OR substr(c.origin, 1, length(f.file) + 1) = f.file || ','))"
                + " AND NOT EXISTS (SELECT 1 FROM rule_file AS n WHERE n.file = f.file AND n.source > f.source"
                + " AND n.source <= (SELECT max(last_source) FROM analysis_run))")
    }

    /// What waits for somebody to look at it.
    static func attention(_ overview: CaseOverview, _ review: ReviewTally, rulesLeftOut: Int) -> [String] {
        var notes: [String] = []
        if overview.accounts > 0, overview.run == nil { notes.append("not analysed yet") }
        notes += overview.run?.reservations ?? []
        if let withheld = overview.run?.withheld { notes.append(withheld) }
        if review.waiting > 0 {
            notes.append(
                review.waiting == 1
                    ? "1 membership to review" : "\(CountWords.grouped(review.waiting)) memberships to review"
            )
        }
        if review.disputed > 0 {
            notes.append(
                review.disputed == 1
                    ? "reviewers disagree on 1 membership"
                    : "reviewers disagree on \(CountWords.grouped(review.disputed)) memberships")
        }
        if rulesLeftOut > 0 {
            notes.append(rulesLeftOut == 1 ? "1 rule was not run" : "\(rulesLeftOut) rules were not run")
        }
        if overview.rejects > 0 {
            notes.append(overview.rejects == 1 ? "1 row rejected" : "\(overview.rejects) rows rejected")
        }
        if overview.faults > 0 {
            notes.append(overview.faults == 1 ? "1 field unreadable" : "\(overview.faults) fields unreadable")
        }
        return notes
    }
}
