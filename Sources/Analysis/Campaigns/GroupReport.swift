import Casework
import Foundation

/// Turns one group of accounts into a finding: figures, explanations, members, what they share, who is behind.
struct GroupReport: Sendable {
    /// Values listed for one group.
    static let mostShared = 40
    static let coreProbability = 0.9
    /// Probabilities nearer to 0 or 1 than this are not claimed.
    static let leastDoubt = 0.001

    /// Said of a group that nobody is accused of.
    static let doubt =
        "Extraction is the likeliest explanation, but by less than 8 to 1: worth a look, nobody is accused."

    let input: AnalysisInput
    let evidence: Evidence
    let membership: Membership
    let background: Background
    let attributor: Attributor
    let hits: PartnerHits
    /// Members by decision.
    let decided: DecidedMembers
    let isWithheld: Bool

    func finding(_ group: Int) -> GroupFinding {
        let members = membership.assignment.members[group]
        let profile = GroupProfile(members: members, evidence.table)
        var figures = GroupFigures(members, input, background)
        figures.rentedNetworks = RentedNetworks.share(
            members, profile, evidence, input, background.addresses)
        let contest = ExplanationContest(figures, withholding: isWithheld)
        var finding = GroupFinding(kind: contest.best, members: self.members(of: group).map { member($0) })
        finding.explanations = contest.explanations
        finding.extractionProbability = isWithheld ? nil : contest.extraction
        describe(&finding, members, figures, profile)
        if contest.isDoubtful {
            finding.notes.append(Self.doubt)
        }
        if finding.kind == .campaign { finding.attribution = attribution(members, figures) }
        return finding
    }

    private func attribution(_ members: [Int32], _ figures: GroupFigures) -> AttributionFinding {
        attributor.attribute(
            members, openShare: figures.open.largestShare, sought: figures.capabilities.sought.map(\.id))
    }

    /// Of a group that the method calls no campaign and a reviewer does.
    func attribution(_ members: [Int32]) -> AttributionFinding {
        attribution(members, GroupFigures(members, input, background))
    }

    /// Those the method found and those that reviewers put there, ascending. Figures are of the former alone: a decision
    /// on one account is no evidence on the others.
    func members(of group: Int) -> [Int32] {
        guard let added = decided.added[Int32(group)] else { return membership.assignment.members[group] }
        return (membership.assignment.members[group] + added).sorted()
    }

    /// A group that only addresses tie together: named, never a campaign.
    func neighbours(_ members: [Int32]) -> GroupFinding {
        let figures = GroupFigures(members, input, background)
        let contest = ExplanationContest(figures, withholding: isWithheld)
        let kind = contest.explanations.first { $0.hypothesis != .campaign }?.hypothesis ?? .unexplained
        let profile = GroupProfile(members: members, evidence.table)
        var finding = GroupFinding(kind: kind, members: members.map { neighbour($0, profile) })
        finding.explanations = contest.explanations
        finding.extractionProbability = isWithheld ? nil : contest.extraction
        finding.notes = ["Only addresses tie these accounts together: they are shown, and nobody is accused."]
        describe(&finding, members, figures, profile)
        return finding
    }

    /// Figures, what is shared, and what partners say: reported, never weighed.
    private func describe(
        _ finding: inout GroupFinding, _ members: [Int32], _ figures: GroupFigures, _ profile: GroupProfile
    ) {
        finding.figures = figures.named(withholding: isWithheld)
        finding.shared = shared(profile)
        let hit = members.count { hits.indicatorsOfAccount[Int($0)] > 0 }
        guard hit > 0 else { return }
        finding.figures["indicator_hits"] = Double(hit)
        finding.notes.append(
            "\(hit) of \(members.count) members match indicators of partners: reported, not weighed.")
    }

    /// Every value that ties members, and the strongest links of each. Needs the verdicts on all groups.
    ///
    /// - Parameter linking: false leaves the links out.
    func addTies(
        _ finding: inout GroupFinding, _ members: [Int32], _ weights: LinkWeights, linking: Bool = true
    ) {
        let hubs = GroupHubs(members, evidence.table)
        finding.hubs = hubs.findings(evidence, input, weights)
        guard linking else { return }
        let rows = MemberRows(members, evidence, input, background.addresses)
        finding.links = MemberLinks(evidence: evidence, weights: weights, rows: rows)
            .find(members, hubs, input)
    }

