import Casework

/// What to do, whom it touches, and how many of them are innocent by the memberships' own probabilities.
struct ActionComposer {
    let facts: ReportFacts

    /// From here on a member is proposed for suspension; below it is asked first.
    private static let suspendFrom = 0.9

    func actions(_ campaigns: [CaseReport.Campaign]) -> [CaseReport.Action] {
        let actions = campaigns.flatMap { campaign in
            [suspend(campaign), verify(campaign), monitor(campaign), share(campaign)].compactMap { $0 }
        }
        return actions.enumerated().map { place, action in
            var action = action
            action.id = "R-" + (place < 9 ? "0" : "") + String(place + 1)
            return action
        }
    }

    private var threshold: Double { facts.settings["accusation_threshold"].flatMap(Double.init) ?? 0.5 }

    private func accused(_ campaign: CaseReport.Campaign) -> [CaseReport.Member] {
        campaign.members.filter { $0.probability >= threshold }
    }

    private func isOut(_ member: CaseReport.Member) -> Bool {
        member.status == .banned || member.status == .suspended || member.status == .closed
    }

    private func suspend(_ campaign: CaseReport.Campaign) -> CaseReport.Action? {
        let strong = accused(campaign).filter { $0.role == .core && $0.probability >= Self.suspendFrom }
        let open = strong.filter { !isOut($0) }
        guard !open.isEmpty else { return nil }
        let done = strong.count - open.count
        let already =
            done == 0 ? "" : " \(ReportFigures.count(done)) more are banned, suspended or closed already."
        return action(
            .suspend, campaign, open,
            "Suspend the open core accounts of \(campaign.id) whose membership is at .900 or more, after the right of reply below and after somebody has asked whether an agreement covers them.\(already)"
        )
    }

    private func verify(_ campaign: CaseReport.Campaign) -> CaseReport.Action? {
        let weak = accused(campaign).filter {
            !isOut($0) && ($0.role == .periphery || $0.probability < Self.suspendFrom)
        }
        guard !weak.isEmpty else { return nil }
        return action(
            .verify, campaign, weak,
            "Ask the remaining open accounts of \(campaign.id) to verify identity and means of payment; change nothing else for them."
        )
    }

    private func monitor(_ campaign: CaseReport.Campaign) -> CaseReport.Action? {
        let own = campaign.shared.filter { $0.outside == 0 }
        guard !own.isEmpty else { return nil }
        return action(
            .monitor, campaign, [],
            "Watch for new accounts that hold values which only members of \(campaign.id) hold; a new holder is a reason to look, and no reason to act.",
            cites: own.map(\.id))
    }

    private func share(_ campaign: CaseReport.Campaign) -> CaseReport.Action? {
        let indicators = campaign.shared.filter {
            $0.outside == 0 && !$0.shortened && [.infrastructure, .client].contains($0.family)
        }
        guard !indicators.isEmpty else { return nil }
        return action(
            .share, campaign, [],
            "Share addresses, networks and software fingerprints of \(campaign.id) that nobody else holds with partners, marked as alleged and without prompts or personal data.",
            cites: indicators.map(\.id))
    }

    private func action(
        _ kind: CaseReport.Action.Kind, _ campaign: CaseReport.Campaign, _ members: [CaseReport.Member],
        _ words: String, cites: [String]? = nil
    ) -> CaseReport.Action {
        CaseReport.Action(
            id: "", kind: kind, campaign: campaign.id,
            statement: .init(words, cites: cites ?? [campaign.id]), accounts: members.count,
            expectedInnocent: members.isEmpty ? nil : members.reduce(0) { $0 + 1 - $1.probability })
    }
}
