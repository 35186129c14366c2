/// Whether the members work on one task: prompt frames that are the group's own.
struct TaskFigures: Sendable, Equatable {
    /// Exchanges with a prompt key.
    var keyed = 0
    /// Share of those on frames that at least a tenth (and three) of the members use and hardly anybody else.
    var ownShare = 0.0
    /// Share of the members who use such a frame.
    var memberShare = 0.0
    /// Share on frames that members have in common but most users of which are outside: frameworks.
    var popularShare = 0.0
    /// The own frame with the most exchanges, as a value index.
    var mainFrame: Int?

    /// O(exchanges of members + frames).
    init(_ members: [Int32], _ input: AnalysisInput, _ holders: [Int32]) {
        var uses: [UInt64] = []
        for account in members {
            for place in input.activity.offsets[Int(account)]..<input.activity.offsets[Int(account) + 1] {
                let key = input.activity.promptKey[place]
                if key != ActivityColumns.none {
                    uses.append(UInt64(key) << 32 | UInt64(UInt32(bitPattern: account)))
                }
            }
        }
        guard !uses.isEmpty else { return }
        keyed = uses.count
        uses.sort()
        var (own, popular, best) = (0, 0, 0)
        var ownMembers: [UInt32] = []
        var start = 0
        let least = max(3, (members.count + 9) / 10)
        while start < uses.count {
            let key = uses[start] >> 32
            var end = start
            var accounts: [UInt32] = []
            while end < uses.count, uses[end] >> 32 == key {
                let account = UInt32(truncatingIfNeeded: uses[end])
                if accounts.last != account { accounts.append(account) }
                end += 1
            }
            if accounts.count >= min(least, members.count) {
                let outside = Int(holders[Int(key)]) - accounts.count
                if outside <= accounts.count {
                    own += end - start
                    ownMembers += accounts
                    if end - start > best { (best, mainFrame) = (end - start, Int(key)) }
                } else {
                    popular += end - start
                }
            }
            start = end
        }
        ownShare = Double(own) / Double(keyed)
        popularShare = Double(popular) / Double(keyed)
        memberShare = Double(Set(ownMembers).count) / Double(members.count)
    }
}
