import Casework

extension CaseReport {
    /// Puts facts into words and order. The same facts and options give the same report; linear in the facts.
    public init(_ facts: ReportFacts, _ options: ReportOptions) {
        let overview = facts.overview
        let persons = PersonalValues(areShown: options.namesPersons)
        schema = CaseReport.schemaName
        cut = .internal
        synthetic = overview.synthetic
        title = overview.title
        author = options.author
        at = options.at
        tool = options.tool
        run = overview.run.map(Run.init)
        audit = facts.audit
        digest = facts.digest
        namesPersons = options.namesPersons
        scope = Scope(facts)
        question = QuestionWords.statements(facts)
        population = Population(text: overview.population, allows: PopulationWords.statements(facts))
        sources = facts.sources.map(Source.init)
        method = Method(facts)
        let campaigns = CampaignComposer(facts: facts, persons: persons)
        self.campaigns = facts.groups.filter { $0.row.kind == .campaign }.map(campaigns.campaign)
        let lookAlikes = LookAlikeComposer(persons: persons)
        self.lookAlikes = facts.groups.filter { $0.row.kind != .campaign }.map(lookAlikes.lookAlike)
        signals = CampaignComposer.signals(facts.signals ?? [], prefix: "S")
        terms = (facts.terms ?? []).map(Term.init)
        indicators = (facts.indicators ?? []).filter { $0.accounts > 0 }.map { Indicator($0, persons) }
        decisions = ReviewStatements.statements(facts.decisions)
        limits = LimitWords(facts).statements
        actions = ActionComposer(facts: facts).actions(self.campaigns)
        burden = Burden(facts)
        reply = ReplyWords.statements(self.campaigns)
        scales = VerbalScale.printed
        appendix = Appendix(rowLimit: options.rowLimit, exhibits: [])
        appendix.exhibits = Self.exhibitRows(self.campaigns, facts, limit: options.rowLimit)
    }

    private static func exhibitRows(
        _ campaigns: [Campaign], _ facts: ReportFacts, limit: Int
    ) -> [ExhibitRows] {
        let details = facts.groups.filter { $0.row.kind == .campaign }
        return zip(campaigns, details).flatMap { campaign, detail -> [ExhibitRows] in
            let known = facts.rows.filter { $0.group == campaign.id }
            return zip(campaign.shared, detail.exhibits).compactMap { exhibit, shared in
                guard let found = known.first(where: { $0.artifact == shared.artifact }) else { return nil }
                return ExhibitRows(
                    exhibit: exhibit.id, total: found.total, members: found.members,
                    rows: Array(found.rows.prefix(max(0, limit))))
            }
        }
    }
}

extension CaseReport.Run {
    init(_ run: RunSummary) {
        id = run.id
        at = run.at
        seed = run.seed
        method = run.method
        upToDate = run.isUpToDate
        standing = run.standing
        withheld = run.withheld
    }
}

extension CaseReport.Scope {
    init(_ facts: ReportFacts) {
        let overview = facts.overview
        description = facts.description?.text
        from = overview.period.from
        to = overview.period.to
        accounts = overview.accounts
        unlisted = facts.survey.unlisted
        exchanges = overview.exchanges
        samples = overview.samples
        rejects = overview.rejects
        faults = overview.faults
        groups = overview.groups
        restrictedCountries = facts.description?.restrictedCountries ?? []
        activity = overview.activity
        let inOrder = overview.events.enumerated().sorted {
            ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
        }
        events = inOrder.enumerated().map { place, event in
            CaseReport.Event(
                mark: place + 1, at: event.element.at, kind: event.element.kind, name: event.element.name,
                detail: event.element.detail)
        }
    }
}

extension CaseReport.Source {
    init(_ row: SourceRow) {
        number = row.source
        file = row.file
        table = row.table
        sha256 = row.sha256
        rows = row.rows
        rejected = row.rejected
        faults = row.faults
        importedAt = row.importedAt
        obtainedFrom = row.obtainedFrom
        grade = row.grade
    }
}

extension CaseReport.Term {
    init(_ term: TermRecord) {
        clause = term.clause
        kind = term.kind
        from = term.from
        to = term.to
        text = term.text
    }
}

extension CaseReport.Indicator {
    init(_ row: IndicatorRow, _ persons: PersonalValues) {
        id = row.id
        kind = row.kind
        value = persons.shown(indicator: row.kind.rawValue, values: row.value.string)
        partner = row.partner
        actor = row.actor
        grade = row.grade
        accounts = row.accounts
        flagged = row.flagged
        self.row = row.row
    }
}
