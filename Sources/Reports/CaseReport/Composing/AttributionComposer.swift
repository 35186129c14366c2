import Casework

/// Who may be behind a campaign, with what the answer hangs on.
struct AttributionComposer {
    let id: String
    let persons: PersonalValues

    func attribution(_ found: AttributionFinding) -> CaseReport.Attribution {
        let hypotheses = found.hypotheses.map {
            CaseReport.Hypothesis(
                kind: $0.kind, name: $0.name, prior: $0.prior, bits: $0.bits, posterior: $0.posterior)
        }
        let items = found.items.enumerated().map { place, item in
            CaseReport.Item(
                id: "\(id).A\(place + 1)", indicator: item.indicator, profile: item.profile,
                value: persons.shown(indicator: item.indicator, values: item.value),
                accounts: item.accounts, outside: item.outside, rawBits: item.rawBits, bits: item.bits,
                forgeable: item.forgeable)
        }
        var result = CaseReport.Attribution(
            actor: found.actor, probability: found.probability, statements: [], hypotheses: hypotheses,
            items: items, leaveOut: leaveOut(found.hypotheses))
        result.statements = statements(result) + found.notes.map { sentence($0, items) }
        return result
    }

    private func sentence(_ note: String, _ items: [CaseReport.Item]) -> CaseReport.Statement {
        .init(note.asSentence, cites: items.map(\.id))
    }

    private func leaveOut(_ hypotheses: [AttributionFinding.Hypothesis]) -> [CaseReport.LeaveOut] {
        guard let leader = hypotheses.first else { return [] }
        return EvidenceFamily.allCases.compactMap { family in
            guard let posterior = leader.without[family.rawValue] else { return nil }
            let best = hypotheses.enumerated().max {
                ($0.element.without[family.rawValue] ?? 0, $1.offset)
                    < ($1.element.without[family.rawValue] ?? 0, $0.offset)
            }
            return CaseReport.LeaveOut(
                family: family, posterior: posterior, leader: best?.element.name ?? leader.name,
                leaderPosterior: best?.element.without[family.rawValue] ?? posterior)
        }
    }

    private func statements(_ found: CaseReport.Attribution) -> [CaseReport.Statement] {
        guard let leader = found.hypotheses.first else {
            return [.init("No hypothesis about the actor was weighed.", cites: [id])]
        }
        return [posterior(found, leader)] + [ratio(found, leader)].compactMap { $0 }
            + [forgeable(found.items)].compactMap { $0 } + sensitivity(found, leader)
    }

    private func posterior(
        _ found: CaseReport.Attribution, _ leader: CaseReport.Hypothesis
    ) -> CaseReport.Statement {
        let figure = ReportFigures.probability(leader.posterior)
        let words = VerbalScales.likelihood(leader.posterior)
        let prior = ReportFigures.probability(leader.prior)
        guard let actor = found.actor else {
            return .init(
                "Unattributed. The leading hypothesis is \(GroupWords.actor(leader)) with \(figure) (\(words) on the ICD 203 scale), from a prior of \(prior).",
                cites: [id])
        }
        return .init(
            "Alleged actor: \(actor), with \(figure) (\(words) on the ICD 203 scale) from a prior of \(prior). Priors and weights are set by hand and not calibrated.",
            cites: found.items.map(\.id))
    }

    /// The evidence under the leader against the evidence under the next.
    private func ratio(
        _ found: CaseReport.Attribution, _ leader: CaseReport.Hypothesis
    ) -> CaseReport.Statement? {
        guard leader.kind == .profile,
            let rival = found.hypotheses.dropFirst().first(where: { $0.kind != .profile })
        else { return nil }
        let bits = leader.bits - rival.bits
        guard bits > 0 else { return nil }
        return .init(
            "Taken together, the items below are \(ReportFigures.times(bits)) times more probable if \(leader.name) is behind \(id) than if \(GroupWords.actor(rival)) is (\(ReportFigures.decimal(bits)) bits, \(VerbalScales.support(bits)) on the ENFSI scale).",
            cites: found.items.map(\.id))
    }

    private func forgeable(_ items: [CaseReport.Item]) -> CaseReport.Statement? {
        let free = items.filter(\.forgeable)
        guard !free.isEmpty else { return nil }
        let share = items.allSatisfy(\.forgeable) ? "All items" : "\(free.count) of \(items.count) items"
        return .init(
            "\(share) can be chosen freely by whoever sends the requests, and somebody who wants to point at another would choose them so.",
            cites: free.map(\.id))
    }

    private func sensitivity(
        _ found: CaseReport.Attribution, _ leader: CaseReport.Hypothesis
    ) -> [CaseReport.Statement] {
        guard let worst = found.leaveOut.min(by: { ($0.posterior, $0.family) < ($1.posterior, $1.family) }),
            worst.posterior < leader.posterior - 0.000_5
        else { return [] }
        return [
            .init(
                "It hangs most on \(GroupWords.family(worst.family)): without that family the same hypothesis falls to \(ReportFigures.probability(worst.posterior)).",
                cites: [id])
        ]
    }
}
