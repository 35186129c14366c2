import Casework

/// What is said of an attribution, one figure of one kind to a sentence.
struct AttributionWords {
    /// Of the campaign.
    let id: String

    func statements(_ found: CaseReport.Attribution) -> [CaseReport.Statement] {
        guard let leader = found.hypotheses.first else {
            return [.init("No hypothesis about the actor was weighed.", cites: [id])]
        }
        return [posterior(found, leader), interval(found, leader)] + [ratio(found, leader)].compactMap { $0 }
            + [forgeable(found.items)].compactMap { $0 } + sensitivity(found, leader)
            + [shares(found.shares)].compactMap { $0 }
    }

    private func interval(
        _ found: CaseReport.Attribution, _ leader: CaseReport.Hypothesis
    ) -> CaseReport.Statement {
        let threshold = found.threshold.map {
            "; a name stands only where nineteen in twenty of them reach \(ReportFigures.hundredths($0))"
        }
        return .init(
            "Under other priors, weights and shares of matches that a reasonable person could assume, nine in ten of the figures lie from \(ReportFigures.probability(leader.lower)) to \(ReportFigures.probability(leader.upper))\(threshold ?? "").",
            cites: [id])
    }

    private func shares(_ shares: [TrafficShare]) -> CaseReport.Statement? {
        guard !shares.isEmpty else { return nil }
        let parts = shares.map { share in
            let exchanges =
                "\(ReportFigures.count(share.exchanges)) exchanges (\(ReportFigures.percent(share.share)))"
            return share.profile.map { "\(exchanges) to \($0)" } ?? "\(exchanges) cannot be told apart"
        }
        return .init(
            "Traces of several labs meet here. By the prompt frames of the accounts that carry them go \(parts.joined(separator: ", ")).",
            cites: [id])
    }

    private func posterior(
        _ found: CaseReport.Attribution, _ leader: CaseReport.Hypothesis
    ) -> CaseReport.Statement {
        let figure = ReportFigures.probability(leader.posterior)
        let words = VerbalScales.likelihood(leader.posterior)
        let prior = ReportFigures.probability(leader.prior)
        guard let actor = found.actor else {
            let standing = found.standing == .withheld ? "Withheld" : "Unattributed"
            return .init(
                "\(standing): nobody is named. The leading hypothesis is \(GroupWords.actor(leader)) with \(figure) (\(words) on the ICD 203 scale), from a prior of \(prior).",
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
                "It hangs most on \(FamilyWords.name(worst.family)): without that family the same hypothesis falls to \(ReportFigures.probability(worst.posterior)).",
                cites: [id])
        ]
    }
}
