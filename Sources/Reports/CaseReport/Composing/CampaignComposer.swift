import Casework

/// Turns a campaign's findings into its part of the report.
struct CampaignComposer {
    let facts: ReportFacts
    let persons: PersonalValues

    func campaign(_ detail: GroupDetail) -> CaseReport.Campaign {
        let row = detail.row
        let shared = exhibits(detail)
        let attribution = AttributionComposer(id: row.id, persons: persons).attribution(detail.attribution)
        let explanations = Self.explanations(detail.explanations)
        let violations = self.violations(of: row.id)
        let signals = Self.signals(detail.signals, prefix: row.id + ".S")
        let words = CampaignWords(
            row: row, explanations: explanations, shared: shared, signals: signals, violations: violations,
            violators: violators(of: row.id))
        return CaseReport.Campaign(
            id: row.id, name: row.name, accounts: row.accounts, coreAccounts: row.coreAccounts,
            exchanges: row.exchanges, firstAt: row.firstAt, lastAt: row.lastAt,
            extractionProbability: row.extractionProbability, summary: words.summary(attribution),
            elements: words.elements, bands: Self.bands(detail.members),
            members: detail.members.map(Self.member), shared: shared, signals: signals,
            explanations: explanations, capabilities: capabilities(detail), frames: frames(detail, shared),
            volume: volume(detail), violations: violations, attribution: attribution,
            activity: detail.activity, hours: detail.hours,
            notes: detail.notes.map { CaseReport.Statement($0, cites: [row.id]) },
            absent: absent(detail))
    }

    // MARK: - Members

    static func member(_ row: MemberRow) -> CaseReport.Member {
        let families = row.familyBits.map { CaseReport.FamilyBits(family: $0.key, bits: $0.value) }
            .sorted { ($1.bits, $0.family) < ($0.bits, $1.family) }
        return CaseReport.Member(
            account: row.accountId, probability: row.probability, role: row.role, status: row.status,
            exchanges: row.exchanges, priorBits: row.priorBits, families: families, against: row.against)
    }

    /// Bounds of the bands, the likeliest first.
    private static let bounds: [(Double, Double)] = [
        (0.99, 1), (0.9, 0.99), (0.8, 0.9), (0.5, 0.8), (0, 0.5),
    ]

    static func bands(_ members: [MemberRow]) -> [CaseReport.Band] {
        bounds.map { from, to in
            let inside = members.filter {
                $0.probability >= from && ($0.probability < to || to == 1)
            }
            return CaseReport.Band(
                from: from, to: to, core: inside.count { $0.role == .core },
                periphery: inside.count { $0.role == .periphery })
        }
    }

    // MARK: - What is shared

    private func exhibits(_ detail: GroupDetail) -> [CaseReport.Exhibit] {
        detail.exhibits.enumerated().map { place, shared in
            persons.exhibit(shared, id: "\(detail.row.id).E\(place + 1)")
        }
    }

    private func frames(_ detail: GroupDetail, _ shared: [CaseReport.Exhibit]) -> [CaseReport.Frame] {
        zip(detail.exhibits, shared).filter { $0.1.kind == .template }.map { found, exhibit in
            var frame = CaseReport.Frame(
                id: found.artifact.value.string, exhibit: exhibit.id, inside: found.inside,
                outside: found.outside, frame: nil, samples: nil, slots: [])
            guard let opened = facts.templates?.first(where: { ExactText($0.row.id) == found.artifact.value })
            else { return frame }
            frame.frame = opened.row.frame
            frame.samples = opened.row.samples
            frame.slots = opened.slots.map {
                .init(distinct: $0.distinct, examples: $0.examples.prefix(Self.slotExamples).map(\.text))
            }
            return frame
        }
    }

    private static let slotExamples = 3

    private func capabilities(_ detail: GroupDetail) -> [CaseReport.Capability] {
        let prefix = "capability:"
        return detail.figures.filter { $0.key.hasPrefix(prefix) && $0.value > 0 }
            .map { (id: String($0.key.dropFirst(prefix.count)), share: $0.value) }
            .sorted { ($1.share, $0.id) < ($0.share, $1.id) }
            .map { CaseReport.Capability(id: $0.id, share: $0.share, techniques: techniques($0.id)) }
    }

