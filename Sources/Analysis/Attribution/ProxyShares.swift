import Casework

/// What of a proxy's traffic goes to which lab's account, where traces of several labs meet in one campaign.
///
/// Signal: a frame of prompts is the customer's, whoever opened the accounts. A frame held by accounts with traces of one
/// lab at least eight times as often as by accounts with traces of any other is that lab's, and so are the exchanges in
/// it; all others cannot be told apart. Innocent: labs buy the same prompts; accounts with a trace carry others' traffic
/// too, which is why frames are apportioned and not accounts. Weight: none; the shares describe and decide nothing.
struct ProxyShares: Sendable {
    /// How much oftener, smoothed by half an account.
    static let leastRatio = 8.0

    /// By profile, then what cannot be told apart; empty where traces of fewer than two labs meet.
    private(set) var shares: [TrafficShare] = []

    /// O(matches + holdings and account-hours of members).
    init(
        _ members: [Int32], _ evidence: AttributionEvidence, _ all: ActorHypotheses, _ index: IndicatorIndex,
        _ input: AnalysisInput
    ) {
        let labs = all.weighed.filter { $0.firmBits(evidence) >= WeighedEvidence.tellingBits }.map(\.profile)
        guard labs.count > 1 else { return }
        let marks = Self.marks(members, labs, index)
        let frames = Frames(members, marks, labs, input)
        let total = members.reduce(0) { sum, account in
            let hours = input.hours.offsets[Int(account)]..<input.hours.offsets[Int(account) + 1]
            return hours.reduce(sum) { $0 + Int(input.hours.count[$1]) }
        }
        guard total > 0 else { return }
        var told = 0
        for (place, lab) in labs.enumerated() {
            let exchanges = min(total - told, frames.exchanges(of: place))
            told += exchanges
            guard exchanges > 0 else { continue }
            shares.append(
                TrafficShare(
                    profile: input.profiles[lab].name, exchanges: exchanges,
                    share: Double(exchanges) / Double(total)))
        }
        if told < total {
            shares.append(
                TrafficShare(
                    profile: nil, exchanges: total - told, share: Double(total - told) / Double(total)))
        }
    }

    /// The one lab of which an account has traces that are hard to forge: its place among `labs`.
    private static func marks(_ members: [Int32], _ labs: [Int], _ index: IndicatorIndex) -> [Int32: Int] {
        let isMember = Set(members)
        var marks: [Int32: Int] = [:]
        var several: Set<Int32> = []
        for entry in index.entries where !IndicatorRule.all[entry.rule].isForgeable {
            guard let lab = labs.firstIndex(of: entry.profile) else { continue }
            for match in entry.matches where isMember.contains(match.account) {
                if let mark = marks[match.account], mark != lab { several.insert(match.account) }
                marks[match.account] = lab
            }
        }
        for account in several { marks[account] = nil }
        return marks
    }
}

/// The frames that members hold, by prompt key where there is any, else by template.
private struct Frames {
    private var marked: [UInt32: [Int]] = [:]
    private var exchanges: [UInt32: Int] = [:]
    private var accounts: [Int]

    init(_ members: [Int32], _ marks: [Int32: Int], _ labs: [Int], _ input: AnalysisInput) {
        accounts = labs.indices.map { lab in marks.values.count { $0 == lab } }
        guard
            let kind = input.values.kinds.firstIndex(of: .promptKey)
                ?? input.values.kinds.firstIndex(of: .template)
        else { return }
        for account in members {
            let row = input.holdings.offsets[Int(account)]..<input.holdings.offsets[Int(account) + 1]
            for place in row where Int(input.values.kind[Int(input.holdings.value[place])]) == kind {
                let frame = input.holdings.value[place]
                exchanges[frame, default: 0] += Int(input.holdings.count[place])
                if let lab = marks[account] {
                    marked[frame, default: labs.map { _ in 0 }][lab] += 1
                }
            }
        }
    }

    /// Exchanges in the frames of a lab, by its place. The order of summation does not matter: they are integers.
    func exchanges(of lab: Int) -> Int {
        marked.reduce(0) { sum, frame in
            let rates = frame.value.indices.map { (Double(frame.value[$0]) + 0.5) / Double(accounts[$0] + 1) }
            let isOwn = rates.indices.allSatisfy {
                $0 == lab || rates[lab] >= ProxyShares.leastRatio * rates[$0]
            }
            return isOwn ? sum + (exchanges[frame.key] ?? 0) : sum
        }
    }
}
