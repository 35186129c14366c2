import Casework
import Reports
import Testing

@Suite struct CaseReportTests {
    private func sentences(_ report: CaseReport) -> String {
        var all = report.question + report.population.allows + report.limits + report.reply
        all += report.burden.statements
        for campaign in report.campaigns {
            all += campaign.summary + campaign.attribution.statements + campaign.absent
        }
        return all.map { $0.text }.joined(separator: "\n")
    }

    @Test("A campaign is alleged, its actor too")
    func alleged() {
        let campaign = ReportWorld.report().campaigns[0]
        #expect(campaign.summary.contains { $0.text.contains("alleged") })
        #expect(campaign.attribution.statements[0].text.hasPrefix("Alleged actor: Amber"))
    }

    @Test("The likelihood ratio speaks of the evidence, not of the hypothesis")
    func ratio() {
        let statements = ReportWorld.report().campaigns[0].attribution.statements.map(\.text)
        #expect(
            statements.contains {
                $0.contains("times more probable if Amber") && $0.contains("than if an actor who is in none")
            })
    }

    @Test("What can be forged is said to be, and what the answer hangs on")
    func forgeable() {
        let attribution = ReportWorld.report().campaigns[0].attribution
        #expect(attribution.items.map(\.forgeable) == [false, true])
        #expect(
            attribution.statements.contains { $0.text.contains("1 of 2 items") && $0.cites == ["C-01.A2"] })
        #expect(attribution.statements.contains { $0.text.contains("falls to .300") })
        #expect(
            attribution.leaveOut.first { $0.family == .infrastructure }?.leader
                == "an actor not in the profiles")
    }

    @Test("Everything that sentences cite is in the report")
    func cites() {
        let report = ReportWorld.report(ReportWorld.fullFacts())
        var known: Set<String> = []
        var statements: [CaseReport.Statement] = report.actions.map { $0.statement }
        for campaign in report.campaigns {
            known.insert(campaign.id)
            known.formUnion(campaign.shared.map { $0.id })
            known.formUnion(campaign.signals.map { $0.id })
            known.formUnion(campaign.attribution.items.map { $0.id })
            statements += campaign.summary + campaign.notes + campaign.absent
            statements += campaign.elements.map { $0.statement } + campaign.attribution.statements
        }
        for group in report.lookAlikes {
            known.insert(group.id)
            statements += group.why + group.notes
        }
        for cite in statements.flatMap({ $0.cites }) { #expect(known.contains(cite), "\(cite)") }
        for exhibit in report.appendix.exhibits { #expect(known.contains(exhibit.exhibit)) }
    }

    @Test("Actions say whom they touch and how many of them are expected to be innocent")
    func actions() throws {
        let actions = ReportWorld.report().actions
        let suspend = try #require(actions.first { $0.kind == .suspend })
        #expect(suspend.accounts == 2)
        #expect(abs((suspend.expectedInnocent ?? 0) - 0.12) < 1e-9)
        #expect(suspend.statement.text.contains("1 more are banned"))
        let verify = try #require(actions.first { $0.kind == .verify })
        #expect(verify.accounts == 1)
        #expect(abs((verify.expectedInnocent ?? 0) - 0.4) < 1e-9)
        #expect(actions.map(\.id) == ["R-01", "R-02", "R-03", "R-04"])
    }

    @Test("The burden is counted by country and channel beside all accounts")
    func burden() {
        let burden = ReportWorld.report().burden
        #expect(burden.countries.map(\.value) == ["DE", "BR", "SG"])
        #expect(burden.countries.map(\.accused) == [2, 1, 1])
        #expect(burden.countries.map(\.accounts) == [14, 13, 13])
    }

    @Test("Values that may name a person are shortened unless names are asked for")
    func persons() {
        let short = ReportWorld.report().campaigns[0]
        #expect(short.shared[3].value == "k…7 (6)")
        #expect(short.shared[3].shortened)
        #expect(short.attribution.items[1].value == "k…7 (6), o…1 (7)")
        var options = ReportWorld.options
        options.namesPersons = true
        let long = CaseReport(ReportWorld.facts(), options).campaigns[0]
        #expect(long.shared[3].value == "kiln-7")
        #expect(long.attribution.items[1].value == "kiln-7, other-1")
    }

    @Test("Rows are cut to the limit and the rest is counted")
    func rows() {
        var options = ReportWorld.options
        options.rowLimit = 5
        let rows = CaseReport(ReportWorld.facts(), options).appendix.exhibits[0]
        #expect(rows.exhibit == "C-01.E1")
        #expect(rows.rows.count == 5)
        #expect(rows.total == 14)
    }

    @Test("What was not read is said, and what was read and empty is not called missing")
    func unread() {
        let bare = sentences(ReportWorld.report())
        #expect(bare.contains("Capability rules were not read"))
        #expect(bare.contains("The case has no payments"))
        var facts = ReportWorld.fullFacts()
        facts.violations = []
        let report = ReportWorld.report(facts)
        #expect(!sentences(report).contains("were not read"))
        #expect(report.campaigns[0].elements.last?.answer == .notShown)
    }

    @Test("Violations are summed by clause")
    func violations() {
        let found = ReportWorld.report(ReportWorld.fullFacts()).campaigns[0].violations
        #expect(found.map(\.accounts) == [2])
        #expect(found.map(\.exchanges) == [20])
        #expect(found.map(\.clause) == ["3.1"])
    }

    @Test("Capabilities carry the ids of the rules that find them, the most frequent first")
    func capabilities() {
        let found = ReportWorld.report(ReportWorld.fullFacts()).campaigns[0].capabilities
        #expect(found.map(\.id) == ["chain_of_thought", "coding"])
        #expect(found.map(\.techniques) == [["AML.T0024.002"], []])
    }

    @Test("An empty case makes a report that names nobody")
    func empty() throws {
        let facts = ReportFacts(overview: CaseOverview(title: "", synthetic: false, population: "all"))
        let report = ReportWorld.report(facts)
        #expect(report.run == nil)
        #expect(sentences(report).contains("has not been analysed"))
        for format in CaseReportFormat.allCases { #expect(try !format.bytes(report).isEmpty) }
    }

    @Test("With suspects only nobody is accused, and the report says why")
    func suspectsOnly() throws {
        var facts = ReportWorld.facts()
        facts.description?.population = .suspects
        facts.overview.population = "suspects"
        facts.overview.run?.withheld = "the evidence covers suspects only"
        facts.groups = [facts.groups[1]]
        facts.groups[0].row.extractionProbability = nil
        facts.survey = AccountSurvey()
        let report = ReportWorld.report(facts)
        #expect(report.actions.isEmpty)
        #expect(report.population.allows.map(\.text).joined().contains("nobody is accused"))
        #expect(report.lookAlikes[0].why[0].text.contains("was not weighed"))
        let text = String(decoding: try CaseReportFormat.text.bytes(report), as: UTF8.self)
        #expect(text.contains("Nobody is accused. Withheld: the evidence covers suspects only."))
        #expect(!text.contains("Alleged campaign"))
    }

    @Test("A report older than its evidence says so")
    func stale() {
        var facts = ReportWorld.facts()
        facts.overview.run?.outOfDate = [.evidence]
        #expect(
            ReportWorld.report(facts).method.statements.last?.text.contains("Evidence came in after") == true)
    }

    @Test(
        "A report over findings of another method says which, on the cover, at the method and among the limits",
        arguments: ["m-0", nil])
    func otherMethod(_ method: String?) throws {
        var facts = ReportWorld.facts()
        facts.overview.run?.method = method
        facts.overview.run?.outOfDate = [.method]
        let report = ReportWorld.report(facts)
        let maker = method.map { "method \($0)" } ?? "an earlier method"
        #expect(report.method.statements.last?.text.contains("was made by \(maker).") == true)
        #expect(report.method.statements.last?.text.contains("describes method m-1") == true)
        #expect(report.limits.contains { $0.text.contains("findings are those of \(maker)") })
        #expect(report.run?.upToDate == false)
        let text = String(decoding: try CaseReportFormat.text.bytes(report), as: UTF8.self)
        #expect(text.contains("method \(method ?? "not recorded"), made by"))
    }
}
