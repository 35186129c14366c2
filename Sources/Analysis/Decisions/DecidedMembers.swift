import Casework

/// Who belongs to a group, or does not, because reviewers say so; and what the method gives by itself.
///
/// Rejections go before confirmations and links, and of confirmations the latest counts: nobody is held to belong
/// somewhere against what a reviewer said of it.
struct DecidedMembers: Sendable {
    struct Member: Sendable {
        var group: Int32
        /// Nil: as the method has it.
        var probability: Double?
        /// True for one whom the method has in no group.
        var isAdded: Bool
        /// What the method makes of it.
        var weighed: Membership.Candidate?
    }

    /// What became of one decision.
    struct Outcome: Sendable {
        /// In `DecisionBinding.decisions`.
        var place: Int
        var isBound: Bool
        var group: Int32?
        var account: Int32?
        var methodProbability: Double?
        var words: String
    }

    private(set) var members: [Int32: Member] = [:]
    /// Accounts that the method has in no group, by the group that reviewers put them in.
    private(set) var added: [Int32: [Int32]] = [:]
    /// Of decisions on memberships and confirmed links.
    private(set) var outcomes: [Outcome] = []

    init() {}

    init(_ membership: Membership) {
        guard !membership.decisions.isEmpty else { return }
        var deciding = MemberDeciding(membership)
        deciding.takeMemberships()
        deciding.takeLinks()
        members = deciding.members
        outcomes = deciding.outcomes
        for (account, member) in members where member.isAdded {
            added[member.group, default: []].append(account)
        }
    }
}

/// Goes through the decisions one after another.
private struct MemberDeciding {
    private let binding: DecisionBinding
    private let assignment: GroupAssignment
    private let limits: MembershipLimits
    private var method: MethodWeighing
    var members: [Int32: DecidedMembers.Member] = [:]
    var outcomes: [DecidedMembers.Outcome] = []

    init(_ membership: Membership) {
        binding = membership.decisions
        assignment = membership.assignment
        limits = membership.limits
        method = MethodWeighing(membership)
    }

    // MARK: - Memberships

    mutating func takeMemberships() {
        for (place, decision) in binding.decisions.enumerated() {
            guard case .membership(let anchor, let number) = decision.subject else { continue }
            guard let account = binding.index(of: number) else {
                add(place, nil, nil, "The account is not in the evidence that was analysed.")
                continue
            }
            let groups = ordered(
                decision.isConfirmed ? limits.heirs[anchor] : limits.barred[anchor], by: anchor)
            guard let first = groups.first else {
                add(place, nil, account, "No group goes on where the campaign was.")
                continue
            }
            let weighed = method.best(account, in: groups)
            if decision.isConfirmed {
                confirm(place, groups, account, weighed)
            } else {
                bind(
                    place, weighed?.group ?? first, account, weighed,
                    "It is kept out of the group, as a reviewer decided")
            }
        }
    }

    /// Those with the most of an anchor's members first.
    private func ordered(_ groups: Set<Int32>, by anchor: Int) -> [Int32] {
        var shared: [Int32: Int] = [:]
        for account in binding.anchors[anchor] { shared[assignment.group[Int(account)], default: 0] += 1 }
        return groups.sorted { (shared[$1] ?? 0, $0) < (shared[$0] ?? 0, $1) }
    }

    private mutating func confirm(
        _ place: Int, _ groups: [Int32], _ account: Int32, _ weighed: Membership.Candidate?
    ) {
        // Of several confirmations the latest counts, whatever ids and runs they are of.
        let latest = binding.keptIn[account].map { limits.heirs[$0] } ?? []
        guard groups.contains(where: latest.contains) else {
            return add(place, nil, account, "A later decision says that the account belongs elsewhere.")
        }
        let own = assignment.group[Int(account)]
        let isMember = groups.contains(own)
        guard let group = isMember ? own : groups.first(where: { limits.allow(account, in: $0) })
        else {
            return add(
                place, nil, account, "Another decision keeps the account out of what the campaign became.")
        }
        members[account] = DecidedMembers.Member(
            group: group, probability: 1, isAdded: !isMember, weighed: weighed)
        bind(place, group, account, weighed, "It is a member, as a reviewer decided")
    }

