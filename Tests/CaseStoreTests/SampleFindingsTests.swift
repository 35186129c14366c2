import Casework
import Testing

@testable import CaseStore

/// A case with six samples of three accounts, and what an analysis might find in it.
struct AnalysedCase {
    let place: Workplace
    let writer: CaseWriter

    init() throws {
        place = try Workplace()
        writer = try place.newCase()
        let importer = try writer.importer()
        try importer.takeAccounts(
            "a.csv",
            [
                Evidence.account("u-1") { $0.status = .banned }, Evidence.account("u-2", line: 3),
                Evidence.account("u-3", line: 4),
            ])
        try importer.take(.samples, "s.jsonl", rows: 6) {
            let samples = (1...6).map {
                Evidence.sample("s-\($0)", "u-\(($0 + 1) / 2)", "Solve: task \($0) now", line: $0)
            }
            try importer.append(.samples(samples), rejects: [], faults: [])
        }
        try importer.takePartnerEvidence()
        try importer.close()
    }

    static func key(_ number: Int32) -> SampleKey { SampleKey(source: 2, number: number) }

    /// A template over the first four samples, two rules, three matches, a violation, a hit and a signal.
    static var findings: Findings {
        var findings = Findings(seed: 7, population: "all")
        findings.settings = [RunSummary.methodSetting: CaseReader.methodOfTests]
        let slot = TemplateFinding.Slot(
            distinct: 4, examples: [.init(text: "1", samples: 1)], shortestWords: 1, longestWords: 1)
        findings.templates = [
            TemplateFinding(
                id: "T-000001", skeleton: [.words("Solve: task"), .slot(0), .words("now")], slots: [slot],
                members: (0..<4).map {
                    .init(sample: key($0), slots: [TextSpan(offset: 12, length: 1)])
                })
        ]
        var shipped = CapabilityRule(name: "cot", origin: "shipped")
        shipped.capability = "chain_of_thought"
        shipped.technique = "AML.T0024"
        shipped.weight = 0.8
        var own = CapabilityRule(name: "one", origin: "rules/a.yar")
        own.capability = "coding"
        findings.rules = [shipped, own]
        let span = TextSpan(offset: 0, length: 5)
        findings.matches = [
            SampleMatch(sample: key(0), rule: 0, field: .prompt, spans: [span]),
            SampleMatch(
                sample: key(0), rule: 1, field: .prompt, spans: [span, TextSpan(offset: 7, length: 4)]),
            SampleMatch(sample: key(4), rule: 0, field: .prompt, spans: [span]),
        ]
        var violation = AccessViolation(
            account: 2, kind: .region, country: "KP", basis: .addressCountry, words: "two addresses")
        violation.exchanges = 5
        findings.violations = [violation]
        findings.indicatorHits = [
            IndicatorHit(
                indicator: SampleKey(source: 4, number: 0), account: 1,
                artifact: Artifact(kind: .emailDomain, value: "bad.example"))
        ]
        var signal = SignalFinding(kind: .signUpBurst, value: 12, words: "twelve in an hour")
        signal.pValue = 0.001
        signal.expected = .infinity
        signal.accounts = [3, 1]
        signal.accountsTotal = 2
        findings.signals = [signal]
        return findings
    }
}

@Suite("What is found in samples") struct SampleFindingsTests {
    private let made: AnalysedCase
    private let reader: CaseReader

    init() throws {
        made = try AnalysedCase()
        _ = try made.writer.store(AnalysedCase.findings)
        reader = try made.writer.reader()
    }

    private func matches(_ field: String, _ pattern: String) -> Filter {
        .field(field, .matches(pattern: pattern, isGlob: pattern.contains("*")))
    }

    private func ids(_ filter: Filter) throws -> [String?] {
        let rows = try reader.samples(ListQuery(filter: filter))
        #expect(try reader.count(.samples, filter) == rows.count)
        return rows.map(\.sampleId)
    }

