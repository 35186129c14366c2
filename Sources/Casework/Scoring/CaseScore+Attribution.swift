extension CaseScore {
    func attribution(_ campaigns: [ScoreReport.Campaign]) -> ScoreReport.Attribution {
        func count(_ verdict: ScoreReport.Campaign.Verdict) -> Int {
            campaigns.count { $0.attribution == verdict }
        }
        return ScoreReport.Attribution(
            right: count(.right), withheld: count(.withheld), withheldThin: count(.withheldThin),
            rightlyWithheld: count(.rightlyWithheld), wrong: count(.wrong))
    }

    func verdict(_ campaign: ScoreReport.Campaign) -> ScoreReport.Campaign.Verdict? {
        guard let actor = campaign.actor else {
            if campaign.mostly == nil { return nil }
            guard let real = campaign.trueActor, canBeNamed(real) else { return .rightlyWithheld }
            return campaign.evidence.map { $0 == .strong } ?? true ? .withheld : .withheldThin
        }
        guard let real = campaign.trueActor, !campaign.isMostlyInnocent else { return .wrong }
        return isSame(actor, real) ? .right : .wrong
    }

    /// Campaigns against profiles: the ratio stated, and whether the operation is the profile's.
    func attributionRows(_ labels: ScoreLabels, mostly: [ExactText: Int]) -> [CalibrationRow] {
        groups.filter(\.isCampaign).flatMap { group in
            let real = mostly[group.id].flatMap { labels.trueActors[$0] }?.string
            return group.suspicions.sorted { $0.profile < $1.profile }.map { suspicion in
                CalibrationRow(
                    figure: .attribution, group: group.id, subject: suspicion.profile,
                    stated: suspicion.bits,
                    isTrue: real.map { isSame(suspicion.profile.string, $0) } ?? false)
            }
        }
    }

    private func canBeNamed(_ actor: String) -> Bool { profiles?.contains { isNamed($0, actor) } ?? true }

    /// Both are names of one profile, or one name.
    private func isSame(_ actor: String, _ real: String) -> Bool {
        if ExactText(actor) == ExactText(real) { return canBeNamed(real) }
        return profiles?.contains { isNamed($0, real) && isNamed($0, actor) } ?? false
    }

    private func isNamed(_ profile: LabProfile, _ actor: String) -> Bool {
        ([profile.name] + profile.aliases).contains { ExactText($0) == ExactText(actor) }
    }
}

extension ScoreReport.LikelihoodRatios {
    init(_ rows: [CalibrationRow]) {
        let cost = LikelihoodRatioCost(rows.map { .init(bits: $0.stated, isTarget: $0.isTrue) })
        targets = rows.count(where: \.isTrue)
        nonTargets = rows.count - targets
        cllr = cost.cost
        leastCllr = cost.leastCost
    }
}
