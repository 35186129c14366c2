import Casework
import Reports

/// A small invented case for reports, told in facts.
enum ReportWorld {
    static let at = Timestamp(milliseconds: 1_771_500_000_000)
    /// What evidence may try: markup, script, tables, controls, marks of direction, NUL, formulas.
    static let hostile =
        "<script>alert(1)</script>|`x`\u{0}\u{1B}[2J\u{202E}\u{9B}\"'&amp;\n# head\n---\n[a](http://h.example)\u{2028}]]>"

    static var options: ReportOptions { ReportOptions(at: at, author: "A. Examiner", tool: "revenuer 9.9") }

    static func report(_ facts: ReportFacts = facts()) -> CaseReport { CaseReport(facts, options) }

    /// One campaign, one look-alike; `text` stands wherever evidence can put text.
    static func facts(text: String = "kiln-7") -> ReportFacts {
        var facts = ReportFacts(overview: overview(text))
        facts.description = description(text)
        facts.sources = [source(text)]
        facts.groups = [campaign(text), lookAlike(text)]
        facts.settings = ["accusation_threshold": "0.5"]
        facts.audit = CaseReport.Audit(entries: 17, head: String(repeating: "ab", count: 32))
        facts.digest = CaseReport.Digest(evidence: "e1", findings: "f2")
        for account in accounts(text) { facts.survey.add(account) }
        facts.rows = [
            .init(
                group: "C-01", artifact: Artifact(kind: .payment, value: ExactText("pf_1" + text)),
                members: 3, total: 14,
                rows: (1...12).map { RowReference(source: 1, file: text, line: $0 * 10) })
        ]
        return facts
    }

    /// The same with everything that other tables can add.
    static func fullFacts(text: String = "kiln-7") -> ReportFacts {
        var facts = facts(text: text)
        var term = TermRecord(
            position: RowPosition(line: 2, offset: 25), from: day(1), clause: "3.1",
            text: "Not offered in " + text)
        term.kind = .region
        facts.terms = [term]
        facts.violations = violations(text)
        facts.rules = [rule(text)]
        facts.templates = [template(text)]
        facts.indicators = [indicator(text)]
        facts.signals = [signal(.signUpBurst, text)]
        facts.groups[0].signals = [signal(.synchrony, text), signal(.releasePivot, text)]
        facts.groups[0].figures = ["capability:chain_of_thought": 0.61, "capability:coding": 0.2, "reuse": 1]
        return facts
    }

    static func day(_ number: Int) -> Timestamp {
        Timestamp(milliseconds: 1_767_225_600_000 + Int64(number - 1) * 86_400_000)
    }

    private static func overview(_ text: String) -> CaseOverview {
        var overview = CaseOverview(title: "Small case " + text, synthetic: true, population: "all")
        overview.accounts = 40
        overview.exchanges = 2000
        overview.samples = 50
        overview.sources = 1
        overview.rejects = 2
        overview.faults = 1
        overview.period = .init(from: day(1), to: day(31))
        overview.campaigns = 1
        overview.groups = 2
        overview.run = RunSummary(
            id: "r-7c41d0", at: day(40), seed: 1, method: "m-1", currentMethod: "m-1", coversEvidence: true,
            withheld: nil)
        overview.activity = (1...31).map { DayCount(day: day($0).day, exchanges: 40 + $0) }
        var release = EventRow(at: day(15), kind: .modelRelease, name: "m-large " + text)
        release.detail = text
        overview.events = [release, EventRow(at: day(9), kind: .banWave, name: "First wave")]
        return overview
    }

    private static func description(_ text: String) -> CaseDescription {
        var description = CaseDescription()
        description.title = "Small case"
        description.text = "Invented. " + text
        description.synthetic = true
        description.restrictedCountries = ["XQ"]
        return description
    }

    private static func source(_ text: String) -> SourceRow {
        var source = SourceRow(
            source: 1, file: "accounts.csv" + text, table: .accounts,
            sha256: String(repeating: "0f", count: 32),
            rows: 40, rejected: 2, faults: 1, importedAt: day(39))
        source.obtainedFrom = "Registry " + text
        source.grade = "B2"
        return source
    }

    private static func campaign(_ text: String) -> GroupDetail {
        var row = GroupRow(id: "C-01", name: "means in rotation", kind: .campaign)
        row.accounts = 4
        row.coreAccounts = 3
        row.exchanges = 800
        row.firstAt = day(3)
        row.lastAt = day(30)
        row.extractionProbability = 0.993
        row.actor = "Amber" + text
        row.attributionProbability = 0.91
        var detail = GroupDetail(row: row)
        detail.explanations = explanations
        detail.shared = shared(text)
        detail.attribution = attribution(text)
        detail.members = members(text)
        detail.activity = (3...30).map { DayCount(day: day($0).day, exchanges: $0) }
        detail.hours = (0..<24).map { 30 + $0 % 5 }
        detail.notes = ["Two parts of one community stay together: the odds are even at least."]
        return detail
    }

