import Casework

/// Reviewers' decisions in terms of the input's accounts, and what they leave open to the search for groups.
///
/// Without decisions nothing here has any part in an analysis.
struct DecisionBinding: Sendable {
    /// Two accounts by index, of one decision on a link.
    struct Link: Sendable {
        var place: Int
        var one: Int32
        var two: Int32
    }

    private(set) var decisions: [BindingDecision] = []
    /// Members of each anchor that are in the input, ascending.
    private(set) var anchors: [[Int32]] = []
    /// Those of them whom no decision keeps out of the anchor.
    private(set) var kept: [[Int32]] = []
    private var origins: [CampaignAnchor] = []
    /// Everybody in any group at the moments that anchors are of.
    private var moments: [[UInt32]] = []
    /// By account: the anchors that it is kept out of, and the one that it is kept in.
    private(set) var keptOut: [Int32: Set<Int>] = [:]
    private(set) var keptIn: [Int32: Int] = [:]
    private(set) var joined: [Link] = []
    private(set) var cut: [Link] = []
    private var indexOf: [UInt32: Int32] = [:]

    init() {}

    /// O(accounts) where there are decisions.
    init(_ reviewed: BindingDecisions, _ accounts: AccountColumns) {
        guard !reviewed.decisions.isEmpty else { return }
        for (index, number) in accounts.number.enumerated() { indexOf[number] = Int32(index) }
        decisions = reviewed.decisions
        anchors = reviewed.anchors.map { indices($0.members) }
        (origins, moments) = (reviewed.anchors, reviewed.moments)
        for (place, decision) in decisions.enumerated() { take(decision, place) }
        kept = anchors.enumerated().map { anchor, members in
            members.filter { keptOut[$0]?.contains(anchor) != true }
        }
    }

    var isEmpty: Bool { decisions.isEmpty }

    /// Nil where the input does not have the account.
    func index(of account: UInt32) -> Int32? { indexOf[account] }

    private func indices(_ numbers: [UInt32]) -> [Int32] { numbers.compactMap { indexOf[$0] }.sorted() }

    /// Later decisions on where an account belongs take the place of earlier ones.
    private mutating func take(_ decision: BindingDecision, _ place: Int) {
        switch decision.subject {
        case .membership(let anchor, let account):
            guard let index = indexOf[account] else { return }
            if decision.isConfirmed {
                keptIn[index] = anchor
            } else {
                keptOut[index, default: []].insert(anchor)
            }
        case .link(let a, let b):
            guard let one = indexOf[a], let two = indexOf[b] else { return }
            let link = Link(place: place, one: min(one, two), two: max(one, two))
            if decision.isConfirmed { joined.append(link) } else { cut.append(link) }
        case .campaign, .attribution: break
        }
    }
}

// MARK: - Groups

extension DecisionBinding {
    /// Groups that go on from an anchor, those with the most of its members first.
    struct Successors: Sendable {
        /// What accounts that are kept out of the anchor do not belong to.
        var barred: [Int32]
        /// What accounts that are kept in it may belong to, and decisions on the whole are about.
        var heirs: [Int32]
    }

    /// By anchor. A group goes on where at least half of the smaller of the two is in both, as the registry of ids has
    /// it: both parts of a campaign that was split, and whatever it was merged into.
    ///
    /// Of an anchor most of whose members were rejected those who are left count as the whole, too: they are what it
    /// came to be. Where they are fewer than a group, that goes for keeping out alone, which accuses nobody.
    func successors(_ groups: [[Int32]], owner: [Int32]) -> [Successors] {
        anchors.indices.map { anchor in
            let all = Self.shared(anchors[anchor], owner)
            let left = Dictionary(Self.shared(kept[anchor], owner).map { ($0.group, $0.count) }) { $1 }
            func isHalf(_ shared: Int, _ group: Int32, _ size: Int) -> Bool {
                2 * shared >= min(groups[Int(group)].count, size)
            }
            var successors = Successors(barred: [], heirs: [])
            for (group, shared) in all {
                let isWhole = isHalf(shared, group, anchors[anchor].count)
                let isOfRest = left[group].map { isHalf($0, group, kept[anchor].count) } ?? false
                if isWhole || isOfRest { successors.barred.append(group) }
                if isWhole || (isOfRest && kept[anchor].count >= Analyzer.leastGroup) {
                    successors.heirs.append(group)
                }
            }
            return successors
        }
    }

    /// By anchor, for decisions on a campaign as a whole: not a group that holds more of what other groups were.
    func wholeHeirs(_ groups: [[Int32]], owner: [Int32]) -> [[Int32]] {
        let everybody = moments.map { Self.counts($0.lazy.compactMap { indexOf[$0] }, owner) }
        return successors(groups, owner: owner).enumerated().map { anchor, successors in
            guard let moment = origins[anchor].moment else { return successors.heirs }
            let own = Self.counts(anchors[anchor], owner)
            return successors.heirs.filter { group in
                let ofAnchor = own[group] ?? 0
                let others = (everybody[moment][group] ?? 0) - (origins[anchor].isCurrent ? ofAnchor : 0)
                return ofAnchor >= others
            }
        }
    }

    private static func counts(_ accounts: some Sequence<Int32>, _ owner: [Int32]) -> [Int32: Int] {
        var counts: [Int32: Int] = [:]
        for account in accounts where owner[Int(account)] >= 0 {
            counts[owner[Int(account)], default: 0] += 1
        }
        return counts
    }

    private static func shared(_ accounts: [Int32], _ owner: [Int32]) -> [(group: Int32, count: Int)] {
        counts(accounts, owner).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The groups that membership starts from: without those who are kept out or belong elsewhere, and with groups
    /// joined that a confirmed link ties; and what accounts may belong to from here on.
    func bound(_ found: GroupAssignment) -> (start: GroupAssignment, limits: MembershipLimits) {
        var limits = MembershipLimits(self)
        guard !isEmpty else { return (found, limits) }
        limits.take(found)
        let labels = limits.labels(of: found)
        var sets = DisjointSets(count: found.groupCount)
        for link in joined {
            let (one, two) = (labels[Int(link.one)], labels[Int(link.two)])
            if one >= 0, two >= 0 { sets.join(one, two) }
        }
        let start = GroupAssignment(labels: labels.map { $0 >= 0 ? sets.find($0) : $0 }, least: 2)
        limits.follow(labels, to: start)
        return (start, limits)
    }
}
