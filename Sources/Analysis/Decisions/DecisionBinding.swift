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
    private(set) var elsewhere: [[Int32]] = []
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
        elsewhere = reviewed.anchors.map { indices($0.elsewhere) }
        for (place, decision) in decisions.enumerated() { take(decision, place) }
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
    /// By anchor: the groups that go on where it was, those with the most of its members first.
    ///
    /// A group goes on where at least half of the smaller of the two is in both, as the registry of ids has it: both
    /// parts of a campaign that was split, and whatever it was merged into.
    func heirs(_ groups: [[Int32]], owner: [Int32]) -> [[Int32]] {
        anchors.map { anchor in
            Self.shared(anchor, owner).filter {
                2 * $0.count >= min(groups[Int($0.group)].count, anchor.count)
            }
            .map(\.group)
        }
    }

    /// The same for decisions on a campaign as a whole: not a group that holds more of what other groups were.
    func wholeHeirs(_ groups: [[Int32]], owner: [Int32]) -> [[Int32]] {
        let heirs = heirs(groups, owner: owner)
        return heirs.indices.map { anchor in
            let own = Dictionary(Self.shared(anchors[anchor], owner).map { ($0.group, $0.count) }) { $1 }
            let others = Dictionary(Self.shared(elsewhere[anchor], owner).map { ($0.group, $0.count) }) { $1 }
            return heirs[anchor].filter { own[$0] ?? 0 >= others[$0] ?? 0 }
        }
    }

    private static func shared(_ accounts: [Int32], _ owner: [Int32]) -> [(group: Int32, count: Int)] {
        var counts: [Int32: Int] = [:]
        for account in accounts where owner[Int(account)] >= 0 {
            counts[owner[Int(account)], default: 0] += 1
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// The groups that membership starts from: without those who are kept out or belong elsewhere, and with groups
    /// joined that a confirmed link ties.
    func bound(_ start: GroupAssignment) -> GroupAssignment {
        guard !isEmpty else { return start }
        let limits = MembershipLimits(self, start)
        var labels = start.group
        for account in Set(keptOut.keys).union(keptIn.keys) {
            let label = labels[Int(account)]
            if label >= 0, !limits.allow(account, in: label) { labels[Int(account)] = GroupAssignment.none }
        }
        var sets = DisjointSets(count: start.groupCount)
        for link in joined {
            let (one, two) = (labels[Int(link.one)], labels[Int(link.two)])
            if one >= 0, two >= 0 { sets.join(one, two) }
        }
        for account in labels.indices where labels[account] >= 0 {
            labels[account] = sets.find(labels[account])
        }
        return GroupAssignment(labels: labels, least: 2)
    }
}

/// Which groups of one assignment an account may belong to, as decided.
struct MembershipLimits: Sendable {
    private var forbidden: [Int32: Set<Int32>] = [:]
    private var only: [Int32: Set<Int32>] = [:]

    /// O(members of all anchors).
    init(_ binding: DecisionBinding, _ assignment: GroupAssignment) {
        guard !binding.keptOut.isEmpty || !binding.keptIn.isEmpty else { return }
        let heirs = binding.heirs(assignment.members, owner: assignment.group)
        for (account, anchors) in binding.keptOut {
            forbidden[account] = Set(anchors.flatMap { heirs[$0] })
        }
        for (account, anchor) in binding.keptIn where !heirs[anchor].isEmpty {
            only[account] = Set(heirs[anchor])
        }
    }

    func allow(_ account: Int32, in group: Int32) -> Bool {
        if forbidden.isEmpty, only.isEmpty { return true }
        if forbidden[account]?.contains(group) == true { return false }
        return only[account]?.contains(group) ?? true
    }
}