    private mutating func bind(
        _ place: Int, _ group: Int32, _ account: Int32, _ weighed: Membership.Candidate?, _ words: String
    ) {
        let probability = weighed.map { DecidedMembers.probability($0) }
        let method = probability.map { "the method gave \(StrengthWords.probability($0))" }
        outcomes.append(
            DecidedMembers.Outcome(
                place: place, isBound: true, group: group, account: account, methodProbability: probability,
                words: words + "; " + (method ?? "the method would not put it there") + "."))
    }

    private mutating func add(_ place: Int, _ group: Int32?, _ account: Int32?, _ words: String) {
        outcomes.append(
            DecidedMembers.Outcome(place: place, isBound: false, group: group, account: account, words: words)
        )
    }

    // MARK: - Links

    private func group(of account: Int32) -> Int32? {
        if let member = members[account] { return member.group }
        let group = assignment.group[Int(account)]
        return group >= 0 ? group : nil
    }

    /// From every account in a group along the links to those in none, the nearest first: each belongs there as probably
    /// as the one it is linked to.
    mutating func takeLinks() {
        guard !binding.joined.isEmpty else { return }
        var neighbours: [Int32: [Int32]] = [:]
        for link in binding.joined {
            neighbours[link.one, default: []].append(link.two)
            neighbours[link.two, default: []].append(link.one)
        }
        var queue = neighbours.keys.filter { group(of: $0) != nil }.sorted()
        var next = 0
        while next < queue.count {
            let account = queue[next]
            next += 1
            guard let group = group(of: account) else { continue }
            for other in neighbours[account, default: []].sorted() {
                guard self.group(of: other) == nil, limits.allow(other, in: group) else { continue }
                members[other] = DecidedMembers.Member(
                    group: group, probability: probability(of: account), isAdded: true,
                    weighed: method.best(other, in: [group]))
                queue.append(other)
            }
        }
        for link in binding.joined { tell(link) }
    }

    private mutating func probability(of account: Int32) -> Double {
        if let known = members[account]?.probability { return known }
        guard let group = group(of: account), let weighed = method.best(account, in: [group]) else {
            return 0
        }
        return DecidedMembers.probability(weighed)
    }

    /// Why the ends of a confirmed link are not in one group.
    private func apart(_ link: DecisionBinding.Link, _ one: Int32?, _ two: Int32?) -> String {
        if one == nil, two == nil { return "Neither account is in any group." }
        let isForbidden =
            [(link.one, two), (link.two, one)].contains { account, group in
                group.map { !limits.allow(account, in: $0) } ?? false
            }
        return isForbidden
            ? "Another decision keeps the two apart."
            : "They are in two groups all the same: what else they hold weighs more than one link."
    }

    private mutating func tell(_ link: DecisionBinding.Link) {
        let (one, two) = (group(of: link.one), group(of: link.two))
        guard let one, one == two else {
            return add(link.place, one ?? two, nil, apart(link, one, two))
        }
        let joined = [link.one, link.two].first { members[$0]?.isAdded == true }
        guard let joined else {
            return outcomes.append(
                DecidedMembers.Outcome(
                    place: link.place, isBound: true, group: one,
                    words: "Both accounts are in one group, as a reviewer decided."))
        }
        bind(
            link.place, one, joined, members[joined]?.weighed,
            "It is in the group of the other account, as decided")
    }
}

extension DecidedMembers {
    /// As members are reported: never nearer to certainty than is claimed.
    static func probability(_ weighed: Membership.Candidate) -> Double {
        min(1 - GroupReport.leastDoubt, Bits(weighed.odds).probability.value)
    }
}
