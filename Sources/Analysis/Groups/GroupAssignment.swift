/// Which group each account is in; -1 for none. Groups are numbered by size, largest first, then by their first
/// account.
struct GroupAssignment: Sendable, Equatable {
    static let none: Int32 = -1

    private(set) var group: [Int32]
    private(set) var members: [[Int32]]

    var groupCount: Int { members.count }

    /// Renumbers any labels (negative: no group); groups smaller than `least` are dissolved. O(accounts + labels).
    init(labels: [Int32], least: Int = 1) {
        let labelCount = Int((labels.max() ?? -1) + 1)
        var lists = [[Int32]](repeating: [], count: labelCount)
        for (account, label) in labels.enumerated() where label >= 0 {
            lists[Int(label)].append(Int32(account))
        }
        members = lists.filter { !$0.isEmpty && $0.count >= least }
            .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
        group = [Int32](repeating: Self.none, count: labels.count)
        for (number, list) in members.enumerated() {
            for account in list { group[Int(account)] = Int32(number) }
        }
    }
}
