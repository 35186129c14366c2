/// Compares what an analysis found with the truth of a case.
public struct CaseScore: Sendable {
    /// The accused accounts: members.csv.
    public var members: [CampaignMember]
    /// Campaigns and look-alikes, in order of their ids.
    public var groups: [ScoredGroup]
    public var truth: [TruthRow]
    public var lookalikes: [LookalikeRow]
    /// What there is to name an actor by, operation by operation; empty where nobody says.
    public var evidence: [OperationEvidence]
    /// Accounts of the case, placeholders included.
    public var accounts: Int
    /// The profiles that the case had: an actor in none of them cannot be named. nil: every actor could be.
    public var profiles: [LabProfile]?

    /// - Parameters:
    ///   - members, truth: one row an account.
    public init(
        members: [CampaignMember], groups: [ScoredGroup] = [], truth: [TruthRow],
        lookalikes: [LookalikeRow] = [], evidence: [OperationEvidence] = [], accounts: Int,
        profiles: [LabProfile]?
    ) {
        self.members = members.sorted { $0.account < $1.account }
        self.groups = groups.sorted { $0.id < $1.id }
        self.truth = truth.sorted { $0.account < $1.account }
        self.lookalikes = lookalikes.sorted()
        self.evidence = evidence
        self.accounts = accounts
        self.profiles = profiles
    }

    /// All figures. O(n log n) in the rows; the same for any order of them.
    public func report() -> ScoreReport {
        let labels = ScoreLabels(members: members, truth: truth)
        let comparison = ClusterComparison(labels.all)
        let campaigns = campaignFigures(comparison, labels)
        let operations = operationFigures(comparison, labels)
        let right = members.count { labels.operation(of: $0.account) != nil }
        let rows = calibrationRows(labels)
        return ScoreReport(
            accounts: accounts, fraudulent: truth.count, accused: members.count,
            trueCampaigns: labels.operations.count, foundCampaigns: labels.campaigns.count,
            bcubed: comparison.bcubed, bcubedMacro: comparison.bcubedMacro,
            bcubedGroups: groupComparison(labels).bcubed,
            pairwise: comparison.pairwise, pairwiseMacro: comparison.pairwiseMacro,
            accusation: ScoreReport.Rates(
                precision: share(right, members.count), recall: share(right, truth.count)),
            recallMacro: mean(operations.compactMap { share($0.accused, $0.accounts) }),
            operationsMerged: operations.count(where: \.isMerged),
            innocentCampaigns: campaigns.count(where: \.isMostlyInnocent),
            innocents: innocents(labels), operations: operations, campaigns: campaigns,
            attribution: attribution(campaigns),
            calibration: .init(rows.filter { $0.figure == .membership }),
            accusationCalibration: .init(rows.filter { $0.figure == .accusation }),
            likelihoodRatios: .init(rows.filter { $0.figure == .attribution }))
    }

    /// What was stated of accounts and campaigns beside what is true, for pooling over cases: membership, then
    /// accusation, then attribution, each by group and subject.
    public func calibrationRows() -> [CalibrationRow] {
        calibrationRows(ScoreLabels(members: members, truth: truth))
    }

    func share(_ part: Int, _ whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }

    private func mean(_ figures: [Double]) -> Double? {
        figures.isEmpty ? nil : figures.reduce(0, +) / Double(figures.count)
    }

    /// Every fraudulent account in the group of any kind that it most probably belongs to.
    private func groupComparison(_ labels: ScoreLabels) -> ClusterComparison {
        var best: [AccountID: (group: Int, probability: Double)] = [:]
        for (number, group) in groups.enumerated() {
            for member in group.members where member.probability > best[member.account]?.probability ?? -1 {
                best[member.account] = (number, member.probability)
            }
        }
        let inGroups = best.map { (operation: labels.operation(of: $0.key), campaign: Int?($0.value.group)) }
        let alone = truth.filter { best[$0.account] == nil }
            .map { (operation: labels.operation(of: $0.account), campaign: Int?.none) }
        return ClusterComparison(inGroups + alone)
    }
}
