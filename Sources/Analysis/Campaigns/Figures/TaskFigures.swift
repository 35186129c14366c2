import Casework

/// Whether the members work on one task: prompt frames that are the group's own.
///
/// Frames are the prompt keys of the exchanges; where the provider logged none, the templates of the samples. Samples
/// are a few of the exchanges, so shares are then of the sampled members and of their samples, and at least a tenth of
/// the members, and three, have to be sampled. The few stand for all, so the share of members is then the lower bound of
/// Wilson's interval (1927) at 95 %: three of five sampled colleagues of an agency are no task of the other twenty-six.
struct TaskFigures: Sendable, Equatable {
    /// Exchanges with a prompt key, or samples where there is none.
    var keyed = 0
    /// True where templates of samples stand in for prompt keys.
    var isFromSamples = false
    /// Share of those on frames that at least a tenth (and three) of the members use and hardly anybody else.
    var ownShare = 0.0
    /// Share of the members who use such a frame; of samples, what it is at least.
    var memberShare = 0.0
    /// Share on frames that members have in common but most users of which are outside: frameworks.
    var popularShare = 0.0
    /// The own frame with the most exchanges, as a value index.
    var mainFrame: Int?

    private static let leastUsers = 3

    /// O(exchanges and samples of members + frames).
    init(_ members: [Int32], _ input: AnalysisInput, _ background: Background) {
        var uses = Self.uses(members, input.activity.offsets, input.activity.promptKey)
        if !uses.isEmpty {
            count(&uses, of: uses.count, users: members.count, background.holders)
            return
        }
        let samples = input.samples
        guard samples.offsets.count == input.accounts.count + 1 else { return }
        let sampled = members.filter { samples.offsets[Int($0)] < samples.offsets[Int($0) + 1] }
        guard sampled.count >= max(Self.leastUsers, (members.count + 9) / 10) else { return }
        uses = Self.uses(sampled, samples.offsets, samples.template)
        isFromSamples = true
        let all = sampled.reduce(0) { $0 + samples.offsets[Int($1) + 1] - samples.offsets[Int($1)] }
        count(&uses, of: all, users: sampled.count, background.holders)
    }

    /// Frame and account of every use that has a frame.
    private static func uses(_ members: [Int32], _ offsets: [Int], _ frames: [UInt32]) -> [UInt64] {
        var uses: [UInt64] = []
        for account in members {
            for place in offsets[Int(account)]..<offsets[Int(account) + 1]
            where frames[place] != ActivityColumns.none {
                uses.append(UInt64(frames[place]) << 32 | UInt64(UInt32(bitPattern: account)))
            }
        }
        return uses
    }

    /// - Parameters:
    ///   - all: exchanges or samples that the shares are of.
    ///   - users: members whose frames are known.
    private mutating func count(_ uses: inout [UInt64], of all: Int, users: Int, _ holders: [Int32]) {
        keyed = all
        uses.sort()
        var (own, popular, best) = (0, 0, 0)
        var ownMembers: [UInt32] = []
        var start = 0
        let least = min(max(Self.leastUsers, (users + 9) / 10), users)
        while start < uses.count {
            let key = uses[start] >> 32
            var end = start
            var accounts: [UInt32] = []
            while end < uses.count, uses[end] >> 32 == key {
                let account = UInt32(truncatingIfNeeded: uses[end])
                if accounts.last != account { accounts.append(account) }
                end += 1
            }
            if accounts.count >= least {
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
        ownShare = Double(own) / Double(max(1, all))
        popularShare = Double(popular) / Double(max(1, all))
        let using = Double(Set(ownMembers).count)
        memberShare =
            isFromSamples
            ? Self.leastShare(using, of: Double(users)) : using / Double(max(1, users))
    }

    /// Lower bound of Wilson's 95 % interval of a share.
    private static func leastShare(_ count: Double, of all: Double) -> Double {
        guard all > 0 else { return 0 }
        let (share, square) = (count / all, 1.96 * 1.96)
        let spread = 1.96 * (share * (1 - share) / all + square / (4 * all * all)).squareRoot()
        return max(0, (share + square / (2 * all) - spread) / (1 + square / all))
    }
}
