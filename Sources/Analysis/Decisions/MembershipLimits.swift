/// Which groups an account may belong to, as decided, from the groups that the search found through all rounds.
///
/// What goes on from an anchor once does so to the end: a group that loses and gains members from round to round must
/// not let those in again who were kept out of it.
struct MembershipLimits: Sendable {
    private let binding: DecisionBinding
    /// By anchor; empty where no decision is about where an account belongs.
    private(set) var barred: [Set<Int32>] = []
    private(set) var heirs: [Set<Int32>] = []

    init(_ binding: DecisionBinding = DecisionBinding()) {
        self.binding = binding
        guard !binding.keptOut.isEmpty || !binding.keptIn.isEmpty else { return }
        barred = binding.anchors.map { _ in [] }
        heirs = barred
    }

    private var isIdle: Bool { barred.isEmpty }

    /// Adds the groups that go on from anchors now. O(members of all anchors).
    mutating func take(_ assignment: GroupAssignment) {
        guard !isIdle else { return }
        let successors = binding.successors(assignment.members, owner: assignment.group)
        for (anchor, successors) in successors.enumerated() {
            barred[anchor].formUnion(successors.barred)
            heirs[anchor].formUnion(successors.heirs)
        }
    }

    /// Groups got other numbers.
    ///
    /// - Parameter labels: the number that the group of each account had. O(accounts) where there are decisions.
    mutating func follow(_ labels: [Int32], to assignment: GroupAssignment) {
        guard !isIdle else { return }
        var moved: [Int32: Set<Int32>] = [:]
        for (account, label) in labels.enumerated() where label >= 0 && assignment.group[account] >= 0 {
            moved[label, default: []].insert(assignment.group[account])
        }
        func follow(_ groups: Set<Int32>) -> Set<Int32> { Set(groups.flatMap { moved[$0] ?? [] }) }
        barred = barred.map(follow)
        heirs = heirs.map(follow)
    }

    func allow(_ account: Int32, in group: Int32) -> Bool {
        if isIdle { return true }
        if let anchors = binding.keptOut[account], anchors.contains(where: { barred[$0].contains(group) }) {
            return false
        }
        guard let anchor = binding.keptIn[account], !heirs[anchor].isEmpty else { return true }
        return heirs[anchor].contains(group)
    }

    /// The group of each account, none for those that may not be in theirs.
    func labels(of assignment: GroupAssignment) -> [Int32] {
        var labels = assignment.group
        guard !isIdle else { return labels }
        for account in Set(binding.keptOut.keys).union(binding.keptIn.keys) {
            let label = labels[Int(account)]
            if label >= 0, !allow(account, in: label) { labels[Int(account)] = GroupAssignment.none }
        }
        return labels
    }
}
