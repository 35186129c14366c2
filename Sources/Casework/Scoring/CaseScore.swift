/// Compares members.csv with the truth of a case.
public struct CaseScore: Sendable {
    public var members: [CampaignMember]
    public var truth: [TruthRow]
    public var lookalikes: [LookalikeRow]
    /// Accounts of the case, placeholders included.
    public var accounts: Int
    /// The profiles that the case had: an actor in none of them cannot be named. nil: every actor could be.
    public var profiles: [LabProfile]?

    /// - Parameters:
    ///   - members, truth: one row an account.
    public init(
        members: [CampaignMember], truth: [TruthRow], lookalikes: [LookalikeRow], accounts: Int,
        profiles: [LabProfile]?
    ) {
        self.members = members.sorted { $0.account < $1.account }
        self.truth = truth.sorted { $0.account < $1.account }
        self.lookalikes = lookalikes.sorted()
        self.accounts = accounts
        self.profiles = profiles
    }

    /// All figures. O(n log n) in the rows; the same for any order of them.
    public func report() -> ScoreReport {
        let labels = ScoreLabels(members: members, truth: truth)
        let comparison = ClusterComparison(labels.all)
        let campaigns = campaignFigures(comparison, labels)
        let right = members.count { labels.operation(of: $0.account) != nil }
        return ScoreReport(
            accounts: accounts, fraudulent: truth.count, accused: members.count,
            trueCampaigns: labels.operations.count, foundCampaigns: labels.campaigns.count,
            bcubed: comparison.bcubed, bcubedMacro: comparison.bcubedMacro, pairwise: comparison.pairwise,
            accusation: ScoreReport.Rates(
                precision: share(right, members.count), recall: share(right, truth.count)),
            innocents: innocents(labels), operations: operationFigures(comparison, labels),
            campaigns: campaigns, attribution: attribution(campaigns),
            calibration: .init(predictions(campaigns, labels)))
    }

    private func share(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    private func operationFigures(
        _ comparison: ClusterComparison, _ labels: ScoreLabels
    ) -> [ScoreReport.Operation] {
        comparison.byOperation.map { operation, cells in
            let rates = comparison.rates(of: cells)
            let found = cells.filter { $0.campaign != nil }
            let size = cells.first?.operationSize ?? 0
            return ScoreReport.Operation(
                campaign: labels.operations[operation].string, accounts: size,
                accused: found.reduce(0) { $0 + $1.count }, pieces: found.count,
                largestPiece: share(found.map(\.count).max() ?? 0, size) ?? 0,
                precision: rates.precision ?? 0, recall: rates.recall ?? 0)
        }
    }

    private func campaignFigures(
        _ comparison: ClusterComparison, _ labels: ScoreLabels
    ) -> [ScoreReport.Campaign] {
        comparison.byCampaign.map { campaign, cells in
            let size = cells.first?.campaignSize ?? 0
            // Cells come in order of operation, so the first of the largest is the first by name.
            let guilty = cells.filter { $0.operation != nil }
            let largest = guilty.first { cell in guilty.allSatisfy { $0.count <= cell.count } }
            var figures = ScoreReport.Campaign(
                campaign: labels.campaigns[campaign].string, accounts: size,
                innocents: cells.reduce(0) { $0 + ($1.operation == nil ? $1.count : 0) },
                mostly: largest?.operation.map { labels.operations[$0].string },
                purity: share(largest?.count ?? 0, size) ?? 0)
            figures.actor = labels.foundActors[campaign]?.string
            figures.trueActor = largest?.operation.flatMap { labels.trueActors[$0] }?.string
            figures.attribution = verdict(figures)
            return figures
        }
    }

    private func attribution(_ campaigns: [ScoreReport.Campaign]) -> ScoreReport.Attribution {
        func count(_ verdict: ScoreReport.Campaign.Verdict) -> Int {
            campaigns.count { $0.attribution == verdict }
        }
        return ScoreReport.Attribution(right: count(.right), withheld: count(.withheld), wrong: count(.wrong))
    }

    private func verdict(_ campaign: ScoreReport.Campaign) -> ScoreReport.Campaign.Verdict? {
        guard let actor = campaign.actor else {
            if campaign.mostly == nil { return nil }
            return campaign.trueActor.map(canBeNamed) ?? false ? .withheld : .right
        }
        guard let real = campaign.trueActor, canBeNamed(real) else { return .wrong }
        let names = profiles?.first { isNamed($0, real) }.map { [$0.name] + $0.aliases } ?? [real]
        return names.contains { ExactText($0) == ExactText(actor) } ? .right : .wrong
    }

    private func canBeNamed(_ actor: String) -> Bool { profiles?.contains { isNamed($0, actor) } ?? true }

    private func isNamed(_ profile: LabProfile, _ actor: String) -> Bool {
        ([profile.name] + profile.aliases).contains { ExactText($0) == ExactText(actor) }
    }

    /// Stated probability and whether it came true: the account is of the operation its campaign mostly is.
    private func predictions(
        _ campaigns: [ScoreReport.Campaign], _ labels: ScoreLabels
    ) -> [(stated: Double, isTrue: Bool)] {
        let mostly = campaigns.map { $0.mostly.map { ExactText($0) } }
        let rows = members.map { member in
            let operation = labels.operation(of: member.account).map { labels.operations[$0] }
            let campaign = labels.campaignNumbers[member.campaign] ?? 0
            return (stated: member.probability, isTrue: operation != nil && operation == mostly[campaign])
        }
        // Stable: ties stay in the order of account ids.
        return rows.enumerated().sorted { ($0.element.stated, $0.offset) < ($1.element.stated, $1.offset) }
            .map(\.element)
    }
}
