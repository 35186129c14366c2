/// What the method itself gives an account in the groups as they came to be, whatever was decided on it.
struct MethodWeighing {
    private let membership: Membership
    private let source: GroupSums.Source
    private let habits: GroupHabits
    private var sums: GroupSums

    init(_ membership: Membership) {
        self.membership = membership
        source = membership.source
        habits = GroupHabits(source)
        sums = GroupSums(groups: membership.assignment.groupCount)
    }

    /// The best of some groups; nil where nothing would tie the account to any.
    mutating func best(_ account: Int32, in groups: [Int32]) -> Membership.Candidate? {
        guard !groups.isEmpty else { return nil }
        sums.gather(Int(account), source)
        var best: Membership.Candidate?
        for group in sums.touched where groups.contains(group) {
            let candidate = membership.weigh(
                Int(account), group, source.groups.size[Int(group)], sums, habits,
                asMember: membership.takenOut.contains(account))
            if let candidate, candidate.odds > best?.odds ?? -.infinity { best = candidate }
        }
        return best
    }
}
