import Casework

/// Reviewers' decisions on campaigns and attributions, and what became of every decision.
extension FindingsBuilder {
    private var binding: DecisionBinding { report.membership.decisions }

    /// Call it when all groups are there and before they are sorted.
    mutating func addDecisions() {
        guard !binding.isEmpty else { return }
        findings.settings["decisions"] = "\(binding.decisions.count)"
        addMemberOutcomes()
        addCutLinks()
        // Addresses alone accuse nobody, whoever says so of the campaign that was there.
        let heirs = binding.wholeHeirs(members, owner: owner(of: members)).map { groups in
            groups.map { Int($0) }.filter { !isOfNeighbours[$0] }
        }
        decideCampaigns(heirs)
        // Names come after: what is a campaign has to stand.
        for decision in binding.decisions {
            guard case .attribution(let anchor, let profile) = decision.subject else { continue }
            decide(decision, profile, heirs[anchor])
        }
        let order = Dictionary(uniqueKeysWithValues: binding.decisions.enumerated().map { ($1.number, $0) })
        findings.decisions.sort { (order[$0.number] ?? 0) < (order[$1.number] ?? 0) }
    }

    /// The list of each account; -1 for none.
    private func owner(of lists: [[Int32]]) -> [Int32] {
        var owner = [Int32](repeating: -1, count: report.input.accounts.count)
        for (place, list) in lists.enumerated() {
            for account in list { owner[Int(account)] = Int32(place) }
        }
        return owner
    }

    // MARK: - Accounts and links

    /// Groups that only addresses tie, without those whom a reviewer keeps out of what they go on from.
    mutating func withoutKeptOut(_ lists: [[Int32]]) -> [[Int32]] {
        guard !binding.keptOut.isEmpty else { return lists }
        let successors = binding.successors(lists, owner: owner(of: lists))
        return lists.enumerated().map { place, list in
            list.filter { account in
                let anchors = binding.keptOut[account] ?? []
                guard anchors.contains(where: { successors[$0].barred.contains(Int32(place)) }) else {
                    return true
                }
                keptOutOfNeighbours.insert(account)
                return false
            }
        }
    }

    private mutating func addMemberOutcomes() {
        for outcome in report.decided.outcomes {
            let group = outcome.group.flatMap { place[$0] }
            let isLost = outcome.isBound && outcome.group != nil && group == nil
            var finding = DecisionFinding(
                number: binding.decisions[outcome.place].number, isBound: outcome.isBound && !isLost,
                words: isLost
                    ? "Fewer than \(Analyzer.leastGroup) accounts are left: no group." : outcome.words)
            finding.group = group
            finding.account = outcome.account.map { report.input.accounts.number[Int($0)] }
            finding.methodProbability = outcome.methodProbability
            let isRejection = !binding.decisions[outcome.place].isConfirmed
            if isRejection, !finding.isBound, outcome.account.map(keptOutOfNeighbours.contains) == true {
                finding.isBound = true
                finding.words = "It is kept out of a group that only addresses tie, as a reviewer decided."
            }
            findings.decisions.append(finding)
        }
        let told = Set(findings.decisions.map(\.number))
        for decision in binding.decisions where !told.contains(decision.number) {
            guard case .link(_, _) = decision.subject, decision.isConfirmed else { continue }
            findings.decisions.append(
                DecisionFinding(
                    number: decision.number, isBound: false,
                    words: "An account is not in the evidence that was analysed."))
        }
    }

    private mutating func addCutLinks() {
        for decision in binding.decisions {
            guard case .link(_, _) = decision.subject, !decision.isConfirmed else { continue }
            findings.decisions.append(
                DecisionFinding(
                    number: decision.number, isBound: true,
                    words:
                        "The link does not count, as a reviewer decided: nothing that only these two share."))
        }
    }

    /// Whether a reviewer rejected the link.
    func isCut(_ link: GroupLink) -> Bool {
        guard !binding.cut.isEmpty, let a = binding.index(of: link.a), let b = binding.index(of: link.b)
        else { return false }
        return binding.cut.contains { $0.one == min(a, b) && $0.two == max(a, b) }
    }

    // MARK: - Campaigns

    /// Of several decisions on what became one group the last counts, whatever ids they name.
    private mutating func decideCampaigns(_ heirs: [[Int]]) {
        var decisions: [(decision: BindingDecision, groups: [Int])] = []
        var last: [Int: Int] = [:]
        for decision in binding.decisions {
            guard case .campaign(let anchor) = decision.subject else { continue }
            if !(report.isWithheld && decision.isConfirmed) {
                for group in heirs[anchor] { last[group] = decision.number }
            }
            decisions.append((decision, heirs[anchor]))
        }
        for (decision, groups) in decisions {
            decide(decision, groups, groups.filter { last[$0] == decision.number })
        }
    }

