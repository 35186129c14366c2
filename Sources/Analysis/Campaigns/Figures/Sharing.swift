import Casework

/// How the members of a group share the values of some kinds: in many small cells, or all of one.
struct Sharing: Sendable, Equatable {
    /// Members that hold any value of the kinds.
    var holders = 0
    /// Members that share a value with another member.
    var sharing = 0
    /// Values that two or more members hold.
    var cells = 0
    /// Members at the value with the most members.
    var largest = 0
    /// Share of the group's members, 0…1.
    var reuse = 0.0
    var largestShare = 0.0
    /// The value with the most members.
    var largestValue: Int?

    /// A value counts where its share inside is this many times its share outside: popular ones say nothing.
    static let leastLift = 4.0

    init() {}

    /// - Parameters:
    ///   - counts: whether the kind of that index counts.
    ///   - isPrivate: only values of which members are at least half of all holders.
    init(
        _ members: [Int32], _ input: AnalysisInput, _ background: Background, isPrivate: Bool = false,
        counts: [Bool]
    ) {
        var held: [(value: UInt32, account: Int32)] = []
        for account in members {
            for place in input.holdings.offsets[Int(account)]..<input.holdings.offsets[Int(account) + 1] {
                let value = input.holdings.value[place]
                if counts[Int(input.values.kind[Int(value)])] { held.append((value, account)) }
            }
        }
        held.sort { $0 < $1 }
        var sharingAccounts: [Int32] = []
        var start = 0
        while start < held.count {
            var end = start + 1
            while end < held.count, held[end].value == held[start].value { end += 1 }
            let inside = end - start
            let all = Int(background.holders[Int(held[start].value)])
            if inside > 1, Self.isTelling(inside, all, members.count, background.population, isPrivate) {
                cells += 1
                sharingAccounts += held[start..<end].map(\.account)
                if inside > largest { (largest, largestValue) = (inside, Int(held[start].value)) }
            }
            start = end
        }
        holders = Set(held.map(\.account)).count
        sharing = Set(sharingAccounts).count
        reuse = Double(sharing) / Double(max(1, members.count))
        largestShare = Double(largest) / Double(max(1, members.count))
    }

    private static func isTelling(
        _ inside: Int, _ all: Int, _ size: Int, _ population: Double, _ isPrivate: Bool
    ) -> Bool {
        if isPrivate { return 2 * inside >= all }
        let outside = Double(max(0, all - inside)) / max(1, population - Double(size))
        return Double(inside) / Double(size) >= leastLift * outside
    }
}