    @Test("Templates are listed with samples, accounts and flagged accounts")
    func templates() throws {
        #expect(
            try reader.templates(ListQuery()) == [
                TemplateRow(
                    id: "T-000001", samples: 4, accounts: 2, flagged: 1, slots: 1,
                    frame: "Solve: task {1} now")
            ])
    }

    @Test("A template opens with its skeleton, slots, holders and samples")
    func template() throws {
        let detail = try reader.template("T-000001", holders: 1, samples: 3)
        #expect(detail.skeleton == AnalysedCase.findings.templates[0].skeleton)
        #expect(detail.slots == AnalysedCase.findings.templates[0].slots)
        #expect(detail.holders == [AccountID("u-1")])
        #expect(detail.samples.map(\.sampleId) == ["s-1", "s-2", "s-3"])
        #expect(throws: StoreError.notFound("template:T-9")) { try reader.template("T-9") }
    }

    @Test("Samples show their template and capabilities, and are found by them")
    func samples() throws {
        let rows = try reader.samples(ListQuery())
        #expect(rows.map(\.template) == Array(repeating: "T-000001", count: 4) + [nil, nil])
        #expect(
            rows.map(\.capabilities) == [
                ["chain_of_thought", "coding"], [], [], [], ["chain_of_thought"], [],
            ])
        #expect(try ids(matches("capabilities", "chain_of_thought")) == ["s-1", "s-5"])
        #expect(try ids(matches("capabilities", "cod*")) == ["s-1"])
        #expect(try ids(.not(matches("capabilities", "chain_of_thought"))).count == 4)
        #expect(try ids(.field("capabilities", .isEmpty)) == ["s-2", "s-3", "s-4", "s-6"])
        #expect(try ids(matches("template", "t-000001")).count == 4)
        #expect(try ids(.contains("coding")) == ["s-1"])
        let window = try reader.samples(ListQuery(sort: [.init("capabilities")], offset: 1, limit: 2))
        #expect(window.map(\.sampleId) == ["s-5", "s-2"])
    }

    @Test("A sample opens with its matches and slots, by id and by row")
    func sample() throws {
        let detail = try reader.sampleDetail("s-1")
        #expect(detail.matches.map(\.rule) == ["cot", "one"])
        #expect(detail.matches[1].spans == [TextSpan(offset: 0, length: 5), TextSpan(offset: 7, length: 4)])
        #expect(detail.matches[0].technique == "AML.T0024")
        #expect(detail.template?.id == "T-000001")
        #expect(detail.slots == [TextSpan(offset: 12, length: 1)])
        #expect(try reader.sampleDetail(source: 2, line: 5).row.sampleId == "s-5")
        #expect(try reader.sampleDetail(source: 2, line: 6).matches.isEmpty)
        #expect(throws: StoreError.notFound("row:2:9")) { try reader.sampleDetail(source: 2, line: 9) }
        #expect(throws: StoreError.notFound("sample:S-1")) { try reader.sampleDetail("S-1") }
    }

    @Test("Rules are listed with what they matched, and open with the samples")
    func rules() throws {
        let rows = try reader.rules(ListQuery())
        #expect(rows.map(\.rule) == AnalysedCase.findings.rules)
        #expect(rows.map(\.samples) == [2, 1])
        #expect(rows.map(\.accounts) == [2, 1])
        let detail = try reader.rule("cot", samples: 1)
        #expect(detail.row == rows[0])
        #expect(detail.matched.map(\.sampleId) == ["s-1"])
        #expect(throws: StoreError.notFound("rule:cot")) { try reader.rule("cot", origin: "other") }
    }

    @Test("A template is a value like any other: holders, rows, a line in the dossier")
    func artifact() throws {
        let template = Artifact(kind: .template, value: "T-000001")
        let detail = try reader.artifact(template)
        #expect(detail.holders.map(\.accountId.string) == ["u-1", "u-2"])
        #expect(detail.holders.map(\.uses) == [2, 2])
        let listed = try reader.artifacts(ListQuery(filter: matches("kind", "template")))
        #expect(listed.map { [$0.accounts, $0.flagged] } == [[2, 1]])
        let rows = try reader.rows(holding: template, by: [AccountID("u-2"), AccountID("u-3")])
        #expect(rows.rows == [3, 4].map { RowReference(source: 2, file: "s.jsonl", line: $0) })
        let use = try #require(try reader.dossier(AccountID("u-1")).uses.first)
        #expect(use.kind == .template && use.uses == 2 && use.accounts == 2)
        #expect(use.rows.map(\.line) == [1, 2])
    }

    @Test("Violations and matches with indicators are listed and in the dossier")
    func violations() throws {
        let rows = try reader.violations(ListQuery())
        #expect(rows.map(\.accountId) == [AccountID("u-2")])
        #expect(rows.map(\.exchanges) == [5])
        #expect(try reader.dossier(AccountID("u-2")).violations == rows)
        #expect(try reader.dossier(AccountID("u-1")).violations.isEmpty)
        let indicators = try reader.dossier(AccountID("u-1")).indicators
        #expect(indicators.map(\.id) == ["indicator--1"])
        #expect(indicators.map { [$0.accounts, $0.flagged] } == [[1, 1]])
        #expect(try reader.count(.indicators, .field("accounts", .compare(.atLeast, .number(1)))) == 1)
    }

    @Test("Signals of the case come back, without figures that cannot be")
    func signals() throws {
        let signals = try reader.signals()
        #expect(signals.map(\.kind) == [.signUpBurst])
        #expect(signals.map(\.accounts) == [[3, 1]])
        #expect(signals.map(\.expected) == [nil])
        #expect(signals.map(\.pValue) == [0.001])
        #expect(try reader.accountIDs(of: [3, 9, 1]) == [AccountID("u-3"), AccountID("u-1")])
    }

    @Test("The overview counts them and says which rules were not run")
    func overview() throws {
        let overview = try reader.overview()
        #expect([overview.templates, overview.violations, overview.indicatorHits] == [1, 1, 1])
        #expect(overview.needsAttention == ["1 rule was not run"])
    }

    @Test("Storing other findings leaves nothing of them")
    func replacing() throws {
        let digest = try reader.digest()
        _ = try made.writer.store(Findings(seed: 7, population: "all"))
        #expect(try reader.templates(ListQuery()).isEmpty)
        #expect(try reader.samples(ListQuery()).allSatisfy { $0.template == nil && $0.capabilities.isEmpty })
        #expect(try reader.signals().isEmpty)
        _ = try made.writer.store(AnalysedCase.findings)
        #expect(try reader.digest() == digest)
    }

    @Test("Verifying finds accounts that are not there and places outside their texts")
    func verifying() throws {
        #expect(try reader.verify().isSound)
        try made.writer.connection.access {
            try $0.runScript(
                "UPDATE sample_match SET spans = '[[3,999]]' WHERE number = 5;"
                    + " UPDATE template_member SET slots = '[[-1,1]]' WHERE number = 2;"
                    + " UPDATE case_signal SET accounts = x'7F'; UPDATE sample_match SET number = 77 WHERE rule = 2"
            )
        }
        let problems = try reader.verify().references
        #expect(problems.contains("sample_match points outside the text of row 5 of source 2"))
        #expect(problems.contains("template_member points outside the text of row 2 of source 2"))
        #expect(problems.contains("case_signal 0 names accounts that are not there"))
        #expect(
            problems.contains { $0.hasPrefix("sample_match") && $0.hasSuffix("points to nothing in sample") })
    }
}