    /// - Parameter own: of the groups that go on from the campaign those that no later decision is about.
    private mutating func decide(_ decision: BindingDecision, _ groups: [Int], _ own: [Int]) {
        guard let any = groups.first else {
            return add(decision, nil, isBound: false, nil, "No group goes on where the campaign was.")
        }
        if report.isWithheld, decision.isConfirmed {
            return add(
                decision, any, isBound: false, nil, "Accusations are withheld in this case: nothing binds.")
        }
        guard let first = own.first else {
            return add(
                decision, any, isBound: false, nil, "A later decision on what the campaign became counts.")
        }
        let method = findings.groups[first].extractionProbability
        for group in own { decide(decision, group) }
        let words = decision.isConfirmed ? "It is a campaign" : "It is no campaign"
        add(decision, first, isBound: true, method, "\(words), as a reviewer decided; \(Self.gave(method)).")
    }

    private mutating func decide(_ decision: BindingDecision, _ group: Int) {
        let method = findings.groups[group].extractionProbability
        let words = decision.isConfirmed ? "this is a campaign" : "this is no campaign"
        findings.groups[group].isConfirmed = decision.isConfirmed
        findings.groups[group].notes.insert(
            "\(Self.reviewer(decision)) decided that \(words): \(Self.reason(decision)). \(Self.gave(method)) for extraction.",
            at: 0)
        if decision.isConfirmed, findings.groups[group].kind != .campaign {
            findings.groups[group].kind = .campaign
            findings.groups[group].attribution = report.attribution(ownMembers[group])
            findings.groups[group].notes.removeAll { $0 == GroupReport.doubt }
        } else if !decision.isConfirmed {
            findings.groups[group].kind = .unexplained
            findings.groups[group].attribution = AttributionFinding()
            // Nothing is drawn further from what a reviewer rejected.
            for (own, place) in place where place == group { extraction[Int(own)] = 0 }
        }
    }

    // MARK: - Attributions

    private mutating func decide(_ decision: BindingDecision, _ profile: ExactText, _ groups: [Int]) {
        let campaigns = groups.filter { findings.groups[$0].kind == .campaign }
        guard let first = campaigns.first else {
            return add(decision, groups.first, isBound: false, nil, "No campaign goes on where it was.")
        }
        let method = findings.groups[first].attribution.hypotheses.first {
            $0.kind == .profile && ExactText($0.name) == profile
        }?.posterior
        for group in campaigns { decide(decision, profile, group, method) }
        let words =
            decision.isConfirmed
            ? "A reviewer's word stands beside the method's" : "The name is withheld, as a reviewer decided"
        add(decision, first, isBound: true, method, "\(words); \(Self.gave(method)).")
    }

    private mutating func decide(
        _ decision: BindingDecision, _ profile: ExactText, _ group: Int, _ method: Double?
    ) {
        let verb = decision.isConfirmed ? "confirmed" : "rejected"
        let note =
            "\(Self.reviewer(decision)) \(verb) \(profile): \(Self.reason(decision)). \(Self.gave(method))."
        findings.groups[group].attribution.notes.insert(note, at: 0)
        let named = findings.groups[group].attribution.actor.map { ExactText($0) }
        guard !decision.isConfirmed, named == profile else { return }
        findings.groups[group].attribution.actor = nil
        findings.groups[group].attribution.standing = .withheld
    }

    // MARK: - Words

    private mutating func add(
        _ decision: BindingDecision, _ group: Int?, isBound: Bool, _ method: Double?, _ words: String
    ) {
        var finding = DecisionFinding(number: decision.number, isBound: isBound, words: words)
        finding.group = group
        finding.methodProbability = method
        findings.decisions.append(finding)
    }

    private static func gave(_ method: Double?) -> String {
        method.map { "the method gave \(StrengthWords.probability($0))" } ?? "the method gave nothing"
    }

    private static func reviewer(_ decision: BindingDecision) -> String {
        "Reviewer \(SafeOutput.brief(decision.actor)) (decision \(decision.number))"
    }

    private static func reason(_ decision: BindingDecision) -> String {
        SafeOutput.brief(decision.reason, limit: longestReason)
    }

    /// In a note; the list of decisions has all of it.
    private static let longestReason = 200
}