    private func techniques(_ capability: String) -> [String] {
        let found = (facts.rules ?? []).map(\.rule).filter { $0.capability == capability }.compactMap(
            \.technique)
        return Set(found).sorted()
    }

    // MARK: - Figures

    private func volume(_ detail: GroupDetail) -> CaseReport.Volume {
        let all = max(1, facts.overview.exchanges)
        let busiest = detail.activity.max { ($0.exchanges, $1.day) < ($1.exchanges, $0.day) }
        return CaseReport.Volume(
            exchanges: detail.row.exchanges, share: Double(detail.row.exchanges) / Double(all),
            activeDays: detail.activity.count { $0.exchanges > 0 }, busiestDay: busiest)
    }

    static func signals(_ found: [SignalFinding], prefix: String) -> [CaseReport.Signal] {
        found.enumerated().map { place, signal in
            CaseReport.Signal(
                id: "\(prefix)\(place + 1)", kind: signal.kind, words: signal.words, value: signal.value,
                expected: signal.expected, pValue: signal.pValue, qValue: signal.qValue,
                innocent: signal.innocent, accounts: signal.accountsTotal, firstAt: signal.firstAt,
                lastAt: signal.lastAt)
        }
    }

    static func explanations(_ found: [Explanation]) -> [CaseReport.Explanation] {
        let campaign = found.filter { $0.hypothesis == .campaign }
        return (campaign + found.filter { $0.hypothesis != .campaign }).map { explanation in
            CaseReport.Explanation(
                hypothesis: explanation.hypothesis, words: HypothesisWords.complement(explanation.hypothesis),
                probability: explanation.probability, priorBits: explanation.priorBits,
                bits: explanation.bits, speaksFor: reasons(explanation) { $0 > 0 },
                speaksAgainst: reasons(explanation) { $0 < 0 })
        }
    }

    /// Signals on one side, the strongest first.
    static func reasons(_ explanation: Explanation, _ isWanted: (Double) -> Bool) -> [CaseReport.Reason] {
        let wanted = explanation.signals.filter { isWanted($0.bits) }
        return wanted.enumerated().sorted {
            (-abs($0.element.bits), $0.offset) < (-abs($1.element.bits), $1.offset)
        }
        .map { CaseReport.Reason(signal: $0.element.name, words: $0.element.words, bits: $0.element.bits) }
    }

    private func violations(of campaign: String) -> [CaseReport.Violation] {
        let found = (facts.violations ?? []).filter { $0.campaign == campaign }
        return ViolationTally.summed(found)
    }

    private func violators(of campaign: String) -> Int? {
        facts.violations.map { Set($0.filter { $0.campaign == campaign }.map(\.accountId)).count }
    }

    private func absent(_ detail: GroupDetail) -> [CaseReport.Statement] {
        var absent: [String] = []
        if !detail.figures.keys.contains(where: { $0.hasPrefix("capability:") }) {
            absent.append(
                "No capability rule was run over samples of this campaign, or none matched: what was sought is not said."
            )
        }
        if !detail.shared.contains(where: { $0.artifact.kind == .template }) {
            absent.append(
                "No prompt frame was found in samples of this campaign; prompt keys that the provider logged are listed among the shared values."
            )
        }
        if !detail.signals.contains(where: { $0.kind == .releasePivot }) {
            absent.append("No move to a newly released model was established for this campaign.")
        }
        return absent.map { CaseReport.Statement($0, cites: [detail.row.id]) }
    }
}

extension PersonalValues {
    func exhibit(_ shared: SharedArtifact, id: String) -> CaseReport.Exhibit {
        let value = shown(shared.artifact)
        return CaseReport.Exhibit(
            id: id, kind: shared.artifact.kind, value: value.value, shortened: value.shortened,
            family: shared.artifact.kind.family, inside: shared.inside, outside: shared.outside,
            bits: shared.bits)
    }
}
