public import Casework

extension CaseReader {
    /// The decisions that bind an analysis made now, in the order they were made, with the members that campaigns had
    /// when they were decided on. O(decisions, and where there are any, the history of groups).
    public func bindingDecisions() throws -> BindingDecisions {
        try connection.read { handle in
            let decisions = try DecisionQuery.binding(handle)
            return decisions.isEmpty ? BindingDecisions() : try BindingQuery(handle).bound(decisions)
        }
    }
}

/// Turns decisions into what analyses are bound by: names into numbers, ids of campaigns into members.
struct BindingQuery {
    /// A line of the registry.
    private struct Entry {
        var number: Int
        var id: String
        var members: [UInt32]
    }

    /// What the columns of a decision name.
    private struct Columns {
        var account: UInt32
        var other: UInt32
        var registry: Int
    }

    private let entries: [Entry]
    private let columns: [Int: Columns]

    init(_ handle: Handle) throws {
        entries = try handle.rows("SELECT number, id, members FROM campaign_registry ORDER BY number") {
            Entry(number: $0.int(0), id: $0.text(1), members: try MemberList.read($0.bytes(2)))
        }
        columns = try Dictionary(
            uniqueKeysWithValues: handle.rows("SELECT number, account, other, registry FROM decision") {
                (
                    $0.int(0),
                    Columns(
                        account: UInt32(clamping: $0.int(1)), other: UInt32(clamping: $0.int(2)),
                        registry: $0.int(3))
                )
            })
    }

    func bound(_ decisions: [Decision]) -> BindingDecisions {
        var bound = BindingDecisions()
        var places: [CampaignAnchor: Int] = [:]
        var known: [String: Int] = [:]
        /// The place of the anchor, which many decisions have in common.
        func place(_ id: ExactText, _ registry: Int, isWhole: Bool) -> Int {
            let key = "\(registry) \(isWhole) \(id)"
            if let place = known[key] { return place }
            let anchor = anchor(id.string, registry, isWhole: isWhole)
            let place = places[anchor] ?? bound.anchors.count
            if place == bound.anchors.count { bound.anchors.append(anchor) }
            (places[anchor], known[key]) = (place, place)
            return place
        }
        for decision in decisions {
            guard let columns = columns[decision.number] else { continue }
            let subject: BindingDecision.Subject =
                switch decision.subject {
                case .campaign(let id):
                    .campaign(anchor: place(id, columns.registry, isWhole: true))
                case .membership(let id, _):
                    .membership(
                        anchor: place(id, columns.registry, isWhole: false), account: columns.account)
                case .attribution(let id, let profile):
                    .attribution(anchor: place(id, columns.registry, isWhole: true), profile: profile)
                case .link: .link(columns.account, columns.other)
                }
            bound.decisions.append(
                BindingDecision(
                    number: decision.number, actor: decision.actor, subject: subject,
                    isConfirmed: decision.verdict == .confirm, reason: decision.reason))
        }
        return bound
    }

    /// The members that an id had when it was last a group before a line of the registry, and those of all other groups
    /// at that line.
    private func anchor(_ id: String, _ registry: Int, isWhole: Bool) -> CampaignAnchor {
        var own: [UInt32] = []
        var others: [String: [UInt32]] = [:]
        for entry in entries where entry.number <= registry {
            if entry.id == id {
                if !entry.members.isEmpty { own = entry.members }
            } else if isWhole {
                others[entry.id] = entry.members
            }
        }
        return CampaignAnchor(
            id: id, members: own.sorted(), elsewhere: Set(others.values.joined()).sorted())
    }
}
