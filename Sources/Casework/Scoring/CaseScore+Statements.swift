extension CaseScore {
    func calibrationRows(_ labels: ScoreLabels) -> [CalibrationRow] {
        let mostly = operationsOfCampaigns(labels)
        return membershipRows(labels, mostly: mostly) + accusationRows(labels)
            + attributionRows(labels, mostly: mostly)
    }

    /// Members of campaigns, below the accusation threshold too: the account is of the operation that its campaign
    /// mostly is.
    private func membershipRows(_ labels: ScoreLabels, mostly: [ExactText: Int]) -> [CalibrationRow] {
        groups.filter(\.isCampaign).flatMap { group in
            group.members.sorted { $0.account < $1.account }.map { member in
                let operation = labels.operation(of: member.account)
                return CalibrationRow(
                    figure: .membership, group: group.id, subject: ExactText(member.account.string),
                    stated: member.probability, isTrue: operation != nil && operation == mostly[group.id])
            }
        }
    }

    /// Accounts in any group: probability of membership times that of extraction, the highest where an account is in
    /// several groups.
    private func accusationRows(_ labels: ScoreLabels) -> [CalibrationRow] {
        var rows: [AccountID: CalibrationRow] = [:]
        for group in groups {
            guard let extraction = group.extractionProbability else { continue }
            for member in group.members {
                let stated = member.probability * extraction
                guard stated > rows[member.account]?.stated ?? -1 else { continue }
                rows[member.account] = CalibrationRow(
                    figure: .accusation, group: group.id, subject: ExactText(member.account.string),
                    stated: stated, isTrue: labels.operation(of: member.account) != nil)
            }
        }
        return rows.values.sorted { ($0.group, $0.subject) < ($1.group, $1.subject) }
    }

    /// By campaign the operation that most of its fraudulent members are of, the first by name on a tie; a campaign
    /// that is mostly innocent is nobody's. Members count from a probability of one half.
    private func operationsOfCampaigns(_ labels: ScoreLabels) -> [ExactText: Int] {
        var mostly: [ExactText: Int] = [:]
        for group in groups where group.isCampaign {
            let likely = group.members.filter { $0.probability >= 0.5 }
            var counts: [Int: Int] = [:]
            for member in likely {
                if let operation = labels.operation(of: member.account) { counts[operation, default: 0] += 1 }
            }
            guard 2 * counts.values.reduce(0, +) >= likely.count else { continue }
            mostly[group.id] = counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
        }
        return mostly
    }
}
