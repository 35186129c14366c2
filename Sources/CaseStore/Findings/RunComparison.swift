import Casework

/// What changed in the groups from one analysis to another. Groups are the same where their ids are.
struct RunComparison {
    /// A change with the account numbers that joined and left.
    struct Change {
        var change: RunDifference.Change
        var joined: [UInt32] = []
        var left: [UInt32] = []
    }

    private let before: [RunHistory.Group]
    private let after: [RunHistory.Group]

    init(_ before: [RunHistory.Group], _ after: [RunHistory.Group]) {
        self.before = before
        self.after = after
    }

    /// In the order of the later groups; those that vanished come last. O(members of both).
    func changes() -> [Change] {
        let earlier = Dictionary(before.map { ($0.id, $0) }) { first, _ in first }
        let later = Set(after.map(\.id))
        let origins = Membership(before)
        let heirs = Membership(after)
        return after.flatMap { group in
            earlier[group.id].map { compare($0, group) } ?? [appeared(group, origins)]
        } + before.filter { !later.contains($0.id) }.map { vanished($0, heirs) }
    }

    private func appeared(_ group: RunHistory.Group, _ origins: Membership) -> Change {
        let words = "\(group.kind) of \(accounts(group)): \(group.name)"
        let from = origins.most(of: group).map { origin in
            2 * origin.shared >= group.members.count
                ? "; split from \(origin.id), \(origin.shared) of its \(origin.size)"
                : "; \(origin.shared) of them \(origin.shared == 1 ? "was" : "were") in \(origin.id)"
        }
        let change = RunDifference.Change(
            what: "appeared", group: group.id, before: nil, after: accounts(group),
            words: words + (from ?? ""))
        return Change(change: change, joined: group.members)
    }

    private func vanished(_ group: RunHistory.Group, _ heirs: Membership) -> Change {
        let words = "was \(group.kind) of \(accounts(group)): \(group.name)"
        let into = heirs.most(of: group).map { heir in
            2 * heir.shared >= group.members.count
                ? "; merged into \(heir.id), \(heir.shared) of the \(heir.size) there"
                : "; \(heir.shared) of them \(heir.shared == 1 ? "is" : "are") in \(heir.id) now"
        }
        let change = RunDifference.Change(
            what: "vanished", group: group.id, before: accounts(group), after: nil,
            words: words + (into ?? ""))
        return Change(change: change, left: group.members)
    }

    private func accounts(_ group: RunHistory.Group) -> String {
        group.members.count == 1 ? "1 account" : "\(group.members.count) accounts"
    }

    private func compare(_ old: RunHistory.Group, _ new: RunHistory.Group) -> [Change] {
        [members(old, new), kind(old, new), extraction(old, new), attribution(old, new)].compactMap { $0 }
    }

    private func members(_ old: RunHistory.Group, _ new: RunHistory.Group) -> Change? {
        guard old.members != new.members else { return nil }
        let (was, now) = (Set(old.members), Set(new.members))
        let joined = new.members.filter { !was.contains($0) }
        let left = old.members.filter { !now.contains($0) }
        let change = RunDifference.Change(
            what: "members", group: new.id, before: accounts(old), after: accounts(new),
            words: "\(joined.count) joined, \(left.count) left")
        return Change(change: change, joined: joined, left: left)
    }

    private func kind(_ old: RunHistory.Group, _ new: RunHistory.Group) -> Change? {
        guard old.kind != new.kind else { return nil }
        return Change(
            change: RunDifference.Change(
                what: "kind", group: new.id, before: old.kind, after: new.kind,
                words: "was \(old.kind), is \(new.kind)"))
    }

    private func extraction(_ old: RunHistory.Group, _ new: RunHistory.Group) -> Change? {
        guard differ(old.extraction, new.extraction) else { return nil }
        let (was, now) = (figure(old.extraction), figure(new.extraction))
        return Change(
            change: RunDifference.Change(
                what: "extraction", group: new.id, before: was, after: now,
                words: "probability of extraction was \(was ?? "withheld"), is \(now ?? "withheld")"))
    }

    private func attribution(_ old: RunHistory.Group, _ new: RunHistory.Group) -> Change? {
        let isSame = old.actor.map { ExactText($0) } == new.actor.map { ExactText($0) }
        guard !isSame || differ(old.attribution, new.attribution) else { return nil }
        let (was, now) = (attributed(old), attributed(new))
        return Change(
            change: RunDifference.Change(
                what: "attribution", group: new.id, before: was, after: now, words: "was \(was), is \(now)"))
    }

    private func attributed(_ group: RunHistory.Group) -> String {
        (group.actor ?? "unattributed") + (figure(group.attribution).map { " \($0)" } ?? "")
    }

    private func differ(_ one: Double?, _ other: Double?) -> Bool {
        guard let one, let other else { return (one == nil) != (other == nil) }
        return abs(one - other) >= RunComparison.leastChange - RunComparison.rounding
    }

    /// Three decimals: changes are told from one hundredth on.
    private func figure(_ value: Double?) -> String? {
        value.map { String(($0 * 1000).rounded() / 1000) }
    }

    private static let leastChange = 0.01
    /// What the last digits of 0.97 - 0.96 may be off.
    private static let rounding = 1e-9
}

/// Which groups of an analysis each account belongs to.
private struct Membership {
    private let groups: [RunHistory.Group]
    private let places: [UInt32: [Int]]

    init(_ groups: [RunHistory.Group]) {
        self.groups = groups
        var places: [UInt32: [Int]] = [:]
        for (place, group) in groups.enumerated() {
            for member in group.members { places[member, default: []].append(place) }
        }
        self.places = places
    }

    /// The group that most members of `group` belong to; of several the one that lists show first.
    func most(of group: RunHistory.Group) -> (id: String, shared: Int, size: Int)? {
        var shared = [Int](repeating: 0, count: groups.count)
        for member in group.members { for place in places[member] ?? [] { shared[place] += 1 } }
        guard let most = shared.max(), most > 0, let place = shared.firstIndex(of: most) else { return nil }
        return (groups[place].id, most, groups[place].members.count)
    }
}
