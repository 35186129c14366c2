import Casework

/// What lists say of a group in a few words.
enum GroupNames {
    static func name(_ group: GroupFinding) -> String {
        if group.isConfirmed == false { return "rejected by a reviewer" }
        return switch group.kind {
        case .campaign: campaign(group)
        case .enterprise: "enterprise"
        case .reseller: "customers of a reseller"
        case .household: "household or family"
        case .framework: "users of one framework"
        case .research: "permitted research"
        case .unexplained: "linked, unexplained"
        case .event: "hackathon or event"
        case .course: "class or course"
        case .proxyCustomers: "customers of one proxy"
        case .sharedNetwork: "users of one network"
        }
    }

    /// How the operation works, from the signals that speak clearly for extraction: `large, behind proxies, means in
    /// rotation`. At most three traits fit on a line.
    private static func campaign(_ group: GroupFinding) -> String {
        let signals = group.explanations.first { $0.hypothesis == .campaign }?.signals ?? []
        let clear = Set(signals.filter { $0.bits >= clearBits }.map(\.name))
        let size =
            group.members.count >= largeFrom ? ["large"] : group.members.count <= smallUpTo ? ["small"] : []
        let traits = size + traits.filter { clear.contains($0.signal) }.map(\.words).prefix(3)
        return traits.isEmpty ? "extraction campaign" : traits.joined(separator: ", ")
    }

    /// In the order in which they tell operations apart.
    private static let traits: [(signal: String, words: String)] = [
        ("replacement", "replaces banned accounts"), ("payment_rotation", "means in rotation"),
        ("lockstep", "synchronised"), ("hiding_networks", "behind proxies"),
        ("device_rotation", "devices in rotation"),
        ("sign_up_batches", "signed up in batches"), ("common_task", "one task"),
    ]

    private static let clearBits = 1.5
    private static let largeFrom = 150
    private static let smallUpTo = 20

    /// Capabilities sought, the most frequent first: figures named `capability:ID` above zero.
    static func capabilities(_ group: GroupFinding) -> [String] {
        group.figures.filter { $0.key.hasPrefix("capability:") && $0.value > 0 }
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { String($0.key.dropFirst("capability:".count)) }
    }

    /// What else the group could be, the likeliest first. Without probabilities those that evidence speaks for.
    static func innocentExplanations(_ group: GroupFinding) -> [String] {
        group.explanations.filter { explanation in
            guard explanation.hypothesis != .campaign, explanation.hypothesis != .unexplained else {
                return false
            }
            if let probability = explanation.probability { return probability >= leastProbability }
            return explanation.bits > explanation.priorBits
        }.map(\.hypothesis.rawValue)
    }

    /// One in a thousand: what is less likely is noise on a screen.
    private static let leastProbability = 0.001
}