    /// Membership by the account's best address in common.
    private func neighbour(_ account: Int32, _ profile: GroupProfile) -> MemberFinding {
        let table = evidence.table
        let size = Double(profile.size)
        var best = 0.0
        for place in table.rows[Int(account)]..<table.rows[Int(account) + 1]
        where table.family[Int(table.value[place])] == IncidenceTable.familyIndex(.infrastructure) {
            let inside = Double(profile.count(of: table.value[place]))
            let outside = table.outside(Int(table.value[place]), inside: inside)
            best = max(best, (inside / size) / ((outside + 0.5) / (background.population - size + 1)))
        }
        let bits = min(Membership.bitRange.upperBound, log2(max(1, best)))
        let prior = log2(size / background.population)
        var member = MemberFinding(
            account: input.accounts.number[Int(account)], probability: Bits(prior + bits).probability.value,
            role: .periphery)
        member.priorBits = prior
        member.familyBits = [.infrastructure: bits]
        return member
    }

    private func member(_ account: Int32) -> MemberFinding {
        if let member = decided.members[account], member.isAdded { return added(account, member) }
        var found = weighed(account)
        if let member = decided.members[account] {
            found.probability = member.probability ?? found.probability
        }
        return found
    }

    /// One whom a reviewer put there; bits are what the method finds, if anything.
    private func added(_ account: Int32, _ decided: DecidedMembers.Member) -> MemberFinding {
        var member = MemberFinding(
            account: input.accounts.number[Int(account)], probability: decided.probability ?? 1,
            role: .periphery)
        member.priorBits = decided.weighed?.prior ?? 0
        for (family, value) in zip(EvidenceFamily.allCases, decided.weighed?.bits ?? []) where value != 0 {
            member.familyBits[family] = value
        }
        return member
    }

    private func weighed(_ account: Int32) -> MemberFinding {
        let index = Int(account)
        let bits = membership.familyBits[
            index * Membership.familyCount..<(index + 1) * Membership.familyCount]
        let telling = bits.count { $0 >= Membership.tellingBits }
        let probability = min(
            1 - Self.leastDoubt, Bits(bits.reduce(membership.prior[index], +)).probability.value)
        let isCore = probability >= Self.coreProbability && telling >= 2
        var member = MemberFinding(
            account: input.accounts.number[index], probability: probability, role: isCore ? .core : .periphery
        )
        member.priorBits = membership.prior[index]
        for (family, value) in zip(EvidenceFamily.allCases, bits) where value != 0 {
            member.familyBits[family] = value
            if value < 0 { member.against.append("\(family.rawValue): what it holds is mostly its own") }
        }
        if telling < 2 { member.against.append("only one family of evidence ties it to the group") }
        return member
    }

    private func shared(_ profile: GroupProfile) -> [SharedArtifact] {
        let table = evidence.table
        var list: [(value: Int, inside: Int, outside: Int, bits: Double, weight: Double)] = []
        for (place, value) in profile.value.enumerated() where profile.inside[place] > 1 {
            let inside = Int(profile.inside[place])
            let outside = max(0, Int(table.holders[Int(value)]) - inside)
            let size = profile.size(seeing: value, table)
            let others = table.population(of: table.kind[Int(value)]) - size
            let usual = (table.outside(Int(value), inside: Double(inside)) + 0.5) / (others + 1)
            let bits = log2((Double(inside) / size) / usual)
            guard bits > 0 else { continue }
            list.append((Int(value), inside, outside, bits, bits * Double(inside)))
        }
        list.sort { ($1.weight, $0.value) < ($0.weight, $1.value) }
        return list.prefix(Self.mostShared).map {
            SharedArtifact(
                artifact: evidence.catalog.artifact($0.value), inside: $0.inside, outside: $0.outside,
                bits: $0.bits)
        }
    }
}