    private static var explanations: [Explanation] {
        [
            Explanation(
                hypothesis: .research, bits: -2, priorBits: -4,
                signals: [.init(name: "grading", value: 1, bits: 2, words: "the prompts grade answers")]),
            Explanation(
                hypothesis: .campaign, bits: 9.5, priorBits: -5,
                signals: [
                    .init(
                        name: "payment_rotation", value: 0.9, bits: 4,
                        words: "90 % of the members share means of payment"),
                    .init(
                        name: "device_rotation", value: 0.9, bits: 3,
                        words: "90 % of the members share devices"),
                    .init(
                        name: "lockstep", value: 80, bits: 8,
                        words: "80 pairs of members act in the same minute, 4 expected"),
                    .init(
                        name: "keeps_hours", value: 0.4, bits: -0.5,
                        words: "the members keep hours of the day"),
                ]),
        ].map { explanation in
            var explanation = explanation
            explanation.probability = explanation.hypothesis == .campaign ? 0.993 : 0.002
            return explanation
        }
    }

    private static func shared(_ text: String) -> [SharedArtifact] {
        let values: [(ArtifactKind, String, Int, Int, Double)] = [
            (.payment, "pf_1", 3, 0, 9.2), (.template, "T-3fa9c1", 4, 1, 7),
            (.network, "198.18.1.0/24", 4, 12, 2.5),
            (ArtifactKind("metadata_user"), "", 2, 0, 6), (ArtifactKind("device"), "dv", 3, 0, 8),
        ]
        return values.map { kind, value, inside, outside, bits in
            let suffix = kind == .template || kind == .network ? "" : text
            return SharedArtifact(
                artifact: Artifact(kind: kind, value: ExactText(value + suffix)), inside: inside,
                outside: outside, bits: bits)
        }
    }

    private static func attribution(_ text: String) -> AttributionFinding {
        var found = AttributionFinding()
        found.actor = "Amber" + text
        found.probability = 0.91
        var leader = AttributionFinding.Hypothesis(
            kind: .profile, name: "Amber" + text, prior: 0.08, bits: 9, posterior: 0.91)
        leader.without = ["infrastructure": 0.3, "identity": 0.9]
        (leader.ratioBits, leader.lower, leader.upper) = (6.9, 0.83, 0.97)
        var unknown = AttributionFinding.Hypothesis(
            kind: .unknownActor, name: "an actor not in the profiles", prior: 0.4, bits: 0, posterior: 0.05)
        unknown.without = ["infrastructure": 0.6, "identity": 0.06]
        found.hypotheses = [leader, unknown]
        found.items = [
            .init(indicator: "asn", profile: "Amber", value: "64501", accounts: 3, outside: 0),
            .init(
                indicator: "metadata", profile: "Amber", value: "\(text), other-1", accounts: 2, outside: 1),
        ]
        found.items[0].rawBits = 5
        found.items[0].bits = 5
        found.items[1].rawBits = 4
        found.items[1].bits = 4
        found.items[1].forgeable = true
        found.items[0].family = .infrastructure
        found.items[0].source = "Partner briefing " + text
        found.items[1].patterns = ["\(text)*"]
        (found.standing, found.threshold) = (.named, 0.8)
        var matrix = HypothesisMatrix(hypotheses: found.hypotheses.map(\.name))
        matrix.add("asn of Amber on 3 accounts", item: 0, bits: [5, 0])
        matrix.add("hours of the day, for Amber", bits: [0.5, 0])
        found.matrix = matrix
        found.shares = [
            TrafficShare(profile: "Amber" + text, exchanges: 1200, share: 0.6),
            TrafficShare(profile: nil, exchanges: 800, share: 0.4),
        ]
        found.notes = ["Hangs on: identity, infrastructure"]
        return found
    }

    private static func members(_ text: String) -> [MemberRow] {
        (0..<4).map { place in
            var member = MemberRow(
                accountId: AccountID("u-\(place)" + text), probability: [0.998, 0.97, 0.91, 0.6][place],
                role: place < 3 ? .core : .periphery)
            member.priorBits = place < 3 ? 0 : -3.3
            member.familyBits = [.means: 4.5, .client: 3, .language: -1]
            member.against = place == 3 ? ["only one family of evidence ties it to the group"] : []
            member.status = place == 0 ? .banned : .active
            member.exchanges = 200
            return member
        }
    }

    private static func lookAlike(_ text: String) -> GroupDetail {
        var row = GroupRow(id: "G-01", name: "class or course", kind: .course)
        row.accounts = 12
        row.exchanges = 300
        row.extractionProbability = 0.02
        var detail = GroupDetail(row: row)
        detail.explanations = [
            Explanation(
                hypothesis: .course, bits: 5, priorBits: -4,
                signals: [
                    .init(name: "education", value: 1, bits: 5, words: "plans and networks of education")
                ]),
            Explanation(
                hypothesis: .campaign, bits: -11, priorBits: -5,
                signals: [
                    .init(
                        name: "missing", value: 1, bits: -6,
                        words: "missing for an accusation: lockstep, or means or devices in rotation")
                ]),
        ]
        detail.shared = [
            SharedArtifact(
                artifact: Artifact(kind: .emailDomain, value: ExactText(text)), inside: 12, outside: 0,
                bits: 5)
        ]
        return detail
    }
}
